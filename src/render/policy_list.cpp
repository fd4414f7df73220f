#include "render/policy_list.hpp"

#include "base/escape.hpp"
#include "policy/editions.hpp"
#include "render/layout.hpp"
#include "time/words.hpp"

namespace escalate {
namespace {

Json day_or_null(const std::optional<Date>& day) { return day ? Json(iso(*day)) : Json(nullptr); }

void add(std::string& text, const std::string& part) { text += (text.empty() ? "" : "; ") + part; }

std::string block(const Policy& policy, const std::vector<const Policy*>& editions, Date today) {
  std::string text = policy.id + "\n";
  text += wrapped(shown(policy.partnership), "  ", "  ");
  text += wrapped(shown(policy.title) + " (" + shown(policy.edition) + ")", "  ", "  ");
  const std::string dates = in_force_words(policy, editions, today);
  return text + wrapped(dates.empty() ? "the document prints no date from which it is in force" : dates, "  ", "  ");
}

Json json_of(const Policy& policy) {
  Json json;
  json["policy"] = policy.id;
  json["title"] = policy.title;
  json["partnership"] = policy.partnership;
  json["edition"] = policy.edition;
  json["edition-of"] = text_or_null(policy.edition_of);
  json["in-force"] = json_of(policy.in_force);
  json["calendar"] = policy.calendar;
  return json;
}

}  // namespace

std::string in_force_words(const Policy& policy, const std::vector<const Policy*>& editions, Date today) {
  std::string text;
  const InForce& days = policy.in_force;
  if (days.from) add(text, "in force from " + in_words(*days.from));
  const auto next = superseded_on(policy, editions);
  if (next && (!days.until || *next <= *days.until))
    add(text, "until " + in_words(*next - std::chrono::days{1}) + ", when the next edition follows");
  else if (days.until)
    add(text, "until " + in_words(*days.until));
  if (days.review_by)
    add(text, "to be reviewed by " + in_words(*days.review_by) + (*days.review_by < today ? ", which has passed" : ""));
  return text;
}

Json json_of(const InForce& in_force) {
  Json json;
  json["from"] = day_or_null(in_force.from);
  json["until"] = day_or_null(in_force.until);
  json["review-by"] = day_or_null(in_force.review_by);
  return json;
}

std::string policy_list_text(const std::vector<const Policy*>& policies, Date today) {
  if (policies.empty()) return "There are no policies here.\n";
  std::string text;
  for (const Policy* policy : policies) text += block(*policy, policies, today) + "\n";
  return text + "Next: escalate policy show " + policies.front()->id + "\n";
}

std::string policy_list_json(const std::vector<const Policy*>& policies, const Envelope& envelope) {
  Json json = begin_json(envelope);
  json["policies"] = Json::array();
  for (const Policy* policy : policies) json["policies"].push_back(json_of(*policy));
  return text_of(json);
}

}  // namespace escalate

#include "render/deeds.hpp"

#include <algorithm>

#include "base/escape.hpp"
#include "base/suggest.hpp"
#include "casefile/event_names.hpp"
#include "engine/corrections.hpp"
#include "render/layout.hpp"
#include "render/sentences.hpp"
#include "time/words.hpp"

namespace escalate {
namespace {

struct Deed {
  const Outlook& outlook;
  std::string operator()(const Opened& opened) const {
    const std::string stage = opened.to.empty() ? first_stage(policy(), opened.route) : opened.to;
    return "opened under " + opened.policy + ", route " + opened.route + ", at " + stage_words(policy(), stage);
  }
  std::string operator()(const Advanced& advanced) const {
    return "moved to " + stage_words(policy(), advanced.to) +
           (advanced.route.empty() ? "" : ", on route " + advanced.route);
  }
  std::string operator()(const Noted&) const { return "note added"; }
  std::string operator()(const Marked& marked) const {
    if (marked.until) return "mark '" + marked.mark + "' cleared, from " + in_words(*marked.until);
    return "mark '" + marked.mark + "' set, since " + (marked.since ? in_words(*marked.since) : "an unknown time");
  }
  std::string operator()(const Done& done) const {
    const Duty* duty = policy().duty(done.duty);
    const std::string what =
        (duty ? duty->what : done.duty) + " (stage " + done.stage + (done.role.empty() ? "" : ", " + done.role) + ")";
    return (done.not_needed.empty() ? "done: " : "not needed: ") + shown(what);
  }
  std::string operator()(const Agreed& agreed) const {
    return "agreed for '" + agreed.limit_or_duty + "': " + by_words(Due{agreed.until});
  }
  std::string operator()(const Extended& extended) const {
    return "extended '" + extended.limit_or_duty + "': now " + by_words(Due{extended.until});
  }
  std::string operator()(const Resolved& resolved) const {
    return "resolved at " + stage_words(policy(), resolved.stage);
  }
  std::string operator()(const Closed&) const { return "closed"; }
  std::string operator()(const Reopened& reopened) const { return "reopened at " + stage_words(policy(), reopened.to); }
  std::string operator()(const Halted&) const { return "halted; its clocks go on"; }
  std::string operator()(const Resumed&) const { return "resumed"; }
  std::string operator()(const Assigned& assigned) const {
    return "'" + assigned.role + "' is now " + shown(assigned.to);
  }
  std::string operator()(const Corrected& corrected) const {
    const auto& events = outlook.subject.record->events;
    const auto target =
        std::find_if(events.begin(), events.end(), [&](const Event& event) { return event.id == corrected.corrects; });
    const std::string event = "event " + short_id(events, corrected.corrects) +
                              (target == events.end() ? "" : ", " + what_happened(*target)) + ",";
    if (corrected.instead.kind == Node::Kind::none)
      return event + " counts no more" + (target == events.end() ? "" : brought_back(*target));
    std::vector<std::string> values;
    std::vector<std::string> taken_out;
    for (const Entry& entry : corrected.instead.entries) add_values(entry.key, entry.value, values, taken_out);
    std::string text = event + " counts";
    if (!values.empty()) text += " with " + and_list(values);
    if (!values.empty() && !taken_out.empty()) text += ", and";
    return taken_out.empty() ? text : text + " without " + and_list(taken_out);
  }

 private:
  /// Says which event counts again, or with other values, once a correction is struck out.
  std::string brought_back(const Event& correction) const {
    const auto* corrected = std::get_if<Corrected>(&correction.body);
    const Case& record = *outlook.subject.record;
    if (!corrected) return {};
    for (const Event& event : record.events)
      if (event.id == corrected->corrects && !struck_out_by(record, event))
        return "; so event " + short_id(record.events, event.id) + ", " + what_happened(event) + "," +
               (corrected->instead.kind == Node::Kind::none ? " counts again" : " counts without those values");
    return {};
  }

  static void add_values(const std::string& key, const Node& value, std::vector<std::string>& values,
                         std::vector<std::string>& taken_out) {
    if (value.kind == Node::Kind::text && value.text.empty())
      taken_out.push_back(key);
    else if (value.kind == Node::Kind::text)
      values.push_back(key + " '" + shown(one_line(value.text)) + "'");
    for (const Entry& entry : value.entries) add_values(key + "/" + entry.key, entry.value, values, taken_out);
  }

  const Policy& policy() const { return *outlook.subject.policy; }
};

std::string lateness(const Due& due, const Stamp& at) {
  const auto days = static_cast<int>((day_of(at) - day_of(due)).count());
  return days > 0 ? ": " + age_in_words(days) + " late" : ": late";
}

/// Says whether what an event ended was late; of what closing dropped, that it was not done.
std::string verdict(const Policy& policy, const Event& event, const std::string& id, const Stamp& due) {
  const bool closed = std::holds_alternative<Closed>(event.body);
  if ((closed || std::holds_alternative<Reopened>(event.body)) && policy.duty(id)) return ": not done";
  const bool late = passed(Due{due}, event.at);
  if (closed) return late ? lateness(Due{due}, event.at) : "";
  if (std::holds_alternative<Corrected>(event.body) || std::holds_alternative<Extended>(event.body) ||
      std::holds_alternative<Marked>(event.body))
    return "";
  return late ? lateness(Due{due}, event.at) : ": in time";
}

}  // namespace

std::string deed_words(const Outlook& outlook, const Event& event) { return std::visit(Deed{outlook}, event.body); }

std::string was_due_words(const Policy& policy, const Event& event, const std::string& id, const Stamp& due) {
  return "'" + id + "' was due " + by_words(Due{due}) + verdict(policy, event, id, due);
}

}  // namespace escalate

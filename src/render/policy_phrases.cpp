#include "render/policy_phrases.hpp"

#include <fmt/format.h>

#include "base/escape.hpp"
#include "base/suggest.hpp"
#include "render/layout.hpp"
#include "render/sentences.hpp"

namespace escalate {
namespace {

constexpr int label_width = 9;

std::string title_of(const Policy& policy, const std::string& id) {
  if (const Role* role = policy.role(id)) return shown(role->title);
  if (const Contact* contact = policy.contact(id)) return shown(contact->title);
  return shown(id);
}

std::string joined(const std::vector<std::string>& words, const Moments& moments) {
  return moments.latest_of ? "the later of " + and_list(words) : or_list(words);
}

}  // namespace

std::string section(std::string_view heading) { return "\n" + std::string(heading) + "\n\n"; }

std::string row(std::string_view label, std::string_view text) {
  if (text.empty()) return {};
  return wrapped(text, "  " + padded(label, label_width), "  " + padded("", label_width));
}

std::string continued(std::string_view text) { return row("", text); }

std::string list_rows(std::string_view label, const std::vector<std::string>& items) {
  std::string text;
  for (const std::string& item : items)
    text += wrapped(item, "  " + padded(text.empty() ? label : "", label_width) + "- ",
                    "  " + padded("", label_width) + "  ");
  return text;
}

std::string part(std::string_view heading, const std::vector<std::string>& blocks) {
  std::string text;
  for (const std::string& block : blocks) text += (text.empty() ? section(heading) : "\n") + block;
  return text;
}

std::string notes(const Clause& clause) {
  std::string text = row("Source", clause.source == "none" ? "none in the document" : printable(clause.source));
  for (const std::string& words : clause.words) text += continued("\"" + printable(words) + "\"");
  return text + (clause.reading.empty() ? "" : wrapped("Reading taken: " + printable(clause.reading), "  ", "    "));
}

std::string titles(const Policy& policy, const std::vector<std::string>& ids) {
  std::vector<std::string> names;
  for (const std::string& id : ids) names.push_back(title_of(policy, id));
  return and_list(names);
}

std::string debtors(const Policy& policy, const Duty& duty) {
  if (duty.by_owner) return "whoever holds the stage";
  if (duty.by.empty()) return "nobody named";
  return (duty.each ? "each of: " : "") + titles(policy, duty.by);
}

std::string role_words(const Policy& policy, const std::string& id) {
  std::string text = title_of(policy, id);
  const Role* role = policy.role(id);
  if (!role) return text;
  std::vector<std::string> variants;
  for (const auto& [kind, title] : role->by_agency) variants.push_back(kind + ": " + shown(title));
  if (!variants.empty()) text += " (" + fmt::format("{}", fmt::join(variants, "; ")) + ")";
  return role->if_none.empty() ? text : text + "; where there is none, " + title_of(policy, role->if_none);
}

std::string moments_in_short(const Policy& policy, const Moments& moments) {
  std::vector<std::string> words;
  for (const Moment& moment : moments)
    words.push_back(moment.kind == Moment::Kind::mark ? "the mark " + moment.subject : moment_words(policy, moment));
  return joined(words, moments);
}

std::string moments_in_full(const Policy& policy, const Moments& moments) {
  std::vector<std::string> words;
  for (const Moment& moment : moments) {
    const std::string text = moment_words(policy, moment);
    words.push_back(moment.kind == Moment::Kind::mark ? "the mark " + moment.subject + " (" + text + ")" : text);
  }
  return joined(words, moments);
}

std::string conditions_words(const Conditions& conditions) {
  std::string text;
  if (!conditions.if_any.empty()) text = "only while " + or_list(conditions.if_any);
  if (!conditions.unless_any.empty())
    text += (text.empty() ? "not while " : ", not while ") + or_list(conditions.unless_any);
  return text;
}

std::string force_words(Force force) {
  switch (force) {
    case Force::must:
      return {};
    case Force::should:
      return "where possible";
    case Force::guide:
      return "as a guide";
    case Force::may:
      return "it may be done";
  }
  return {};
}

std::string stages_words(const std::vector<std::string>& stages) {
  return (stages.size() == 1 ? "stage " : "stages ") + and_list(stages);
}

}  // namespace escalate

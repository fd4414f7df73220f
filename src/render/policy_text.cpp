#include "render/policy_text.hpp"

#include "base/escape.hpp"
#include "render/layout.hpp"
#include "render/policy_list.hpp"
#include "render/policy_parts.hpp"
#include "render/policy_phrases.hpp"
#include "render/sentences.hpp"
#include "render/urgent_notice.hpp"

namespace escalate {
namespace {

std::string calendar_words(const Policy& policy) {
  std::string text = policy.calendar + " bank holidays; ";
  if (policy.count_from == CountFrom::receipt) return text + "the day of the moment is day 0";
  if (policy.count_from == CountFrom::deemed)
    return text + "a moment on a closed day counts as the next working day, which is day 0";
  return text + "the first working day on or after the moment is day 1";
}

std::string hours_words(const Policy& policy) {
  std::string text;
  for (const auto& [days, hours] : text_of(policy.office_hours))
    text += (text.empty() ? "" : ", ") + days + " " + hours;
  return text.empty() ? text : "office hours " + text + "; bank holidays are closed";
}

/// Returns until when a matter may be raised at all.
std::string raise_by_rows(const Policy& policy) {
  if (!policy.raise_by) return {};
  const RaiseBy& window = *policy.raise_by;
  return row("Raise by", within_words(Within{{}, window.within, false, {}}, window.force) + " from " +
                             moments_in_full(policy, window.from) + "; later is said, never refused") +
         notes(window.clause);
}

std::string heading(const Policy& policy, const std::vector<const Policy*>& editions, Date today) {
  std::string text = wrapped(shown(policy.title), "", "") + wrapped(shown(policy.partnership), "", "") + "\n";
  text += row("Policy", policy.id + (policy.edition_of.empty() ? "" : ", an edition of " + policy.edition_of));
  const std::string dates = in_force_words(policy, editions, today);
  if (policy.about_adults) text += row("About", "adults");
  text += row("Edition", shown(policy.edition)) + row("Dates", dates.empty() ? "none printed" : dates);
  text += row("Hours", hours_words(policy)) + raise_by_rows(policy);
  text += row("Counts", calendar_words(policy)) + row("Cases", "their ids begin with " + policy.case_prefix);
  return text + row("File", shown(policy.file) + ", digest " + policy.digest) + notes(policy.clause);
}

std::string stages_to_enter(const Policy& policy, const std::vector<std::string>& stages) {
  std::string text;
  for (const std::string& stage : stages) text += row(text.empty() ? "Go to" : "", stage_words(policy, stage));
  return text;
}

std::string urgent_block(const UrgentRule& rule, const Policy& policy) {
  std::string text = wrapped(printable(rule.say), "", "") + row("Applies", conditions_words(rule.conditions));
  for (const std::string& id : rule.conditions.if_any)
    if (const MarkRule* mark = policy.mark(id)) text += continued(id + ": " + shown(mark->title));
  text += stages_to_enter(policy, rule.enter);
  for (const std::string& contact : contact_lines(policy, rule.contacts)) text += row("Contact", contact);
  return text + notes(rule.clause);
}

std::string urgent_part(const Policy& policy) {
  std::vector<std::string> blocks;
  for (const UrgentRule& rule : policy.urgent) blocks.push_back(urgent_block(rule, policy));
  return part("URGENT: AT ONCE, WHATEVER THE STAGE", blocks);
}

}  // namespace

std::string policy_text(const Policy& policy, const Jobs& jobs, const std::vector<const Policy*>& editions,
                        Date today) {
  const Policy here = in_service(policy, jobs);
  return heading(policy, editions, today) + urgent_part(policy) + ladder_part(here) + every_stage_part(here) +
         limits_part(policy) + duties_part(here) + marks_part(policy) + advice_part(policy) + elsewhere_part(policy) +
         themes_part(policy) + roles_part(policy, jobs) + contacts_part(policy) + forms_part(policy) +
         "\nNext: escalate policy timetable " + policy.id + " --from today\n";
}

}  // namespace escalate

#include <algorithm>
#include <string>
#include <vector>

#include "base/escape.hpp"
#include "base/suggest.hpp"
#include "render/case_parts.hpp"
#include "render/layout.hpp"
#include "render/sentences.hpp"
#include "time/words.hpp"

namespace escalate {
namespace {

/// Returns the alert of a duty, or null.
const Alert* alert_of(const Outlook& outlook, const DutyStanding& duty) {
  const auto found = std::find_if(outlook.alerts.begin(), outlook.alerts.end(),
                                  [&](const Alert& alert) { return alert.duty == &duty; });
  return found == outlook.alerts.end() ? nullptr : &*found;
}

std::string pressing(const Outlook& outlook, const DutyStanding& duty) {
  const Alert* alert = alert_of(outlook, duty);
  if (!alert) return {};
  const bool aged =
      alert->state == AlertState::waiting || alert->state == AlertState::undone || alert->state == AlertState::overdue;
  return " - " + word_of(alert->state) + (aged && alert->age > 0 ? " for " + age_in_words(alert->age) : "");
}

/// One duty owed at several stages without a time of its own is one line.
std::string same_at_other_stages(const Outlook& outlook, const DutyStanding& duty, bool& first) {
  std::vector<std::string> stages;
  for (const DutyStanding& other : outlook.duties) {
    const bool same = other.occurrence->outstanding() && other.occurrence->duty == duty.occurrence->duty &&
                      other.stage_over == duty.stage_over && !other.occurrence->duty->within &&
                      other.occurrence->role == duty.occurrence->role;
    if (!same) continue;
    if (stages.empty()) first = &other == &duty;
    if (std::find(stages.begin(), stages.end(), other.occurrence->stage) == stages.end())
      stages.push_back(other.occurrence->stage);
  }
  return stages.size() > 1 ? "stages " + and_list(stages) : "stage " + duty.occurrence->stage;
}

std::string owed_line(const Outlook& outlook, const DutyStanding& duty) {
  const Occurrence& one = *duty.occurrence;
  bool first = true;
  const std::string stages = same_at_other_stages(outlook, duty, first);
  if (!first) return {};
  const std::string who =
      stages.rfind("stages", 0) == 0 && one.duty->by_owner ? "the owners of those stages" : owed_words(outlook, one);
  const bool late = duty.clock.due && passed(*duty.clock.due, to_the_minute(outlook.now));
  const std::string when = duty.clock.due || one.duty->within ? (late ? "was due " : "") + due_words(duty)
                           : duty.stage_over                  ? ""
                                                              : "by the end of this stage";
  return wrapped(one.duty->id + " (" + stages + (one.role.empty() ? "" : ", " + one.role) + ")" +
                     pressing(outlook, duty) + ": " + shown(one.duty->what) + ". " +
                     (one.duty->force == Force::may ? "Who may: " : "Who: ") + who + (when.empty() ? "" : "; " + when) +
                     ".",
                 "  - ", "    ");
}

}  // namespace

std::string owed_part(const Outlook& outlook) {
  std::string text;
  for (const DutyStanding& duty : outlook.duties)
    if (duty.occurrence->outstanding()) text += owed_line(outlook, duty);
  return text.empty() ? text : "\nOwed\n" + text;
}

}  // namespace escalate

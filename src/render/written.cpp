#include "render/written.hpp"

#include <algorithm>

#include "base/escape.hpp"
#include "base/suggest.hpp"
#include "casefile/event_names.hpp"
#include "engine/history.hpp"
#include "engine/owners.hpp"
#include "render/alert_words.hpp"
#include "render/commands.hpp"
#include "render/correction_words.hpp"
#include "render/deeds.hpp"
#include "render/envelope.hpp"
#include "render/layout.hpp"
#include "render/raise_words.hpp"
#include "render/sentences.hpp"
#include "render/urgent_notice.hpp"
#include "time/words.hpp"

namespace escalate {
namespace {

std::string late_words(const Outlook& after, const Event& event) {
  std::string text;
  for (const auto& [id, due] : event.was_due) {
    text += wrapped(was_due_words(*after.subject.policy, event, id, due), "  ", "    ");
  }
  const int days = days_until_logged(event);
  if (days > 0) text += "  recorded " + age_in_words(days) + " later\n";
  return text;
}

/// Names the stages a move passed over: they count as unresolved (LANGUAGE.md 4).
std::string passed_over(const Written& written) {
  const CaseState& state = written.after->is();
  std::vector<std::string> stages;
  for (const Happening& one : state.happened)
    if (one.moment.kind == Moment::Kind::unresolved && one.event + 1 == state.events.size() &&
        !(written.before && written.before->is().stage == one.moment.subject))
      stages.push_back(one.moment.subject);
  if (stages.empty()) return {};
  return wrapped("Passed over, and so unresolved: " + std::string(stages.size() > 1 ? "stages " : "stage ") +
                     and_list(stages) + ".",
                 "", "  ");
}

std::string due_sentence(const Outlook& outlook) {
  if (!outlook.is().open()) {
    const bool owed = std::any_of(outlook.duties.begin(), outlook.duties.end(), keeps_open);
    if (outlook.is().standing == CaseStanding::void_case) return "The case was opened in error and is on no report.";
    if (outlook.is().standing == CaseStanding::closed) return "The case is closed and off the reports.";
    return owed ? "No limit runs; it stays on the reports until what is owed is done, or it is closed."
                : "No limit runs and nothing is owed.";
  }
  if (const LimitStanding* binding = outlook.binding()) {
    const bool past = passed(*binding->clock.due, to_the_minute(outlook.now));
    return (past ? "It was " : "Now ") + due_words(*binding) + ": " + shown(binding->limit->title) + ", " +
           counting_words(outlook, *binding) + ".";
  }
  for (const LimitStanding& limit : outlook.limits)
    if (limit.state != LimitStanding::State::off)
      return "No due time: " + shown(limit.limit->title) + ", " + counting_words(outlook, limit) + ".";
  return "No limit runs at this stage.";
}

/// Returns whether one of the events just written made the duty arise.
bool new_with(const std::vector<Event>& events, const Occurrence& one) {
  return std::any_of(events.begin(), events.end(), [&](const Event& event) { return event.id == one.of; });
}

/// Returns the duties that arose with what was written, each with its command, and a count of the older ones.
std::string asked_for(const Outlook& outlook, const std::vector<Event>& events) {
  std::string text;
  int older = 0;
  for (const DutyStanding& duty : outlook.duties) {
    const Occurrence& one = *duty.occurrence;
    if (!one.outstanding() || shown_as_urgent(outlook, one)) continue;
    if (!new_with(events, one)) {
      older += keeps_open(duty) ? 1 : 0;
      continue;
    }
    if (text.empty()) text = "The policy now asks for:\n";
    text += wrapped(shown(one.duty->what) + (one.duty->force == Force::may ? " (may; " : " (") +
                        owed_words(outlook, one) + "; " + due_words(duty) + ")",
                    "  - ", "    ");
    text += "    " + done_command(outlook, one) + "\n";
  }
  if (older > 0) text += "Still owed: " + std::to_string(older) + ", see: " + command_line(outlook, "status") + "\n";
  return text;
}

std::string agreements_missing(const Outlook& outlook) {
  std::string text;
  for (const Alert& alert : outlook.alerts)
    if (alert.state == AlertState::no_date)
      text += wrapped(alert_words(outlook, alert, Audience::at_the_desk), "", "  ") + "    " +
              command_for(outlook, alert) + "\n";
  return text;
}

std::string before_words(const Outlook& outlook) {
  std::string text;
  for (const NextStep& step : outlook.next)
    for (const Occurrence* one : step.before)
      text += wrapped("Before stage " + step.stage + " the policy asks for: " + shown(one->duty->what), "", "  ");
  return text;
}

std::string next_command(const Outlook& after) {
  if (!after.is().open()) return command_line(after, "status");
  return after.next.empty() ? command_line(after, "resolve", "--outcome TEXT") : command_of(after, after.next.front());
}

/// Says so when the stage just entered is optional.
std::string may_be_passed_over(const Outlook& outlook) {
  const Route* route = outlook.subject.policy->route(outlook.is().route);
  const auto rung = route ? rung_of(*route, outlook.is().stage) : std::nullopt;
  const auto above = std::find_if(outlook.next.begin(), outlook.next.end(),
                                  [](const NextStep& step) { return step.why != NextStep::Why::urgent; });
  if (!outlook.is().open() || !rung || route->rungs[*rung].kind != Rung::Kind::optional || above == outlook.next.end())
    return {};
  return "This stage may be passed over:\n    " + command_of(outlook, *above) + "\n";
}

/// Names what belonged before the stage now entered and is not done: recorded and warned about, never refused.
std::string missed_before(const Written& written) {
  if (!written.before || written.before->is().stage == written.after->is().stage) return {};
  std::string text;
  for (const Occurrence* one : duties_before(written.after->is(), written.after->is().stage))
    text += wrapped("Warning: this belongs before stage " + written.after->is().stage +
                        " and is not recorded as done: " + shown(one->duty->what),
                    "", "  ");
  return text;
}

/// Names on opening the marks that change everything, so that people know of them.
std::string marks_to_set(const Written& written) {
  if (written.before || written.id_drawn_later) return {};
  std::string text;
  for (const MarkRule* mark : marks_not_set(*written.after, WantedMarks::urgent))
    text += wrapped("If it is true, or becomes so: " + shown(mark->title) + ":", "", "  ") + "    " +
            command_line(*written.after, "mark", mark->id) + "\n";
  return text;
}

/// Says that the case is raised after its policy's window, as it is opened or a mark says so.
std::string too_late_to_raise(const Written& written) {
  const bool said_now = std::any_of(written.events.begin(), written.events.end(), [](const Event& event) {
    return std::holds_alternative<Opened>(event.body) || std::holds_alternative<Marked>(event.body);
  });
  if (!said_now || !raised_too_late(*written.after)) return {};
  return wrapped("Raised too late: the policy has " + raise_words(*written.after) + ".", "", "  ");
}

/// Returns the command that takes back each event written.
std::string take_back(const Written& written) {
  if (written.dry_run) return {};
  std::string text;
  for (const Event& event : written.events) {
    const bool opening = std::holds_alternative<Opened>(event.body);
    const std::string what = opening ? "opened --void" : short_id(written.after->subject.record->events, event.id);
    text += "To take this back: " + command_line(*written.after, "correct", what + " --because TEXT") + "\n";
  }
  return text;
}

/// Returns what the policy asks for next; of a case that is closed, what was left undone.
std::string what_follows(const Written& written) {
  const Outlook& after = *written.after;
  if (after.is().standing == CaseStanding::closed) return left_undone(after);
  std::string text = agreements_missing(after) + asked_for(after, written.events);
  if (after.is().open()) text += before_words(after) + marks_to_set(written);
  if (written.id_drawn_later) return text;
  if (after.is().halted) text += "To go on: " + command_line(after, "resume") + "\n";
  return text + "Next: " + next_command(after) + "\n";
}

}  // namespace

std::string text_of_written(const Written& written) {
  const Outlook& after = *written.after;
  std::string text;
  if (written.dry_run) text += "Dry run: nothing is written.\n";
  for (const Event& event : written.events)
    text += wrapped(deed_words(after, event), after.subject.record->id + ": ", "  ") + late_words(after, event);
  text += too_late_to_raise(written);
  if (written.before) text += correction_words(*written.before, after, written.events.back());
  text += urgent_block(after);
  text += missed_before(written);
  text += passed_over(written) + may_be_passed_over(after) + wrapped(due_sentence(after), "", "  ");
  if (after.is().open())
    text += wrapped("Turn: " + owner_words(after, owners_of_stage(*after.subject.policy, after.is().stage, after.is())),
                    "", "  ");
  return text + what_follows(written) + take_back(written);
}

std::string json_of_written(const Written& written) {
  Json json = begin_json({written.after->now, true, written.problems});
  json["case"] = written.id_drawn_later ? Json(nullptr) : Json(written.after->subject.record->id);
  json["event"] = written.dry_run ? Json(nullptr) : Json(written.events.back().id);
  json["events"] = Json::array();
  for (const Event& event : written.events)
    if (!written.dry_run) json["events"].push_back(event.id);
  const LimitStanding* binding = written.after->binding();
  json["due"] = due_or_null(binding ? binding->clock.due : std::nullopt);
  json["provisional"] = binding && binding->clock.provisional;
  return text_of(json);
}

}  // namespace escalate

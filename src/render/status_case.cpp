#include <algorithm>

#include "base/escape.hpp"
#include "engine/owners.hpp"
#include "render/alert_words.hpp"
#include "render/case_json.hpp"
#include "render/case_parts.hpp"
#include "render/commands.hpp"
#include "render/layout.hpp"
#include "render/raise_words.hpp"
#include "render/sentences.hpp"
#include "render/status.hpp"
#include "render/urgent_notice.hpp"
#include "time/words.hpp"

namespace escalate {
namespace {

Stamp opened_at(const CaseState& state) {
  for (const Event& event : state.events)
    if (std::holds_alternative<Opened>(event.body)) return event.at;
  return state.events.front().at;
}

std::string mark_lines(const Outlook& outlook) {
  std::string text;
  for (const auto& [id, mark] : outlook.is().marks) {
    const MarkRule* rule = outlook.subject.policy->mark(id);
    const std::string since = mark.since ? "since " + in_words(*mark.since) : "since an unknown time";
    text += field("mark", shown(id) + ", " +
                              (mark.holds     ? since
                               : mark.unknown ? "its date is not known"
                                              : "cleared") +
                              (rule ? ": " + shown(rule->title) : ""));
  }
  return text;
}

/// Says how a resolved or closed case ended.
std::string ending(const CaseState& state) {
  std::string text;
  for (const Link& link : state.chain.links) {
    const Event& event = state.events[link.event];
    if (const auto* resolved = std::get_if<Resolved>(&event.body); resolved && !state.open()) {
      text = field("resolved", in_words(event.at) + (resolved->result.empty() ? "" : ", " + resolved->result));
      text += field("outcome", shown(resolved->outcome));
      if (!resolved->next_steps.empty()) text += field("then", shown(resolved->next_steps));
    }
    if (const auto* closed = std::get_if<Closed>(&event.body); closed && state.standing == CaseStanding::closed)
      text += field("closed", in_words(event.at) + (closed->because.empty() ? "" : ": " + shown(closed->because)));
  }
  return text;
}

std::string head(const Outlook& outlook) {
  const CaseState& state = outlook.is();
  const Opened* opened = state.opened();
  std::string text = title_part(outlook);
  if (opened) {
    text += field("opened", in_words(opened_at(state)) +
                                (opened->because.empty()
                                     ? ""
                                     : ", directly at stage " + shown(opened->to) + ": " + shown(opened->because)));
    if (!opened->theme.empty()) text += field("theme", shown(theme_title(*outlook.subject.policy, opened->theme)));
    text += field("concern", printable(opened->concern));
    if (!opened->sought.empty()) text += field("sought", printable(opened->sought));
    text += mark_lines(outlook);
  }
  if (state.stays.empty()) return text;
  const std::string since = state.open() ? ", since " + in_words(state.stays.back().entered) : "";
  const Stage* stage = outlook.subject.policy->stage(state.stage);
  text += field("stage", shown(state.stage) + (stage ? ", " + shown(stage->title) : "") + since);
  return text + ending(state);
}

bool any_applies(const Outlook& outlook) {
  return std::any_of(outlook.limits.begin(), outlook.limits.end(),
                     [](const LimitStanding& one) { return one.state != LimitStanding::State::off; });
}

std::string due_field(const Outlook& outlook) {
  const LimitStanding* binding = outlook.binding();
  if (!binding) return field("due", any_applies(outlook) ? "no date yet" : "no limit runs at this stage");
  return field("due", by_words(*binding->clock.due) + provisional_words(binding->clock.provisional) + " - " +
                          shown(binding->limit->title) + ": " + counting_words(outlook, *binding));
}

/// One line a limit but the binding one, with its aim.
std::string limit_lines(const Outlook& outlook) {
  std::string text;
  for (const LimitStanding& limit : outlook.limits) {
    if (limit.state == LimitStanding::State::off) continue;
    if (!limit.binding)
      text += field("also",
                    shown(limit.limit->title) + ": " + due_words(limit) + " (" + counting_words(outlook, limit) + ")");
    if (limit.state != LimitStanding::State::running) continue;
    if (limit.clock.aim) {
      const bool past = passed(limit.clock.aim->due, to_the_minute(outlook.now));
      text += field("aim", (past ? "past its aim, " : "") + by_words(limit.clock.aim->due) + " (" +
                               shown(limit.limit->title) + ")");
    }
    if (limit.limit->within.or_sooner && !limit.clock.agreed)
      text += field("sooner", "a sooner day may be agreed:") + std::string(11, ' ') +
              command_line(outlook, "agree", "DATE --for " + limit.limit->id) + "\n";
    if (limit.clock.before_extension)
      text += field("extended", "'" + limit.limit->id + "' was due " + by_words(*limit.clock.before_extension));
  }
  return text;
}

std::string alerts(const Outlook& outlook) {
  std::string text;
  for (const Alert& alert : outlook.alerts) {
    const bool in_owed = alert.duty && alert.state > AlertState::due_soon;
    if (alert.state == AlertState::urgent || in_owed) continue;
    text += wrapped(word_of(alert.state) + ": " + alert_words(outlook, alert, Audience::at_the_desk), "  - ", "    ");
  }
  return text.empty() ? text : "\nTo act on\n" + text;
}

std::string advice(const Outlook& outlook) {
  std::string text;
  if (!outlook.is().open()) return text;
  for (const Advice& one : outlook.subject.policy->advice) {
    const bool here =
        one.stages.empty() || std::find(one.stages.begin(), one.stages.end(), outlook.is().stage) != one.stages.end();
    if (!here || one.stages.empty() || !holds(one.conditions, outlook.is().marks, outlook.is().route)) continue;
    if (text.empty()) text = "\nAdvice for this stage\n";
    text += wrapped(shown(one.say), "  - ", "    ");
  }
  return text;
}

std::string undone(const Outlook& outlook) {
  const std::string text = left_undone(outlook);
  return text.empty() || outlook.is().standing != CaseStanding::closed ? std::string() : "\n" + text;
}

/// Returns the marks that could be set, each with its command: nothing else on the screen tells of them.
std::string marks(const Outlook& outlook) {
  std::string text;
  if (!outlook.is().open()) return text;
  for (const MarkRule* mark : marks_not_set(outlook, WantedMarks::all))
    text += wrapped(shown(mark->title) + ":", "  - ", "    ") + "    " + command_line(outlook, "mark", mark->id) + "\n";
  return text.empty() ? text : "\nIf it is true\n" + text;
}

std::string next(const Outlook& outlook) {
  if (outlook.is().standing == CaseStanding::void_case) return {};
  std::string text = "\nNext\n";
  for (const NextStep& step : outlook.next) {
    if (!outlook.is().open()) break;
    const std::string why = step.why == NextStep::Why::urgent     ? "urgent: "
                            : step.why == NextStep::Why::optional ? "may be passed over: "
                                                                  : "";
    for (const Occurrence* one : step.before)
      text += wrapped("before stage " + step.stage + ": " + shown(one->duty->what), "  ", "    ") + "    " +
              done_command(outlook, *one) + "\n";
    text += "  " + why + command_of(outlook, step) + "\n";
  }
  const bool closed = outlook.is().standing == CaseStanding::closed;
  const std::string reopen = closed ? "  " + command_line(outlook, "reopen", "--because TEXT") + "\n" : "";
  return text + "  " + last_command(outlook) + "\n" + reopen;
}

}  // namespace

std::string text_of_case(const Outlook& outlook) {
  std::string text = head(outlook);
  const bool open = outlook.is().open();
  if (open)
    text +=
        field("turn", owner_words(outlook, owners_of_stage(*outlook.subject.policy, outlook.is().stage, outlook.is())));
  if (open) text += due_field(outlook) + limit_lines(outlook);
  if (raised_too_late(outlook)) text += field("note", "raised too late: the policy has " + raise_words(outlook));
  for (const std::string& note : outlook.notes) text += field("note", shown(note));
  const std::string urgent = urgent_block(outlook);
  if (!urgent.empty()) text += "\n" + urgent;
  text += alerts(outlook) + ladder_part(outlook) + owed_part(outlook) + undone(outlook) + advice(outlook) +
          events_part(outlook) + marks(outlook) + next(outlook);
  return text;
}

std::string json_of_case(const Outlook& outlook, const Envelope& envelope) {
  Json json = begin_json(envelope);
  add_case(json, outlook);
  return text_of(json);
}

}  // namespace escalate

#include <algorithm>
#include <map>

#include "base/escape.hpp"
#include "base/suggest.hpp"
#include "casefile/event_names.hpp"
#include "casefile/order.hpp"
#include "casefile/standing.hpp"
#include "engine/owners.hpp"
#include "render/case_json.hpp"
#include "render/layout.hpp"
#include "render/sentences.hpp"
#include "render/status.hpp"
#include "time/words.hpp"

namespace escalate {
namespace {

std::string field(const std::string& name, const std::string& value) {
  return wrapped(value, padded(name, 11), std::string(11, ' '));
}

std::string agency_words(const Agency& agency) {
  return shown(agency.agency) + (agency.kind.empty() ? "" : " (" + shown(agency.kind) + ")");
}

std::string theme_title(const Policy& policy, const std::string& theme) {
  for (const auto& [id, title] : policy.themes)
    if (id == theme) return title;
  return theme;
}

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
  std::string text =
      outlook.subject.record->id + "  " + word_of(state.standing) + (state.halted ? ", halted" : "") + "\n";
  text += field("policy", shown(outlook.subject.policy->title) + " (" + outlook.subject.policy->id + ", route " +
                              shown(state.route) + ")");
  if (opened) {
    text += field("child", shown(opened->child));
    text += field("agencies", agency_words(opened->raising) + " to " + agency_words(opened->receiving));
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

/// Returns whether the stay ended late, by the tightest limit that its ending recorded; nothing where it recorded none.
std::string lateness(const Policy& policy, const CaseState& state, const Stay& stay) {
  if (!stay.left) return {};
  const Event& end = state.events[*stay.left];
  std::optional<Stamp> tightest;
  for (const auto& [id, due] : end.was_due) {
    const Limit* limit = policy.limit(id);
    if (limit && limit->covers(stay.stage) && (!tightest || earlier(Due{due}, Due{*tightest}))) tightest = due;
  }
  if (!tightest) return {};
  return passed(Due{*tightest}, end.at) ? ", late: it was due " + by_words(Due{*tightest}) : ", in time";
}

std::string stays_at(const Outlook& outlook, const std::string& stage) {
  std::string text;
  const CaseState& state = outlook.is();
  for (std::size_t i = 0; i < state.stays.size(); ++i) {
    const Stay& stay = state.stays[i];
    if (stay.stage != stage) continue;
    const std::string since = short_words(Due{stay.entered});
    if (!text.empty()) text += "; ";
    text += stay.left ? since + " to " + short_words(Due{state.events[*stay.left].at}) +
                            lateness(*outlook.subject.policy, state, stay)
                      : "since " + since;
  }
  return text;
}

std::string ladder_mark(const Outlook& outlook, const std::string& stage, bool visited) {
  const CaseState& state = outlook.is();
  if (stage == state.stage) return state.open() ? "now " : "end ";
  const bool offered = std::any_of(outlook.next.begin(), outlook.next.end(), [&](const NextStep& step) {
    return step.stage == stage && step.why != NextStep::Why::past_optional;
  });
  if (offered && state.open()) return "next";
  const Route* route = outlook.subject.policy->route(state.route);
  const auto here = route ? rung_of(*route, state.stage) : std::nullopt;
  const auto there = route ? rung_of(*route, stage) : std::nullopt;
  if (visited) return here && there && *there > *here ? "left" : "done";
  return "    ";
}

std::string ladder(const Outlook& outlook) {
  const Route* route = outlook.subject.policy->route(outlook.is().route);
  if (!route) return {};
  std::string text = "\nLadder\n";
  for (const Rung& rung : route->rungs)
    for (const std::string& id : rung.stages) {
      const std::string stays = stays_at(outlook, id);
      const Stage* stage = outlook.subject.policy->stage(id);
      const std::string kind = rung.kind == Rung::Kind::one_of     ? " (one of these)"
                               : rung.kind == Rung::Kind::optional ? " (optional)"
                                                                   : "";
      const std::string line =
          shown(id) + "  " + (stage ? shown(stage->title) : "") + kind + (stays.empty() ? "" : ": " + stays);
      text += wrapped(line, "  " + ladder_mark(outlook, id, !stays.empty()) + "  ", std::string(10, ' '));
    }
  for (const Stay& stay : outlook.is().stays)
    if (!rung_of(*route, stay.stage) && text.find("  also  " + shown(stay.stage) + ",") == std::string::npos)
      text += wrapped(shown(stay.stage) + ", on another route: " + stays_at(outlook, stay.stage), "  also  ",
                      std::string(10, ' '));
  return text;
}

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

std::string owed(const Outlook& outlook) {
  std::string text;
  for (const DutyStanding& duty : outlook.duties)
    if (duty.occurrence->outstanding()) text += owed_line(outlook, duty);
  return text.empty() ? text : "\nOwed\n" + text;
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

std::string text_in(const Event& event) {
  if (const auto* opened = std::get_if<Opened>(&event.body)) return "under " + opened->policy;
  if (const auto* advanced = std::get_if<Advanced>(&event.body)) return "to " + advanced->to + ": " + advanced->because;
  if (const auto* noted = std::get_if<Noted>(&event.body)) return noted->text;
  if (const auto* marked = std::get_if<Marked>(&event.body))
    return marked->mark + (marked->until   ? " cleared"
                           : marked->since ? " since " + short_words(Due{*marked->since})
                                           : " (unknown)");
  if (const auto* done = std::get_if<Done>(&event.body))
    return done->duty + (done->role.empty() ? "" : " (" + done->role + ")") +
           (done->not_needed.empty() ? "" : " not needed: " + done->not_needed) +
           (done->note.empty() ? "" : ": " + done->note);
  if (const auto* agreed = std::get_if<Agreed>(&event.body))
    return agreed->limit_or_duty + " " + by_words(Due{agreed->until});
  if (const auto* extended = std::get_if<Extended>(&event.body))
    return extended->limit_or_duty + " " + by_words(Due{extended->until}) + ": " + extended->because;
  if (const auto* resolved = std::get_if<Resolved>(&event.body)) return resolved->outcome;
  if (const auto* closed = std::get_if<Closed>(&event.body)) return closed->because;
  if (const auto* reopened = std::get_if<Reopened>(&event.body)) return "to " + reopened->to + ": " + reopened->because;
  if (const auto* halted = std::get_if<Halted>(&event.body)) return halted->because;
  if (const auto* assigned = std::get_if<Assigned>(&event.body)) return assigned->role + ": " + assigned->to;
  if (const auto* corrected = std::get_if<Corrected>(&event.body))
    return corrected->corrects.substr(0, 4) + ": " + corrected->because;
  return {};
}

/// Returns what an event says, with the corrections that changed it; of one that is struck out only why.
std::string said_in(const Event& event, bool counts, const std::vector<std::string>& corrections) {
  const std::string reasons = corrections.empty() ? "" : shown(one_line(and_list(corrections)));
  if (!counts) return " - struck out: " + reasons;
  const std::string said = shown(one_line(text_in(event)));
  return (said.empty() ? "" : " - " + said) + (reasons.empty() ? "" : " (corrected: " + reasons + ")");
}

/// Returns why each event was corrected, by its id: of what is struck out, by those that strike it out.
std::map<std::string, std::vector<std::string>> reasons_for(const std::vector<Event>& events,
                                                            const std::vector<bool>& counts) {
  std::map<std::string, std::size_t> index_of;
  for (std::size_t i = 0; i < events.size(); ++i) index_of[events[i].id] = i;
  std::map<std::string, std::vector<std::string>> reasons;
  for (std::size_t i = 0; i < events.size(); ++i) {
    const auto* corrected = std::get_if<Corrected>(&events[i].body);
    const auto target = corrected && counts[i] ? index_of.find(corrected->corrects) : index_of.end();
    if (target == index_of.end()) continue;
    const bool strikes = corrected->instead.kind == Node::Kind::none;
    if (counts[target->second] != strikes) reasons[corrected->corrects].push_back(corrected->because);
  }
  return reasons;
}

/// Lists every event, those struck out too: nothing that was written disappears.
std::string events(const Outlook& outlook) {
  const auto all = amended_events(*outlook.subject.record);
  const auto counts = counting(all);
  const auto reasons = reasons_for(all, counts);
  const auto ids = short_ids(all);
  std::string text = "\nEvents\n";
  for (const std::size_t index : causal_order(all)) {
    const Event& event = all[index];
    const auto late = (day_of(Stamp(event.logged)) - day_of(event.at)).count();
    const std::string recorded = late > 0 ? " (recorded " + age_in_words(static_cast<int>(late)) + " later)" : "";
    const auto why = reasons.find(event.id);
    text += wrapped(ids.at(event.id) + " " + std::string(word_of(event.body)) + " by " + shown(event.by) + recorded +
                        said_in(event, counts[index], why == reasons.end() ? std::vector<std::string>() : why->second),
                    "  " + padded(short_words(Due{event.at}), 22) + " ", std::string(6, ' '));
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
  if (open) text += field("turn", owner_words(outlook, owners_of_stage(*outlook.subject.policy, outlook.is().stage)));
  if (open) text += due_field(outlook) + limit_lines(outlook);
  for (const std::string& note : outlook.notes) text += field("note", shown(note));
  const std::string urgent = urgent_block(outlook);
  if (!urgent.empty()) text += "\n" + urgent;
  text += alerts(outlook) + ladder(outlook) + owed(outlook) + undone(outlook) + advice(outlook) + events(outlook) +
          marks(outlook) + next(outlook);
  return text;
}

std::string json_of_case(const Outlook& outlook, const Envelope& envelope) {
  Json json = begin_json(envelope);
  add_case(json, outlook);
  return text_of(json);
}

}  // namespace escalate

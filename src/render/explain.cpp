#include "render/explain.hpp"

#include "base/escape.hpp"
#include "base/suggest.hpp"
#include "casefile/event_names.hpp"
#include "render/case_json.hpp"
#include "render/counting.hpp"
#include "render/layout.hpp"
#include "render/raise_words.hpp"
#include "render/sentences.hpp"
#include "render/urgent_notice.hpp"
#include "time/london.hpp"
#include "time/words.hpp"

namespace escalate {
namespace {

std::string line(const std::string& text) { return wrapped(text, "  ", "    "); }

/// Returns the policy's own words, where they stand and the reading taken.
std::string clause_lines(const Clause& clause) {
  std::string text;
  const bool silent = clause.source == "none";
  const std::string source = clause.source.empty() || silent ? "" : shown(clause.source) + ": ";
  for (const std::string& words : clause.words) text += line("The policy says, " + source + "\"" + shown(words) + "\"");
  if (clause.words.empty() && !source.empty()) text += line("In the policy: " + shown(clause.source));
  if (clause.words.empty() && silent) text += line("The document is silent on this.");
  if (!clause.reading.empty()) text += line("Reading taken: " + shown(clause.reading));
  if (clause.place.line > 0)
    text += line("(" + shown(clause.place.file) + ", line " + std::to_string(clause.place.line) + ")");
  return text;
}

std::string event_words(const Outlook& outlook, const DueStatement& statement) {
  const Event& event = outlook.is().events[statement.event];
  std::string text = by_words(Due{statement.until}) + " (event " + event.id.substr(0, 4) + ", by " + shown(event.by) +
                     ", " + in_words(event.at) + ")";
  if (const auto* extended = std::get_if<Extended>(&event.body))
    text += ", with " + role_words(outlook, extended->agreed_with) + ": " + shown(extended->because);
  if (const auto* agreed = std::get_if<Agreed>(&event.body))
    if (!agreed->with.empty()) text += ", with " + role_words(outlook, agreed->with);
  return text;
}

/// Returns which event a moment came with, who wrote it, and when that was, where it was another day.
std::string recorded_words(const Outlook& outlook, const Event& event) {
  const Date happened = day_of(event.at);
  const Date logged = london_date(event.logged);
  return "event " + short_id(outlook.subject.record->events, event.id) + ", " + shown(what_happened(event)) + ", by " +
         shown(event.by) + (logged == happened ? "" : ", recorded on " + in_words(logged));
}

/// Returns the event by which the moment came that a limit counts from; null for a mark, which is told by itself.
const Event* event_of(const Outlook& outlook, const LimitStanding& limit) {
  const CaseState& state = outlook.is();
  if (!limit.clock.from) return nullptr;
  if (limit.counted_from) {
    const Happening* one =
        limit.counted_from->kind == Moment::Kind::mark ? nullptr : latest(state, *limit.counted_from);
    return one && iso(one->at) == iso(*limit.clock.from) ? &state.events[one->event] : nullptr;
  }
  for (const Event& event : state.events)
    if (event.id == limit.of) return &event;
  return nullptr;
}

/// Returns by what rule the days are counted: whose holidays, and which day is day 0.
std::string rule_words(const Outlook& outlook, const Count& count, const Duration& duration) {
  const Calendar& calendar = *outlook.subject.calendar;
  if (!count.days.empty()) {
    const std::string zero = outlook.subject.policy->count_from == CountFrom::inclusive
                                 ? "the first working day on or after the moment is day 1"
                             : outlook.subject.policy->count_from == CountFrom::deemed
                                 ? "a moment on a closed day counts as the next working day, which is day 0"
                                 : "the day of the moment is day 0";
    return "Working days by the calendar " + calendar.id + " (published until " + in_words(calendar.official_until) +
           "); " + zero;
  }
  if (std::holds_alternative<Months>(duration))
    return "The same day of the month, or the last where the month is shorter; closed days count";
  if (std::holds_alternative<Days>(duration) || std::holds_alternative<Weeks>(duration))
    return "Every day counts, closed ones too";
  return {};
}

/// Returns whether the time counted is one of hours.
bool counts_hours(const Within& within, const Clock& clock) {
  const bool out_of_hours = clock.computed && clock.computed->out_of_hours;
  const auto& time = out_of_hours ? within.out_of_hours : within.time;
  return time && std::holds_alternative<Hours>(*time);
}

/// Returns all that was agreed and extended, in order, with what each did to the due.
std::string statement_lines(const Outlook& outlook, const Clock& clock) {
  std::string text;
  for (const DueStatement& one : outlook.is().statements) {
    const auto same = [&](const std::optional<DueStatement>& other) {
      return other && other->limit_or_duty == one.limit_or_duty && other->of == one.of;
    };
    if (!same(clock.agreed) && !same(clock.extended)) continue;
    const bool in_force = clock.due && order_of(*clock.due) == order_of(Due{one.until});
    text += line((one.extends ? "Extended: " : "Agreed: ") + event_words(outlook, one) +
                 (in_force ? "" : "; no longer in force"));
  }
  return text;
}

/// Returns how the due came about, from the moment to what people agreed.
std::string clock_lines(const Outlook& outlook, const Clock& clock, const Within* within) {
  std::string text;
  if (clock.from && within && counts_hours(*within, clock) && std::holds_alternative<Date>(*clock.from))
    text += line("The record gives the day alone, so the hours run from 00:00.");
  if (clock.computed && within && counts_hours(*within, clock) &&
      london_offset(instant_of(*clock.from)) != london_offset(instant_of(clock.computed->due.when)))
    text += line("The clocks change in between; the hours are counted as they pass.");
  if (clock.computed && clock.computed->out_of_hours)
    text += line(in_words(*clock.from) + " lies out of office hours, so '" + text_of(*within->out_of_hours) +
                 "' is counted.");
  if (clock.fault) text += line("No due can be worked out: " + clock.fault->text);
  if (clock.computed) {
    const auto& time = clock.computed->out_of_hours ? within->out_of_hours : within->time;
    const std::string rule = time ? rule_words(outlook, *clock.computed, *time) : "";
    if (!rule.empty()) text += line(rule);
    text +=
        line("Counted: " + by_words(clock.computed->due) +
             (clock.computed->provisional ? ", provisional: it rests on bank holidays that GOV.UK has not published yet"
                                          : ""));
    text += day_lines(*clock.computed, *clock.from, "    ");
  }
  if (clock.aim) text += line("The policy's aim: " + by_words(clock.aim->due) + "; wished for, never late");
  text += statement_lines(outlook, clock);
  if (within && clock.lacks_agreement(*within))
    text += line("Nothing is agreed yet" + std::string(clock.due ? "; this is the most it may be" : ""));
  return text;
}

std::string limit_text(const Outlook& outlook, const LimitStanding& limit) {
  const std::string id = limit.limit->id;
  std::string text = wrapped(id + ": " + shown(limit.limit->title) + " - " + due_words(limit), "", "  ");
  text += line(counting_words(outlook, limit));
  if (const Event* event = event_of(outlook, limit)) text += line("That moment: " + recorded_words(outlook, *event));
  if (limit.counted_from && limit.counted_from->kind == Moment::Kind::mark) {
    const auto mark = outlook.is().marks.find(limit.counted_from->subject);
    const Event& event = outlook.is().events[mark->second.by];
    text += line("The mark '" + mark->first + "' was recorded by " + shown(event.by) + " (event " +
                 event.id.substr(0, 4) + ")");
  }
  if (limit.state == LimitStanding::State::off)
    text += line("Its condition in the policy does not hold now, so it asks for nothing.");
  if (limit.state == LimitStanding::State::running) text += clock_lines(outlook, limit.clock, &limit.limit->within);
  return text + clause_lines(limit.limit->clause);
}

std::string duty_text(const Outlook& outlook, const DutyStanding& duty) {
  const Occurrence& one = *duty.occurrence;
  const std::string title = shown(one.duty->what) + " (stage " + one.stage + ", " + one.duty->id +
                            (one.role.empty() ? "" : ", " + one.role) + ") - " + due_words(duty);
  std::string text = wrapped(title, "", "  ");
  text += line("Owed by " + owed_words(outlook, one) + ", from " + moment_words(*outlook.subject.policy, one.moment) +
               " (" + in_words(one.from) + ")");
  text += line("That moment: " + recorded_words(outlook, outlook.is().events[one.event]));
  if (one.duty->within) {
    text += line(within_words(*one.duty->within, one.duty->force));
    text += clock_lines(outlook, duty.clock, &*one.duty->within);
  }
  return text + clause_lines(one.duty->clause);
}

std::string timed_duties(const Outlook& outlook) {
  std::string text;
  for (const DutyStanding& duty : outlook.duties)
    if (duty.occurrence->outstanding() && duty.occurrence->duty->within) text += "\n" + duty_text(outlook, duty);
  return text.empty() ? text : "\nOwed, with a time in the policy\n" + text;
}

/// Duties that no clock counts: what they are, where the policy says so, and by when they are expected.
std::string untimed_duties(const Outlook& outlook) {
  std::string text;
  for (const DutyStanding& duty : outlook.duties) {
    const Occurrence& one = *duty.occurrence;
    if (!one.outstanding() || one.duty->within) continue;
    const std::string& stands = one.duty->clause.source;
    const std::string source = stands.empty() || stands == "none" ? "" : " (" + shown(stands) + ")";
    text +=
        wrapped(one.duty->id + ", stage " + one.stage + ": " + shown(one.duty->what) + source + "; " + due_words(duty),
                "  - ", "    ");
    if (!one.duty->clause.reading.empty())
      text += wrapped("Reading taken: " + shown(one.duty->clause.reading), "    ", "    ");
  }
  return text.empty() ? text : "\nOwed, without a time in the policy\n" + text;
}

/// Duties with a time that are done or not needed: when, and whether that was in time.
std::string timed_duties_ended(const Outlook& outlook) {
  std::string text;
  for (const DutyStanding& duty : outlook.duties) {
    const Occurrence& one = *duty.occurrence;
    if (one.outstanding() || !one.duty->within || !one.ended_at) continue;
    const std::string end = one.end == Occurrence::End::not_needed ? "not needed"
                            : one.end == Occurrence::End::dropped  ? "left undone"
                                                                   : "done";
    const std::string due = duty.clock.due ? "; it was due " + by_words(*duty.clock.due) : "";
    const std::string late = duty.late ? ", late" : duty.clock.due && end == "done" ? ", in time" : "";
    text += wrapped(one.duty->id + ", stage " + one.stage + (one.role.empty() ? "" : ", " + one.role) + ": " +
                        shown(one.duty->what) + "; " + end + " on " + in_words(*one.ended_at) + due + late,
                    "  - ", "    ");
  }
  return text.empty() ? text : "\nNo longer owed, with a time in the policy\n" + text;
}

/// Says that other limits end with the one that binds.
std::string tie_words(const Outlook& outlook, const LimitStanding& binding) {
  std::vector<std::string> others;
  for (const LimitStanding& one : outlook.limits)
    if (!one.binding && one.state == LimitStanding::State::running && one.clock.due &&
        order_of(*one.clock.due) == order_of(*binding.clock.due))
      others.push_back("'" + one.limit->id + "'");
  if (others.empty()) return {};
  return wrapped("Due at the same time: " + and_list(others) + "; of these the first written binds.", "", "");
}

std::string verdict(const Outlook& outlook) {
  const std::string id = outlook.subject.record->id;
  const LimitStanding* binding = outlook.binding();
  if (binding)
    return wrapped(
               id + " is due " + by_words(*binding->clock.due) + provisional_words(binding->clock.provisional) + ".",
               "", "") +
           wrapped("The tightest limit is '" + binding->limit->id + "'" +
                       (outlook.limits.size() > 1 ? "; the others are below it." : ", the only one."),
                   "", "") +
           tie_words(outlook, *binding);
  if (!outlook.is().open()) return wrapped(id + " is " + word_of(outlook.is().standing) + ": no limit runs.", "", "");
  return wrapped(
      id + " has no due: " +
          (outlook.limits.empty() ? "no limit covers " + stage_words(*outlook.subject.policy, outlook.is().stage)
                                  : "none of its limits gives a date yet") +
          ".",
      "", "");
}

}  // namespace

std::string text_of_explain(const Outlook& outlook) {
  std::string text = verdict(outlook);
  for (const std::string& note : outlook.notes) text += wrapped("Note: " + shown(note), "", "  ");
  if (outlook.raise_window) text += wrapped("To be raised within " + raise_words(outlook) + ".", "", "  ");
  const std::string urgent = urgent_block(outlook);
  if (!urgent.empty()) text += "\n" + urgent;
  if (const LimitStanding* binding = outlook.binding()) text += "\n" + limit_text(outlook, *binding);
  for (const LimitStanding& limit : outlook.limits)
    if (!limit.binding) text += "\n" + limit_text(outlook, limit);
  return text + timed_duties(outlook) + untimed_duties(outlook) + timed_duties_ended(outlook);
}

std::string json_of_explain(const Outlook& outlook, const Envelope& envelope) {
  Json json = begin_json(envelope);
  add_case(json, outlook);
  for (std::size_t i = 0; i < outlook.limits.size(); ++i) {
    const auto& computed = outlook.limits[i].clock.computed;
    json["limits"][i]["days"] = computed ? json_of(*computed) : Json::array();
  }
  std::size_t number = 0;
  for (const DutyStanding& duty : outlook.duties)
    if (duty.occurrence->outstanding())
      json["duties"][number++]["days"] = duty.clock.computed ? json_of(*duty.clock.computed) : Json::array();
  return text_of(json);
}

}  // namespace escalate

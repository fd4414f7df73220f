#include "render/explain.hpp"

#include "base/escape.hpp"
#include "render/case_json.hpp"
#include "render/counting.hpp"
#include "render/layout.hpp"
#include "render/raise_words.hpp"
#include "render/sentences.hpp"
#include "time/london.hpp"
#include "time/words.hpp"

namespace escalate {
namespace {

std::string line(const std::string& text) { return wrapped(text, "  ", "    "); }

/// Returns the policy's own words, where they stand and the reading taken.
std::string clause_lines(const Clause& clause) {
  std::string text;
  const std::string source = clause.source.empty() ? "" : shown(clause.source) + ": ";
  for (const std::string& words : clause.words) text += line("The policy says, " + source + "\"" + shown(words) + "\"");
  if (clause.words.empty() && !source.empty()) text += line("In the policy: " + shown(clause.source));
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

/// Returns whether the time counted is one of hours.
bool counts_hours(const Within& within, const Clock& clock) {
  const bool out_of_hours = clock.computed && clock.computed->out_of_hours;
  const auto& time = out_of_hours ? within.out_of_hours : within.time;
  return time && std::holds_alternative<Hours>(*time);
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
    text +=
        line("Counted: " + by_words(clock.computed->due) +
             (clock.computed->provisional ? ", provisional: it rests on bank holidays that GOV.UK has not published yet"
                                          : ""));
    text += day_lines(*clock.computed, *clock.from, "    ");
  }
  if (clock.aim) text += line("The policy's aim: " + by_words(clock.aim->due) + "; wished for, never late");
  if (clock.agreed) text += line("Agreed: " + event_words(outlook, *clock.agreed));
  if (clock.extended) text += line("Extended: " + event_words(outlook, *clock.extended));
  if (within && clock.lacks_agreement(*within))
    text += line("Nothing is agreed yet" + std::string(clock.due ? "; this is the most it may be" : ""));
  return text;
}

std::string limit_text(const Outlook& outlook, const LimitStanding& limit) {
  const std::string id = limit.limit->id;
  std::string text = wrapped(id + ": " + shown(limit.limit->title) + " - " + due_words(limit), "", "  ");
  text += line(counting_words(outlook, limit));
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
    const std::string source = one.duty->clause.source.empty() ? "" : " (" + shown(one.duty->clause.source) + ")";
    text +=
        wrapped(one.duty->id + ", stage " + one.stage + ": " + shown(one.duty->what) + source + "; " + due_words(duty),
                "  - ", "    ");
    if (!one.duty->clause.reading.empty())
      text += wrapped("Reading taken: " + shown(one.duty->clause.reading), "    ", "    ");
  }
  return text.empty() ? text : "\nOwed, without a time in the policy\n" + text;
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
                   "", "");
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
  return text + timed_duties(outlook) + untimed_duties(outlook);
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

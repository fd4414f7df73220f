// The commands that add to an existing case: each says what it needs and what it would write; `record` does the rest.
#include <algorithm>

#include "base/id.hpp"
#include "base/suggest.hpp"
#include "cli/commands.hpp"
#include "cli/record.hpp"
#include "engine/choices.hpp"
#include "engine/known_words.hpp"
#include "time/words.hpp"

namespace escalate {
namespace {

using Bodies = Result<std::vector<Body>>;

Result<void> may_become_unknown(const Outlook& outlook, const std::string& id) {
  TRY(may_be_unknown(*outlook.subject.policy, id));
  const auto state = outlook.is().marks.find(id);
  if (state == outlook.is().marks.end() || !state->second.since) return {};
  return fail(ExitCode::refused, "since when '" + id + "' holds is known: " + in_words(*state->second.since),
              "to give another time: escalate mark " + outlook.subject.record->id + " " + id + "=TIME");
}

/// Returns what else speaks against closing: an urgent mark, duties still owed.
std::string still_there(const Outlook& outlook, const std::vector<std::string>& owed) {
  std::string text;
  for (const UrgentMark& urgent : urgent_marks(*outlook.subject.policy, outlook.is()))
    text += ", '" + urgent.mark + "' is set (urgent)";
  return owed.empty() ? text : text + ", and still owed are " + and_list(owed);
}

std::vector<std::string> set_marks(const CaseState& state) {
  std::vector<std::string> ids;
  for (const auto& [id, mark] : state.marks)
    if (mark.holds) ids.push_back(id);
  return ids;
}

/// Returns the day or time meant: a duration counts from `from`.
Result<Stamp> until_of(const TypedUntil& until, const Due& from, const Subject& subject) {
  if (until.date) return *until.date;
  const bool hours_from_a_day =
      std::holds_alternative<Hours>(*until.duration) && std::holds_alternative<Date>(from.when);
  const Stamp start = hours_from_a_day ? Stamp(order_of(from)) : from.when;
  auto counted =
      count(start, *until.duration, *subject.calendar, subject.policy->count_from, subject.policy->office_hours);
  if (!counted) return tl::make_unexpected(failure_of(counted.error()));
  return counted->due.when;
}

void need_day_or_time(const std::vector<std::string>& words, Typed& typed) {
  if (words.empty()) typed.missing("DATE or DURATION");
}

}  // namespace

Result<ExitCode> run(const NoteOptions& options, Context& context) {
  Typed typed(context);
  const std::string text = typed.needed_text(options.text, "the note", "TEXT");
  Change change{"note", options.case_id, options, {}};
  change.may_precede_opening = true;
  change.decide = [&](const Outlook&, const Stamp&) -> Bodies { return std::vector<Body>{Noted{text}}; };
  return record(change, context, typed);
}

Result<ExitCode> run(const MarkOptions& options, Context& context) {
  Typed typed(context);
  if (!options.mark) typed.missing("MARK ('escalate status CASE' lists them)");
  Change change{"mark", options.case_id, options, {}};
  change.decide = [&](const Outlook& outlook, const Stamp& at) -> Bodies {
    TRY(must_be(outlook, {CaseStanding::open, CaseStanding::resolved}, "mark it"));
    const TypedMark mark = TRY(read_mark(*options.mark, at, context.now()));
    TRY(known_mark(*outlook.subject.policy, mark.mark));
    if (!mark.since && !options.clear) TRY(may_become_unknown(outlook, mark.mark));
    if (!options.clear) return std::vector<Body>{Marked{mark.mark, mark.since, std::nullopt}};
    const auto state = outlook.is().marks.find(mark.mark);
    if (state == outlook.is().marks.end() || !state->second.holds)
      return fail(ExitCode::refused, "the mark '" + mark.mark + "' is not set in case " + outlook.subject.record->id,
                  set_marks(outlook.is()).empty() ? "no mark is set" : "set are " + and_list(set_marks(outlook.is())));
    if (!mark.since)
      return fail(ExitCode::usage, "a mark cannot be cleared at an unknown time", "write MARK=TIME or MARK alone");
    if (before(*mark.since, *state->second.since))
      return fail(ExitCode::refused, "the mark '" + mark.mark + "' was set since " + in_words(*state->second.since) +
                                         "; it cannot be cleared before that");
    return std::vector<Body>{Marked{mark.mark, std::nullopt, mark.since}};
  };
  return record(change, context, typed);
}

Result<ExitCode> run(const DoneOptions& options, Context& context) {
  Typed typed(context);
  if (!options.duty) typed.missing("DUTY ('escalate status CASE' lists what is owed)");
  const std::string note = typed.optional_text(options.note, "--note");
  const std::string not_needed = typed.optional_text(options.not_needed, "--not-needed");
  Change change{"done", options.case_id, options, {}};
  change.may_precede_opening = true;
  change.decide = [&](const Outlook& outlook, const Stamp&) -> Bodies {
    TRY(must_be(outlook, {CaseStanding::open, CaseStanding::resolved, CaseStanding::closed}, "tick a duty"));
    const DoneQuestion question{*options.duty, options.stage.value_or(""), options.role.value_or(""), options.all};
    std::vector<Body> bodies;
    for (const Occurrence* one : TRY(occurrences_to_tick(outlook, question)))
      bodies.push_back(Done{one->duty->id, one->stage, one->of, one->role, note, not_needed});
    return bodies;
  };
  return record(change, context, typed);
}

Result<ExitCode> run(const AgreeOptions& options, Context& context) {
  Typed typed(context);
  need_day_or_time(options.until, typed);
  const std::string with = typed.optional_text(options.with, "--with");
  Change change{"agree", options.case_id, options, {}};
  change.decide = [&](const Outlook& outlook, const Stamp& at) -> Bodies {
    TRY(must_be(outlook, {CaseStanding::open}, "agree a date"));
    const TypedUntil typed_until = TRY(read_until(options.until, context.now()));
    const ClockChoice choice = TRY(clock_to_agree(outlook, options.limit_or_duty.value_or("")));
    const Stamp until = TRY(until_of(typed_until, Due{at}, outlook.subject));
    TRY(may_agree(choice, until, at, outlook.subject.record->id));
    const std::string role = TRY(role_called(*outlook.subject.policy, with));
    return std::vector<Body>{Agreed{until, choice.limit_or_duty, choice.of, role}};
  };
  return record(change, context, typed);
}

Result<ExitCode> run(const ExtendOptions& options, Context& context) {
  Typed typed(context);
  need_day_or_time(options.until, typed);
  const std::string because = typed.needed_text(options.because, "--because", "--because TEXT");
  const std::string with = typed.needed_text(options.agreed_with, "--agreed-with", "--agreed-with ROLE");
  Change change{"extend", options.case_id, options, {}};
  change.decide = [&](const Outlook& outlook, const Stamp&) -> Bodies {
    TRY(must_be(outlook, {CaseStanding::open, CaseStanding::resolved}, "extend a due"));
    const TypedUntil typed_until = TRY(read_until(options.until, context.now()));
    const ClockChoice choice = TRY(clock_to_extend(outlook, options.limit_or_duty.value_or("")));
    const Stamp until = TRY(until_of(typed_until, *choice.due, outlook.subject));
    TRY(may_extend(choice, until));
    const std::string role = TRY(role_called(*outlook.subject.policy, with));
    return std::vector<Body>{Extended{until, choice.limit_or_duty, choice.of, because, role}};
  };
  return record(change, context, typed);
}

Result<ExitCode> run(const AdvanceOptions& options, Context& context) {
  Typed typed(context);
  const std::string because = typed.needed_text(options.because, "--because", "--because TEXT");
  Change change{"advance", options.case_id, options, {}};
  change.decide = [&](const Outlook& outlook, const Stamp&) -> Bodies {
    const Destination to = TRY(destination_of_advance(outlook, options.to.value_or(""), options.route.value_or("")));
    const bool other_route = to.route != outlook.is().route;
    return std::vector<Body>{Advanced{to.stage, because, other_route ? to.route : std::string()}};
  };
  return record(change, context, typed);
}

Result<ExitCode> run(const HaltOptions& options, Context& context) {
  Typed typed(context);
  const std::string because = typed.needed_text(options.because, "--because", "--because TEXT");
  Change change{"halt", options.case_id, options, {}};
  change.decide = [&](const Outlook& outlook, const Stamp&) -> Bodies {
    TRY(may_halt(outlook));
    return std::vector<Body>{Halted{because}};
  };
  return record(change, context, typed);
}

Result<ExitCode> run(const ResumeOptions& options, Context& context) {
  Typed typed(context);
  Change change{"resume", options.case_id, options, {}};
  change.decide = [&](const Outlook& outlook, const Stamp&) -> Bodies {
    TRY(may_resume(outlook));
    return std::vector<Body>{Resumed{}};
  };
  return record(change, context, typed);
}

Result<ExitCode> run(const AssignOptions& options, Context& context) {
  Typed typed(context);
  const std::string role = typed.needed_line(options.role, "ROLE", "ROLE");
  const std::string job = typed.needed_line(options.to, "--to", "--to JOB");
  Change change{"assign", options.case_id, options, {}};
  change.decide = [&](const Outlook& outlook, const Stamp&) -> Bodies {
    TRY(must_be(outlook, {CaseStanding::open, CaseStanding::resolved}, "assign a role"));
    const std::string id = TRY(role_called(*outlook.subject.policy, role));
    return std::vector<Body>{Assigned{id, job}};
  };
  return record(change, context, typed);
}

Result<ExitCode> run(const ResolveOptions& options, Context& context) {
  Typed typed(context);
  const std::string outcome = typed.needed_text(options.outcome, "--outcome", "--outcome TEXT");
  const std::string next_steps = typed.optional_text(options.next_steps, "--next-steps");
  Change change{"resolve", options.case_id, options, {}};
  change.decide = [&](const Outlook& outlook, const Stamp&) -> Bodies {
    TRY(must_be(outlook, {CaseStanding::open}, "resolve it"));
    return std::vector<Body>{Resolved{outlook.is().stage, outcome, next_steps, options.result.value_or("")}};
  };
  return record(change, context, typed);
}

Result<ExitCode> run(const CloseOptions& options, Context& context) {
  Typed typed(context);
  const std::string because = typed.optional_text(options.because, "--because");
  Change change{"close", options.case_id, options, {}};
  change.decide = [&](const Outlook& outlook, const Stamp&) -> Bodies {
    TRY(must_be(outlook, {CaseStanding::open, CaseStanding::resolved}, "close it again"));
    std::vector<std::string> owed;
    for (const DutyStanding& duty : outlook.duties)
      if (keeps_open(duty) && std::find(owed.begin(), owed.end(), duty.occurrence->duty->id) == owed.end())
        owed.push_back(duty.occurrence->duty->id);
    if (because.empty() && outlook.is().open())
      return fail(ExitCode::usage,
                  "'close' needs --because TEXT: case " + outlook.subject.record->id + " is not resolved" +
                      still_there(outlook, owed),
                  "to resolve it: escalate resolve " + outlook.subject.record->id + " --outcome TEXT");
    if (because.empty() && !owed.empty())
      return fail(ExitCode::usage, "'close' needs --because TEXT: still owed are " + and_list(owed),
                  "to tick one: escalate done " + outlook.subject.record->id + " " + owed.front());
    return std::vector<Body>{Closed{because}};
  };
  return record(change, context, typed);
}

Result<ExitCode> run(const ReopenOptions& options, Context& context) {
  Typed typed(context);
  const std::string because = typed.needed_text(options.because, "--because", "--because TEXT");
  Change change{"reopen", options.case_id, options, {}};
  change.decide = [&](const Outlook& outlook, const Stamp&) -> Bodies {
    const std::string stage = TRY(stage_of_reopening(outlook, options.to.value_or("")));
    return std::vector<Body>{Reopened{stage, because}};
  };
  return record(change, context, typed);
}

}  // namespace escalate

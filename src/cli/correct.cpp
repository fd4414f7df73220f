// `escalate correct`: an event no longer counts, or counts with other values.
#include <algorithm>

#include "casefile/event_names.hpp"
#include "casefile/standing.hpp"
#include "cli/commands.hpp"
#include "cli/other_values.hpp"
#include "cli/record.hpp"
#include "engine/choices.hpp"
#include "engine/corrections.hpp"
#include "yaml/case_seen.hpp"

namespace escalate {
namespace {

/// Returns `event` with the values it counts with.
Event as_it_counts(const Case& record, const Event& event) {
  const auto amended = record.amended.find(event.id);
  return amended == record.amended.end() ? event : amended->second;
}

/// Fails unless --void is given for striking out the opening, and for nothing else.
Result<void> void_as_meant(const CorrectOptions& options, const Case& record, const Event& event) {
  const bool opening = std::holds_alternative<Opened>(event.body);
  if (options.void_case && !opening)
    return fail(ExitCode::usage, "'--void' is for the opening of a case alone",
                "leave it out: event " + short_id(record.events, event.id) + " then counts for nothing");
  if (!opening || options.void_case || !options.values.empty()) return {};
  return fail(ExitCode::usage, "striking out the opening makes case " + record.id + " void: it leaves every report",
              "if that is meant: escalate correct " + record.id +
                  " opened --void --because TEXT\n"
                  "for other values: escalate correct " +
                  record.id + " opened --because TEXT --set KEY=VALUE");
}

/// Fails when the event, with its other values, speaks of what is not there.
Result<void> must_say_something(const std::string& id, const Outlook& before, const Outlook& after) {
  const auto ignored = newly_ignored(before, after);
  if (std::none_of(ignored.begin(), ignored.end(), [&](const Event* event) { return event->id == id; })) return {};
  return fail(ExitCode::refused,
              "with these values the event would count for nothing: what it speaks of is not on record",
              "leave out --set to strike it out, then write down what happened");
}

/// Fails when a date agreed or extended, with its other values, could not have been set when it was: it is held against
/// the due in force then.
Result<void> date_must_hold(const std::string& id, const CaseReading& read, const Outlook& after) {
  const auto amended = after.subject.record->amended.find(id);
  if (amended == after.subject.record->amended.end() || any_error(read.faults)) return {};
  Case then = case_up_to(read, id);
  then.events.pop_back();
  if (then.events.empty()) return {};
  Subject subject = after.subject;
  subject.record = &then;
  return may_set_date(amended->second, outlook_of(subject, after.now));
}

/// Returns the policy that `--set policy=ID` names.
std::string policy_set(const std::vector<std::string>& values) {
  const std::string key = "policy=";
  for (const std::string& value : values)
    if (value.starts_with(key)) return value.substr(key.size());
  return {};
}

bool sets_a_date(const std::vector<std::string>& values) {
  return std::any_of(values.begin(), values.end(), [](const std::string& value) {
    const std::string key = value.substr(0, value.find('='));
    return key == "at" || key == "until" || key == "for" || key == "of";
  });
}

}  // namespace

Result<ExitCode> run(const CorrectOptions& options, Context& context) {
  Typed typed(context);
  if (!options.event) typed.missing("EVENT");
  const std::string because = typed.needed_text(options.because, "--because", "--because TEXT");
  std::string id;
  Change change{"correct", options.case_id, options, {}};
  change.decide = [&](const Outlook& outlook, const Stamp&) -> Result<std::vector<Body>> {
    const Case& record = *outlook.subject.record;
    const Event& event = *TRY(event_to_correct(record, *options.event));
    TRY(void_as_meant(options, record, event));
    TRY(must_count(record, event));
    id = event.id;
    Corrected corrected{event.id, because, {}};
    if (options.values.empty()) return std::vector<Body>{corrected};
    Library library(TRY(find_workspace(context.env.working_directory, context.global.dir)));
    const Event counted = as_it_counts(record, event);
    corrected.instead =
        TRY(other_values(options.values, {record, counted, *outlook.subject.policy, library, context.now()}));
    return std::vector<Body>{corrected};
  };
  change.check = [&](const CaseReading& read, const Outlook& before, const Outlook& after) -> Result<void> {
    TRY(must_make_sense(before, after));
    if (!options.values.empty()) TRY(must_say_something(id, before, after));
    if (sets_a_date(options.values)) TRY(date_must_hold(id, read, after));
    return {};
  };
  change.stand_in = policy_set(options.values);
  change.mends = true;
  return record(change, context, typed);
}

}  // namespace escalate

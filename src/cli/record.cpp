// The one place that writes to a case: yaml, engine and store meet here and nowhere else.
#include "cli/record.hpp"

#include <algorithm>
#include <memory>

#include "casefile/order.hpp"
#include "cli/commit.hpp"
#include "cli/formats.hpp"
#include "cli/personal_texts.hpp"
#include "engine/choices.hpp"
#include "render/faults.hpp"
#include "render/written.hpp"
#include "store/lock.hpp"
#include "store/write.hpp"
#include "time/words.hpp"
#include "yaml/event_writer.hpp"

namespace escalate {
namespace {

bool opens(const Event& event) { return std::holds_alternative<Opened>(event.body); }

Result<void> check_late_entry(const Outlook& outlook, const Body& body, const Heading& heading, const Change& change) {
  Event event;
  event.body = body;
  if (!heading.typed_at) return {};
  if (is_position(event)) return not_before_last_move(outlook, heading.at);
  const auto& events = outlook.is().events;
  const auto opening = std::find_if(events.begin(), events.end(), opens);
  if (change.may_precede_opening || opening == events.end() || !before(heading.at, opening->at)) return {};
  return fail(ExitCode::refused,
              "the case was opened on " + in_words(opening->at) + "; '" + change.verb + "' cannot lie before that",
              "only notes, duties done and the time of a mark can");
}

/// Warns when the event lies before one it follows: the newest, or the last that moved the case.
std::optional<Fault> fast_clock(const Case& record, const Outlook& outlook, const Heading& heading) {
  if (heading.typed_at) return std::nullopt;
  const auto heads = newest(record.events);
  const auto& links = outlook.is().chain.links;
  const std::string last_move = links.empty() ? "" : outlook.is().events[links.back().event].id;
  for (const Event& event : record.events) {
    const bool head = std::find(heads.begin(), heads.end(), event.id) != heads.end();
    if ((!head && event.id != last_move) || !before(heading.at, event.at)) continue;
    return Fault{Severity::warning, event.place,
                 "this event, on " + in_words(event.at) +
                     ", is later than the one written now, which follows it: somebody's clock is wrong",
                 "compare the clocks; what happened is written down as it stands", ""};
  }
  return std::nullopt;
}

/// A case with events added, read back from the text it will be. It stays where it is: `subject` points into it.
struct Grown {
  std::string bytes;
  CaseReading reading;
  Subject subject;
};

using GrownCase = std::unique_ptr<const Grown>;

/// Returns the errors of `after` that `before` did not have.
Faults new_errors(const Faults& before, const Faults& after) {
  Faults errors;
  for (const Fault& fault : after) {
    const bool known =
        std::any_of(before.begin(), before.end(), [&](const Fault& one) { return one.text == fault.text; });
    if (!known && fault.severity == Severity::error) errors.push_back(fault);
  }
  return errors;
}

Result<GrownCase> grown(Records& records, const LoadedCase& loaded, const std::vector<Event>& events) {
  auto grown = std::make_unique<Grown>();
  grown->bytes = TRY(appended(loaded.reading.document, events));
  grown->reading = read_case(loaded.file.shown, grown->bytes, loaded.file.id);
  const Faults errors = new_errors(loaded.reading.faults, grown->reading.faults);
  if (!errors.empty())
    return fail(ExitCode::refused, "case " + loaded.file.id + " cannot stand so: " + errors.front().text,
                errors.front().help);
  grown->subject = TRY(records.subject_of(*grown->reading.record));
  return GrownCase(std::move(grown));
}

struct Plan {
  std::vector<Event> events;
  GrownCase after;  ///< with the events
  Faults warnings;  ///< of personal details in them
};

/// Adds one event, with what it makes of the dues in force.
Result<void> add(Plan& plan, Records& records, const LoadedCase& loaded, const Body& body, const Heading& heading,
                 Instant now, PersonalTexts& personal) {
  const Subject before = plan.after ? plan.after->subject : loaded.subject;
  Event event;
  event.at = heading.at;
  event.by = heading.by;
  event.logged = now;
  event.after = newest(before.record->events);
  event.body = body;
  TRY(personal.look_at(event));
  seal(loaded.file.id, event);  // a provisional id, so that the record can be replayed with it
  plan.events.push_back(event);
  GrownCase after = TRY(grown(records, loaded, plan.events));
  Event& last = plan.events.back();
  last.was_due = was_due(before, after->subject);
  if (!last.was_due.empty()) {
    seal(loaded.file.id, last);
    after = TRY(grown(records, loaded, plan.events));
  }
  plan.after = std::move(after);
  return {};
}

Result<Plan> plan(const Change& change, Records& records, const LoadedCase& loaded, const Heading& heading,
                  Instant now) {
  const Outlook outlook = outlook_of(loaded.subject, now);
  const std::vector<Body> bodies = TRY(change.decide(outlook, heading.at));
  Plan plan;
  PersonalTexts personal(change.writing);
  for (const Body& body : bodies) {
    TRY(check_late_entry(outlook, body, heading, change));
    TRY(add(plan, records, loaded, body, heading, now, personal));
  }
  plan.warnings = personal.warnings();
  if (change.check) TRY(change.check(loaded.reading, outlook, outlook_of(plan.after->subject, now)));
  return plan;
}

/// Adds the faults that are not among `problems` yet.
void add_new(const Faults& faults, Faults& problems) {
  for (const Fault& fault : faults)
    if (std::none_of(problems.begin(), problems.end(), [&](const Fault& known) { return known.text == fault.text; }))
      problems.push_back(fault);
}

/// Returns the faults that no change of the case can mend.
Faults of_other_files(const Faults& problems, const std::string& file) {
  Faults others;
  for (const Fault& fault : problems)
    if (fault.place.file != file) others.push_back(fault);
  return others;
}

Result<void> write(const Lock& lock, const LoadedCase& loaded, const Plan& plan) {
  const std::string& bytes = plan.after->bytes;
  TRY(prove(loaded.file.id, loaded.file.shown, loaded.bytes, bytes, plan.events));
  return replace_file(lock, loaded.file.path, loaded.version, bytes, loaded.file.shown);
}

}  // namespace

Result<void> may_be_unknown(const Policy& policy, const std::string& id) {
  const MarkRule* mark = policy.mark(id);
  if (mark && mark->ask_at_open) return {};
  return fail(ExitCode::refused, "since when '" + id + "' holds is needed",
              "write " + id + "=TIME, or " + id + " alone if it holds since now");
}

Result<void> settings_must_hold(const Records& records) {
  if (!any_error(records.settings_faults())) return {};
  return fail(ExitCode::data, "the settings are faulty; nothing is written until they are mended", "",
              records.settings_faults());
}

Result<Heading> heading_of(const WritingOptions& writing, const Settings& settings, Instant now, Typed& typed,
                           const std::string& command) {
  Heading heading;
  heading.by = writing.by ? typed.optional_line(writing.by, "--by") : settings.by;
  if (!writing.by && heading.by.empty()) typed.missing("--by JOB");
  TRY(typed.check(command));
  heading.at = to_the_minute(now);
  heading.typed_at = writing.at.has_value();
  if (writing.at) heading.at = TRY(read_past_time(*writing.at, "--at", now));
  return heading;
}

Result<ExitCode> record(const Change& change, Context& context, Typed& typed) {
  TRY(no_csv(context, change.verb));
  Records records = TRY(Records::find(context));
  TRY(settings_must_hold(records));
  const Heading heading = TRY(heading_of(change.writing, records.settings(), context.now(), typed, change.verb));
  const CaseFile file = TRY(records.named(change.case_id, Naming::to_write));
  records.forget_problems();
  std::optional<Lock> lock;
  if (!change.writing.dry_run) lock = TRY(lock_cases(records.workspace()));
  const auto loaded = TRY(records.load(file, change.stand_in));
  auto attempt = plan(change, records, *loaded, heading, context.now());
  if (!attempt) context.env.err(text_of(records.problems));  // what could not be read may be why
  const Plan planned = TRY(std::move(attempt));
  Faults problems = planned.after->reading.faults;
  const Outlook before = outlook_of(loaded->subject, context.now());
  add_new(change.mends ? of_other_files(records.problems, file.shown) : records.problems, problems);
  if (!change.mends) add_new(before.problems, problems);
  if (const auto warning = fast_clock(*loaded->reading.record, before, heading)) problems.push_back(*warning);
  if (lock) TRY(write(*lock, *loaded, planned));
  lock.reset();
  const ExitCode committed = change.writing.dry_run ? ExitCode::ok
                                                    : commit_if_asked(records, loaded->file.id, loaded->file.shown,
                                                                      planned.events, planned.after->bytes, problems);
  const Outlook after = outlook_of(planned.after->subject, context.now());
  add_new(after.problems, problems);
  add_new(planned.warnings, problems);
  context.env.err(text_of(problems));
  const Written written{&before, &after, planned.events, change.writing.dry_run, problems};
  context.env.out(context.global.format == Format::json ? json_of_written(written) : text_of_written(written));
  return std::max(committed, any_error(problems) ? ExitCode::data : ExitCode::ok);
}

}  // namespace escalate

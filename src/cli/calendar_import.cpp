// `escalate calendar import`: what GOV.UK has published, what that moves, and only then the files.
#include "render/calendar_import.hpp"

#include <algorithm>

#include "base/escape.hpp"
#include "cli/calendar_files.hpp"
#include "cli/commands.hpp"
#include "cli/formats.hpp"
#include "cli/look.hpp"
#include "cli/record.hpp"
#include "feed/bank_holidays.hpp"
#include "render/faults.hpp"
#include "render/status.hpp"
#include "time/london.hpp"
#include "yaml/calendar_writer.hpp"

namespace escalate {
namespace {

/// What GOV.UK has published, and where that was read.
struct Feed {
  std::string file;  ///< safe to print
  std::vector<PublishedHolidays> published;
  Faults warnings;
};

Result<std::string> read_feed_file(const std::filesystem::path& path, const std::string& name) {
  auto read = read_file(path, most_feed_bytes, name);
  if (read) return std::move(read->bytes);
  Failure failure = std::move(read).error();
  for (Fault& fault : failure.faults)
    fault.help += std::string(fault.help.empty() ? "" : "\n") + "FILE is https://www.gov.uk/bank-holidays.json, saved";
  return tl::make_unexpected(std::move(failure));
}

Result<Feed> read_feed(const std::string& typed, Context& context) {
  Feed feed;
  std::string bytes;
  if (typed == "-") {
    feed.file = "standard input";
    bytes = TRY(context.env.read_input(most_feed_bytes));
  } else {
    feed.file = shown(typed);
    bytes = TRY(read_feed_file(context.env.working_directory / typed, feed.file));
  }
  FeedReading reading = read_bank_holidays(feed.file, std::move(bytes), london_date(context.now()));
  if (any_error(reading.faults))
    return fail(ExitCode::data, feed.file + " cannot be used", {}, std::move(reading.faults));
  feed.published = std::move(reading.published);
  feed.warnings = std::move(reading.faults);
  return feed;
}

/// Returns what becomes of each calendar; all that stands in the way is found.
Result<std::vector<ImportedCalendar>> changes_by(const Feed& feed, const std::vector<CalendarFile>& files, Date today) {
  std::vector<ImportedCalendar> calendars;
  Faults faults;
  for (std::size_t i = 0; i < files.size(); ++i) {
    auto change = change_by(feed.published[i], files[i].calendar, today);
    if (change)
      calendars.push_back({files[i].named.shown, &files[i].calendar, *std::move(change)});
    else
      faults.push_back({Severity::error, {feed.file, 0, 0}, change.error().text, change.error().help, {}});
  }
  if (!faults.empty()) return fail(ExitCode::data, feed.file + " cannot be used", {}, std::move(faults));
  return calendars;
}

Result<std::vector<CalendarEdit>> edits_of(const std::vector<ImportedCalendar>& calendars,
                                           const std::vector<CalendarFile>& files) {
  std::vector<CalendarEdit> edits;
  for (std::size_t i = 0; i < files.size(); ++i) {
    const ImportedCalendar& one = calendars[i];
    if (!one.altered()) continue;
    std::string bytes =
        TRY(edited_calendar(files[i].named.shown, files[i].content.bytes, *one.before, one.change.after));
    edits.push_back({&files[i], std::move(bytes)});
  }
  return edits;
}

/// The calendars by name, `uk-any` too.
class Shelf {
 public:
  template <typename Choose>
  Shelf(const std::vector<ImportedCalendar>& imported, const Choose& choose) {
    for (const ImportedCalendar& one : imported) m_calendars.push_back(choose(one));
    m_calendars.push_back(union_of(m_calendars));
  }
  const Calendar* named(const std::string& name) const {
    const auto found = std::find_if(m_calendars.begin(), m_calendars.end(),
                                    [&](const Calendar& calendar) { return calendar.id == name; });
    return &*found;
  }

 private:
  std::vector<Calendar> m_calendars;
};

/// The cases that are not closed, seen with the old calendars; the outlooks stay where they are.
struct Cases {
  std::vector<std::unique_ptr<LoadedCase>> loaded;
  std::vector<std::unique_ptr<const Outlook>> outlooks;
};

Outlook seen_with(const Shelf& shelf, Subject subject, Instant now) {
  subject.calendar = shelf.named(subject.policy->calendar);
  return outlook_of(subject, now);
}

/// Returns the cases that get another date, in the order of `status`.
std::vector<MovedCase> moved(Records& records, const std::vector<ImportedCalendar>& imported, Instant now,
                             Cases& cases) {
  const Shelf before(imported, [](const ImportedCalendar& one) { return *one.before; });
  const Shelf after(imported, [](const ImportedCalendar& one) { return one.change.after; });
  cases.loaded = records.load_all();
  std::vector<const Outlook*> order;
  std::map<const Outlook*, std::vector<Move>> moves;
  for (const auto& loaded : cases.loaded) {
    auto outlook = std::make_unique<const Outlook>(seen_with(before, loaded->subject, now));
    if (!outlook->is().open() && outlook->is().standing != CaseStanding::resolved) continue;
    const Outlook later = seen_with(after, loaded->subject, now);
    moves[outlook.get()] = moves_between(*outlook, later);
    if (!moves[outlook.get()].empty()) order.push_back(outlook.get());
    cases.outlooks.push_back(std::move(outlook));
  }
  sort_by_pressure(order);
  std::vector<MovedCase> result;
  for (const Outlook* outlook : order) result.push_back({outlook, std::move(moves[outlook])});
  return result;
}

enum class Decision { write, leave, unasked };

/// Asks on standard error until the answer is yes or no; the end of the input is no.
Result<Decision> ask(const std::string& report, Context& context) {
  constexpr std::size_t longest_answer = 1000;
  context.env.err(report + "\n");
  for (;;) {
    context.env.err("Write this? [y/n] ");
    const auto answer = TRY(context.env.read_line(longest_answer));
    if (!answer || *answer == "n" || *answer == "no" || *answer == "N") return Decision::leave;
    if (*answer == "y" || *answer == "yes" || *answer == "Y") return Decision::write;
    context.env.err("Type y for yes or n for no; --yes answers beforehand.\n");
  }
}

/// Returns whether to write; asks only where a person sits at the terminal (SEMANTICS.md 29).
Result<Decision> decide(const CalendarImportOptions& options, const CalendarImport& import, Context& context) {
  if (options.dry_run || !import.alters_any()) return Decision::leave;
  if (options.yes) return Decision::write;
  const Env& env = context.env;
  const bool can_ask =
      env.input_is_terminal && env.error_is_terminal && options.file != "-" && context.global.format == Format::text;
  return can_ask ? ask(import_text(import), context) : Result<Decision>(Decision::unasked);
}

/// Returns what follows the report: what was done, and what to do next.
std::string ending(const CalendarImportOptions& options, const CalendarImport& import, bool written,
                   const Workspace& workspace) {
  if (!import.alters_any()) return "\nNothing to write: the calendars have all of it.\n";
  if (!written) return options.dry_run ? "\nNothing was written: --dry-run.\n" : "\nNothing was written.\n";
  return "\nWritten. Where git keeps this folder:\n  git commit -m \"Bank holidays as published\" " +
         file_in(workspace, "policies/calendars").shown + "\n";
}

tl::unexpected<Failure> unanswered(const CalendarImportOptions& options) {
  return fail(ExitCode::usage, "nothing was written: whether to write was not answered",
              "to write it: escalate calendar import " + options.file + " --yes");
}

/// Prints the report unless it was printed before a question, and what came of it.
ExitCode print(const CalendarImportOptions& options, const CalendarImport& import, Decision decision, bool asked,
               Records& records, Context& context) {
  const bool written = decision == Decision::write;
  if (context.global.format == Format::json)
    context.env.out(import_json(import, written, envelope_of(records, context.now())));
  else
    context.env.out((asked ? "" : import_text(import)) + ending(options, import, written, records.workspace()));
  const ExitCode code = tell_problems(records, context);
  if (decision != Decision::unasked) return code;
  context.env.err(text_of(unanswered(options).value()));
  return std::max(code, ExitCode::usage);
}

}  // namespace

Result<ExitCode> run(const CalendarImportOptions& options, Context& context) {
  TRY(no_csv(context, "calendar import"));
  const Feed feed = TRY(read_feed(options.file, context));
  Records records = TRY(Records::find(context));
  if (!options.dry_run) TRY(settings_must_hold(records));
  const auto files = TRY(read_calendar_files(records.library()));
  CalendarImport import;
  import.source = feed.file;
  import.calendars = TRY(changes_by(feed, files, london_date(context.now())));
  const auto edits = TRY(edits_of(import.calendars, files));
  Cases cases;
  import.cases = moved(records, import.calendars, context.now(), cases);
  import.unread = static_cast<int>(records.files().size() - cases.loaded.size()) + records.misplaced();
  records.problems.insert(records.problems.begin(), feed.warnings.begin(), feed.warnings.end());
  const Decision decision = TRY(decide(options, import, context));
  const bool asked = decision != Decision::unasked && !options.yes && !options.dry_run && import.alters_any();
  if (decision == Decision::write) TRY(write_calendars(records.workspace(), edits));
  if (!import.alters_any() && !options.dry_run) TRY(make_calendars_safe(files));
  return print(options, import, decision, asked, records, context);
}

}  // namespace escalate

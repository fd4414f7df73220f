// `escalate calendar show`: how far the calendars go, and the bank holidays of one.
#include <algorithm>

#include "base/letters.hpp"
#include "cli/commands.hpp"
#include "cli/formats.hpp"
#include "cli/library.hpp"
#include "render/calendar.hpp"
#include "render/faults.hpp"
#include "time/quote.hpp"

namespace escalate {
namespace {

Result<std::optional<int>> year_of(const Text& typed) {
  if (!typed) return std::optional<int>();
  if (typed->size() == 4 && std::all_of(typed->begin(), typed->end(), is_digit))
    return std::optional<int>(std::stoi(*typed));
  return fail(ExitCode::usage, "--year: " + in_quotes(*typed) + " is no year", "write it like 2026");
}

/// Fails with `data` where no day of the year is covered.
Result<void> must_cover(const Calendar& calendar, int year) {
  const Date first = std::chrono::year{year} / std::chrono::January / 1;
  const Date last = std::chrono::year{year} / std::chrono::December / 31;
  if (calendar.covers(std::clamp(calendar.covers_from, first, last))) return {};
  const auto beyond = covered(first, calendar);
  return tl::make_unexpected(failure_of(beyond.error()));
}

/// Returns the calendars that can be read; the faults of the others are added to `problems`, each once.
std::vector<const Calendar*> readable(Library& library, Faults& problems) {
  std::vector<const Calendar*> calendars;
  for (const std::string& name : calendar_names()) {
    const auto calendar = library.calendar(name);
    if (calendar)
      calendars.push_back(*calendar);
    else if (name != calendar_names().back())  // whose faults are those of the others
      problems.insert(problems.end(), calendar.error().faults.begin(), calendar.error().faults.end());
  }
  return calendars;
}

std::string text_of_days(const std::vector<const Calendar*>& calendars, std::optional<int> year) {
  std::string text;
  for (const Calendar* calendar : calendars) text += (text.empty() ? "" : "\n") + calendar_text(*calendar, year);
  return text;
}

}  // namespace

Result<ExitCode> run(const CalendarShowOptions& options, Context& context) {
  TRY(no_csv(context, "calendar show"));
  const auto year = TRY(year_of(options.year));
  Library library(TRY(find_workspace(context.env.working_directory, context.global.dir)));
  Faults problems;
  std::vector<const Calendar*> calendars;
  if (options.calendar)
    calendars.push_back(TRY(library.calendar(*options.calendar)));
  else
    calendars = readable(library, problems);
  if (year)
    for (const Calendar* calendar : calendars) TRY(must_cover(*calendar, *year));
  if (context.global.format == Format::json) {
    context.env.out(calendars_json(calendars, year, {context.now(), true, problems}));
  } else {
    context.env.err(text_of(problems));
    context.env.out(options.calendar || year ? text_of_days(calendars, year) : calendars_text(calendars));
  }
  return any_error(problems) ? ExitCode::data : ExitCode::ok;
}

}  // namespace escalate

// `escalate deadline`: the one command that needs no case and no policy, for whoever counts days by hand.
#include <fmt/format.h>

#include <algorithm>

#include "base/suggest.hpp"
#include "cli/commands.hpp"
#include "cli/deadline_batch.hpp"
#include "render/faults.hpp"

namespace escalate {
namespace {

constexpr std::size_t most_batch_bytes = std::size_t{64} << 20;

Result<void> check_options(const DeadlineOptions& options) {
  if (options.batch) {
    if (!options.from && !options.calendar && !options.count_from) return {};
    return fail(ExitCode::usage, "'deadline --batch' reads everything from standard input",
                "write from,duration,calendar,count-from there, a line for each question");
  }
  std::vector<std::string> missing;
  if (!options.from) missing.push_back("FROM");
  if (options.duration.empty()) missing.push_back("DURATION");
  if (missing.empty()) return {};
  return fail(ExitCode::usage, "'deadline' needs " + and_list(missing),
              "for example: escalate deadline 2026-12-14 10 working days");
}

/// Returns the failure of one question: its only fault, or all of them.
Failure failure_of(const DeadlineAnswer& answer) {
  if (answer.no_calendar) return *answer.no_calendar;
  Failure failure = failure_of(answer.faults.front());
  if (answer.faults.size() == 1) return failure;
  for (const TimeFault& fault : answer.faults) {
    failure.faults.push_back({Severity::error, {}, fault.text, fault.help, {}});
    failure.code = std::max(failure.code, failure_of(fault).code);
  }
  return failure;
}

std::string rendered(const Deadline& deadline, const Context& context) {
  if (context.global.format == Format::json) return deadline_json(deadline, {context.now(), true, {}});
  if (context.global.format == Format::csv) return rows_csv({row_of(deadline)});
  return deadline_text(deadline);
}

Result<ExitCode> run_one(const DeadlineOptions& options, Context& context) {
  Calendars calendars(context);
  const DeadlineQuestion question{*options.from, fmt::format("{}", fmt::join(options.duration, " ")),
                                  options.calendar.value_or(""), options.count_from.value_or("")};
  const DeadlineAnswer one = answer(question, context.now(), calendars);
  if (!one.faults.empty()) return tl::make_unexpected(failure_of(one));
  context.env.out(rendered(one.deadline, context));
  return ExitCode::ok;
}

Result<ExitCode> run_batch(Context& context) {
  Calendars calendars(context);
  const std::string input = TRY(context.env.read_input(most_batch_bytes));
  DeadlineBatch batch = TRY(answer_lines(input, context.now(), calendars));
  const ExitCode code = batch.problems.empty() ? ExitCode::ok : ExitCode::data;
  if (context.global.format == Format::json) {
    context.env.out(rows_json(batch.rows, {context.now(), true, std::move(batch.problems)}));
  } else {
    context.env.err(text_of(batch.problems));
    context.env.out(rows_csv(batch.rows));
  }
  return code;
}

}  // namespace

Result<ExitCode> run(const DeadlineOptions& options, Context& context) {
  TRY(check_options(options));
  return options.batch ? run_batch(context) : run_one(options, context);
}

}  // namespace escalate

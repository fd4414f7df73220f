#include "cli/commands.hpp"
#include "cli/formats.hpp"
#include "cli/library.hpp"
#include "cli/timetable_question.hpp"
#include "cli/typed.hpp"
#include "render/faults.hpp"
#include "render/timetable.hpp"
#include "render/timetable_stages.hpp"

namespace escalate {
namespace {

Result<Stamp> start_of(const Text& typed, Instant now) {
  if (typed) return read_time(*typed, "--from", now);
  return fail(ExitCode::usage, "'policy timetable' needs --from TIME",
              "for example --from 2026-11-02, or --from today");
}

}  // namespace

Result<ExitCode> run(const PolicyTimetableOptions& options, Context& context) {
  TRY(no_csv(context, "policy timetable"));
  const Stamp start = TRY(start_of(options.from, context.now()));
  Library library(TRY(find_workspace(context.env.working_directory, context.global.dir)));
  const Policy* policy = TRY(library.policy(options.policy));
  const std::string route = TRY(route_of(*policy, options.route));
  auto marks = TRY(marks_of(options.marks, *policy, start, context.now()));
  const Calendar* calendar = TRY(library.calendar(policy->calendar));
  const TimetableQuestion question{policy, calendar, route, start, std::move(marks), nullptr};
  const Timetable answer{question, timetable(question), collisions(question)};
  Faults problems = library.warnings();
  for (Fault& problem : problems_of(answer.stages)) problems.push_back(std::move(problem));
  if (context.global.format == Format::json) {
    context.env.out(timetable_json(answer, {context.now(), true, problems}));
  } else {
    context.env.err(text_of(problems));
    context.env.out(timetable_text(answer));
  }
  return any_error(problems) ? ExitCode::data : ExitCode::ok;
}

}  // namespace escalate

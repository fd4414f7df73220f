#include "base/id.hpp"
#include "base/suggest.hpp"
#include "cli/commands.hpp"
#include "cli/formats.hpp"
#include "cli/library.hpp"
#include "cli/typed.hpp"
#include "render/faults.hpp"
#include "render/timetable.hpp"

namespace escalate {
namespace {

Result<std::string> route_of(const Policy& policy, const Text& typed) {
  if (!typed) return policy.routes.front().id;
  if (policy.route(*typed)) return *typed;
  const auto ids = ids_of(policy.routes);
  return fail(ExitCode::refused, "policy '" + policy.id + "' has no route '" + *typed + "'",
              did_you_mean(*typed, ids, "its routes are " + and_list(ids)));
}

/// Reads `M=TIME`, `M=unknown` or `M`, which holds since `start`. A timetable is a plan: the time may lie in the
/// future.
Result<std::pair<std::string, Since>> mark_of(const std::string& typed, const Policy& policy, const Stamp& start,
                                              Instant now) {
  const std::size_t equals = typed.find('=');
  const std::string mark = typed.substr(0, equals);
  if (mark.empty())
    return fail(ExitCode::usage, "a mark is missing in '--mark " + typed + "'", "write --mark MARK=TIME");
  const auto ids = ids_of(policy.marks);
  if (!policy.mark(mark))
    return fail(ExitCode::refused, "policy '" + policy.id + "' has no mark '" + mark + "'",
                did_you_mean(mark, ids, ids.empty() ? "it has no marks" : "its marks are " + and_list(ids)));
  if (equals == std::string::npos) return std::pair(mark, Since(start));
  if (typed.substr(equals + 1) == "unknown") return std::pair(mark, Since());
  return std::pair(mark, Since(TRY(read_time(typed.substr(equals + 1), "--mark " + mark, now))));
}

Result<std::vector<std::pair<std::string, Since>>> marks_of(const std::vector<std::string>& typed, const Policy& policy,
                                                            const Stamp& start, Instant now) {
  std::vector<std::pair<std::string, Since>> marks;
  for (const std::string& one : typed) {
    auto mark = TRY(mark_of(one, policy, start, now));
    for (const auto& other : marks)
      if (other.first == mark.first)
        return fail(ExitCode::usage, "the mark '" + mark.first + "' is given twice", "give it once");
    marks.push_back(std::move(mark));
  }
  return marks;
}

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
  const Timetable answer{question, timetable(question)};
  Faults problems = library.warnings();
  for (Fault& problem : problems_of(answer)) problems.push_back(std::move(problem));
  if (context.global.format == Format::json) {
    context.env.out(timetable_json(answer, {context.now(), true, problems}));
  } else {
    context.env.err(text_of(problems));
    context.env.out(timetable_text(answer));
  }
  return any_error(problems) ? ExitCode::data : ExitCode::ok;
}

}  // namespace escalate

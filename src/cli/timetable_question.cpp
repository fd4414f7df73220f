#include "cli/timetable_question.hpp"

#include "base/id.hpp"
#include "base/suggest.hpp"
#include "time/quote.hpp"

namespace escalate {
namespace {

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
    return fail(ExitCode::refused, "policy '" + policy.id + "' has no mark " + in_quotes(mark),
                did_you_mean(mark, ids, ids.empty() ? "it has no marks" : "its marks are " + and_list(ids)));
  if (equals == std::string::npos) return std::pair(mark, Since(start));
  if (typed.substr(equals + 1) == "unknown") return std::pair(mark, Since());
  return std::pair(mark, Since(TRY(read_time(typed.substr(equals + 1), "--mark " + mark, now))));
}

}  // namespace

Result<std::string> route_of(const Policy& policy, const Text& typed) {
  if (!typed) return policy.routes.front().id;
  if (policy.route(*typed)) return *typed;
  const auto ids = ids_of(policy.routes);
  return fail(ExitCode::refused, "policy '" + policy.id + "' has no route " + in_quotes(*typed),
              did_you_mean(*typed, ids, "its routes are " + and_list(ids)));
}

Result<std::vector<std::pair<std::string, Since>>> marks_of(const std::vector<std::string>& typed, const Policy& policy,
                                                            const Stamp& start, Instant now) {
  std::vector<std::pair<std::string, Since>> marks;
  for (const std::string& one : typed) {
    auto mark = TRY(mark_of(one, policy, start, now));
    for (const auto& other : marks)
      if (other.first == mark.first)
        return fail(ExitCode::usage, "the mark " + in_quotes(mark.first) + " is given twice", "give it once");
    marks.push_back(std::move(mark));
  }
  return marks;
}

}  // namespace escalate

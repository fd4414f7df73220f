#include "engine/sums.hpp"

#include <algorithm>
#include <set>

#include "base/suggest.hpp"
#include "policy/check_parts.hpp"

namespace escalate {
namespace {

/// Marks that some clock counts from.
std::set<std::string> counted_marks(const Policy& policy) {
  std::set<std::string> marks;
  for (const Limit& limit : policy.limits)
    for (const Moment& moment : limit.from)
      if (moment.kind == Moment::Kind::mark) marks.insert(moment.subject);
  return marks;
}

bool can_be_used_up(const Limit& limit, const Route& route) {
  std::size_t covered = 0;
  for (const Rung& rung : route.rungs)
    covered +=
        std::any_of(rung.stages.begin(), rung.stages.end(), [&](const std::string& s) { return limit.covers(s); });
  return covered > 1 || (covered == 1 && !limit.from.empty());
}

/// Returns the covered stages that end after the limit is due.
std::vector<std::string> too_late(const std::vector<TimetableStage>& stages, const Limit& limit) {
  std::vector<std::string> late;
  for (const TimetableStage& stage : stages)
    for (const TimetableLimit& one : stage.limits)
      if (one.limit == &limit && one.due && earlier(*one.due, Due{left_at(stage)})) late.push_back(stage.stage);
  return late;
}

struct Finding {
  int days = 0;
  int late_days = 0;
  std::set<std::string> stages;
};

Finding walk_each_day(TimetableQuestion question, const Limit& limit, std::chrono::year year) {
  Finding finding;
  const std::set<std::string> marks = counted_marks(*question.policy);
  const Date first = std::chrono::sys_days{year / 1 / 1};
  const Date last = std::chrono::sys_days{year / 12 / 31};
  question.unused = &limit;
  for (Date day = first; day <= last; day += std::chrono::days{1}) {
    question.start = day;
    question.marks.clear();
    for (const std::string& mark : marks) question.marks.emplace_back(mark, Since(Stamp(day)));
    const auto late = too_late(timetable(question), limit);
    ++finding.days;
    finding.late_days += late.empty() ? 0 : 1;
    finding.stages.insert(late.begin(), late.end());
  }
  return finding;
}

Fault warning(const Limit& limit, const Route& route, const Finding& finding, std::chrono::year year) {
  std::vector<std::string> stages;
  for (const Rung& rung : route.rungs)
    for (const std::string& stage : rung.stages)
      if (finding.stages.count(stage)) stages.push_back("'" + stage + "'");
  const std::string text = "the sums do not close: limit '" + limit.id + "' is due before " +
                           (stages.size() > 1 ? "stages " : "stage ") + and_list(stages) + " of route '" + route.id +
                           "' " + (stages.size() > 1 ? "end" : "ends") + " with every other limit used in full, from " +
                           std::to_string(finding.late_days) + " of the " + std::to_string(finding.days) + " days of " +
                           std::to_string(static_cast<int>(year));
  return warning_at(
      limit.clause, text,
      "the earliest due binds, so nothing is lost; tell the partnership that its times do not fit together");
}

}  // namespace

Faults sums_that_do_not_close(const Policy& policy, const Calendar& calendar, std::chrono::year year) {
  Faults faults;
  for (const Limit& limit : policy.limits)
    for (const Route& route : policy.routes) {
      if (!can_be_used_up(limit, route)) continue;
      TimetableQuestion question{&policy, &calendar, route.id, {}, {}, nullptr};
      const Finding finding = walk_each_day(question, limit, year);
      if (finding.late_days > 0) faults.push_back(warning(limit, route, finding, year));
    }
  return faults;
}

}  // namespace escalate

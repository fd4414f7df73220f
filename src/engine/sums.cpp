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

/// One covered stage that ends after the limit is due.
struct TooLate {
  const TimetableLimit* limit;
  const TimetableStage* stage;
  const Limit* by;  ///< what sets the time at which the stage ends
};

/// Returns the limit that sets when `stage` is left; the one that set when it was entered, where its own come earlier.
const Limit* holds_until(const TimetableStage& stage, const Limit* entered_by) {
  for (const TimetableLimit& one : stage.limits)
    if (one.binding && order_of(Due{left_at(stage)}) <= order_of(*one.due)) return one.limit;
  return entered_by;
}

/// Returns whether `wide` covers all that `limit` does: then it ends later by its nature, and nothing collides.
bool encloses(const Limit* wide, const Limit& limit) {
  if (!wide || wide->whole_case) return wide != nullptr;
  return !limit.whole_case && std::all_of(limit.stages.begin(), limit.stages.end(),
                                          [&](const std::string& stage) { return wide->covers(stage); });
}

std::vector<TooLate> too_late(const std::vector<TimetableStage>& stages, const Limit& limit) {
  std::vector<TooLate> late;
  const Limit* by = nullptr;
  for (const TimetableStage& stage : stages) {
    by = holds_until(stage, by);
    for (const TimetableLimit& one : stage.limits)
      if (one.limit == &limit && one.due && earlier(*one.due, Due{left_at(stage)})) late.push_back({&one, &stage, by});
  }
  return late;
}

/// Returns the last stage whose own limit lets it end too late: one without a date ends when the one before it does.
const TooLate& last_of(const std::vector<TooLate>& late) {
  const auto own = std::find_if(late.rbegin(), late.rend(),
                                [](const TooLate& one) { return one.by && one.by->covers(one.stage->stage); });
  return own == late.rend() ? late.back() : *own;
}

Collision collision_of(const std::vector<TooLate>& late) {
  const TooLate& first = late.front();
  const TooLate& last = last_of(late);
  return {first.limit->limit, *first.limit->due, first.stage->stage,   left_at(*first.stage),
          first.by,           last.stage->stage, left_at(*last.stage), last.by};
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
    const auto stages = timetable(question);
    const auto late = too_late(stages, limit);
    ++finding.days;
    finding.late_days += late.empty() ? 0 : 1;
    for (const TooLate& one : late) finding.stages.insert(one.stage->stage);
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

std::vector<Collision> collisions(const TimetableQuestion& question) {
  std::vector<Collision> found;
  const Route* route = question.policy->route(question.route);
  if (!route) return found;
  for (const Limit& limit : question.policy->limits) {
    if (!can_be_used_up(limit, *route)) continue;
    TimetableQuestion others = question;
    others.unused = &limit;
    const auto stages = timetable(others);
    auto late = too_late(stages, limit);
    const auto by_nature = [&](const TooLate& one) { return encloses(one.by, limit); };
    late.erase(std::remove_if(late.begin(), late.end(), by_nature), late.end());
    if (!late.empty()) found.push_back(collision_of(late));
  }
  return found;
}

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

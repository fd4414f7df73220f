// Simulates a case that uses each limit to the full, by replaying a record made for the purpose, so that a timetable
// can never differ from the dues of a real case. A forecast begins with the record of a real one.
#include "engine/timetable.hpp"

#include "casefile/order.hpp"
#include "engine/passing.hpp"

namespace escalate {
namespace {

/// A record on its way up: moves are added until its route ends.
struct Climb {
  const Policy& policy;
  const Calendar& calendar;
  Case record;
  const Limit* unused = nullptr;
  std::optional<Stamp> now;  ///< no stage is left before it
  bool with_duties = false;
};

/// Adds what would happen next to a record; its id is like none of a file.
void add(Case& record, const Stamp& at, Body body) {
  Event event;
  event.id = "made-" + std::to_string(record.events.size());
  event.at = at;
  event.after = newest(record.events);
  event.body = std::move(body);
  record.events.push_back(std::move(event));
}

Case opened_case(const TimetableQuestion& question) {
  Opened opened;
  opened.policy = question.policy->id;
  opened.route = question.route;
  opened.marks = question.marks;
  const Route* route = question.policy->route(question.route);
  const Marks marks = marks_given(question.marks);
  if (route && !route->rungs.empty()) opened.to = suggested(*question.policy, route->rungs.front(), marks, route->id);
  Case record;
  add(record, question.start, opened);
  return record;
}

TimetableLimit::Settled settled(const Clock& clock) {
  using Settled = TimetableLimit::Settled;
  const auto in_force = [&](const std::optional<DueStatement>& statement) {
    return statement && clock.due && order_of(*clock.due) == order_of(Due{statement->until});
  };
  if (in_force(clock.extended)) return Settled::extended;
  return in_force(clock.agreed) ? Settled::agreed : Settled::by_policy;
}

TimetableLimit shown(const LimitStanding& standing) {
  TimetableLimit limit;
  limit.limit = standing.limit;
  limit.from = standing.clock.from;
  limit.due = standing.clock.due;
  limit.fault = standing.clock.fault;
  limit.provisional = standing.clock.provisional;
  limit.settled = settled(standing.clock);
  limit.nothing_agreed = standing.clock.lacks_agreement(standing.limit->within);
  if (standing.clock.aim) limit.aim = standing.clock.aim->due;
  return limit;
}

/// Marks the earliest due as the one that binds; `unused` hurries nobody.
void bind(TimetableStage& stage, const Limit* unused) {
  TimetableLimit* binding = nullptr;
  for (TimetableLimit& one : stage.limits)
    if (one.due && one.limit != unused && (!binding || earlier(*one.due, *binding->due))) binding = &one;
  if (!binding) return;
  binding->binding = true;
  stage.due = binding->due;
}

std::vector<TimetableDuty> timed_duties(const Climb& climb, const CaseState& state) {
  std::vector<TimetableDuty> duties;
  for (const DutyStanding& one : duties_of(state, climb.policy, climb.calendar)) {
    const Occurrence& owed = *one.occurrence;
    const bool here = owed.stay + 1 == state.stays.size();
    if (!owed.outstanding() || !here || !one.clock.due) continue;
    duties.push_back(
        {owed.duty, owed.stage, owed_by(owed, climb.policy, state), owed.from, *one.clock.due, one.clock.provisional});
  }
  return duties;
}

TimetableStage stage_of(const Climb& climb, const CaseState& state) {
  TimetableStage stage;
  stage.stage = state.stage;
  stage.route = state.route;
  stage.entered = state.stays.back().entered;
  for (const LimitStanding& one : limits_of(state, climb.policy, climb.calendar))
    if (one.state != LimitStanding::State::off) stage.limits.push_back(shown(one));
  bind(stage, climb.unused);
  if (climb.with_duties) stage.duties = timed_duties(climb, state);
  return stage;
}

Stamp next_entered(const Climb& climb, const TimetableStage& stage) {
  const Stamp left = left_at(stage);
  return climb.now ? later_of(left, *climb.now) : left;
}

std::vector<TimetableStage> stages_of(Climb climb) {
  std::vector<TimetableStage> stages;
  for (std::size_t moves = 0; moves <= climb.policy.stages.size(); ++moves) {
    const CaseState state = replay(climb.policy, climb.record);
    if (!state.open() || state.stays.empty()) break;
    const bool unsure = !stages.empty() && (stages.back().earliest || !stages.back().due);
    stages.push_back(stage_of(climb, state));
    stages.back().earliest = unsure;
    const Rung* rung = next_rung(climb.policy, state);
    if (!rung) break;
    const std::string to = suggested(climb.policy, *rung, state.marks, state.route);
    add(climb.record, next_entered(climb, stages.back()), Advanced{to, "", state.route});
  }
  return stages;
}

Climb climb_of(const Outlook& outlook) {
  const Subject& subject = outlook.subject;
  return {*subject.policy, *subject.calendar, *subject.record, nullptr, Stamp(to_the_minute(outlook.now)), true};
}

std::vector<TimetableStage> stages_after(const Outlook& outlook, const NextStep& step) {
  Climb climb = climb_of(outlook);
  add(climb.record, later_of(outlook.is().stays.back().entered, *climb.now), Advanced{step.stage, "", step.route});
  return stages_of(std::move(climb));
}

}  // namespace

Stamp later_of(const Stamp& a, const Stamp& b) {
  if (day_of(a) != day_of(b)) return day_of(a) > day_of(b) ? a : b;
  if (std::holds_alternative<Date>(a)) return b;
  if (std::holds_alternative<Date>(b)) return a;
  return instant_of(a) > instant_of(b) ? a : b;
}

Stamp left_at(const TimetableStage& stage) {
  return stage.due ? later_of(stage.due->when, stage.entered) : stage.entered;
}

std::vector<TimetableStage> timetable(const TimetableQuestion& question) {
  if (!question.policy->route(question.route)) return {};
  return stages_of({*question.policy, *question.calendar, opened_case(question), question.unused, {}, false});
}

Forecast forecast_of(const Outlook& outlook) {
  Forecast forecast;
  if (!outlook.is().open() || outlook.is().stays.empty()) return forecast;
  forecast.stages = stages_of(climb_of(outlook));
  for (const NextStep& step : outlook.next)
    if (step.why == NextStep::Why::urgent) forecast.urgent.push_back(stages_after(outlook, step));
  return forecast;
}

}  // namespace escalate

// Simulates a case that uses each limit to the full, by replaying a record made for the purpose, so that a timetable
// can never differ from the dues of a real case.
#include "engine/timetable.hpp"

#include "engine/passing.hpp"

namespace escalate {
namespace {

Event event_number(std::size_t number, const Stamp& at, Body body) {
  Event event;
  event.id = std::to_string(number);
  event.at = at;
  if (number > 0) event.after = {std::to_string(number - 1)};
  event.body = std::move(body);
  return event;
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
  record.events.push_back(event_number(0, question.start, opened));
  return record;
}

TimetableLimit shown(const LimitStanding& standing) {
  TimetableLimit limit;
  limit.limit = standing.limit;
  limit.from = standing.clock.from;
  limit.due = standing.clock.due;
  limit.fault = standing.clock.fault;
  limit.provisional = standing.clock.provisional;
  if (standing.clock.aim) limit.aim = standing.clock.aim->due;
  return limit;
}

TimetableStage stage_of(const TimetableQuestion& question, const CaseState& state) {
  TimetableStage stage;
  stage.stage = state.stage;
  stage.entered = state.stays.back().entered;
  for (const LimitStanding& one : limits_of(state, *question.policy, *question.calendar))
    if (one.state != LimitStanding::State::off) stage.limits.push_back(shown(one));
  TimetableLimit* binding = nullptr;
  for (TimetableLimit& one : stage.limits)
    if (one.due && one.limit != question.unused && (!binding || earlier(*one.due, *binding->due))) binding = &one;
  if (binding) {
    binding->binding = true;
    stage.due = binding->due;
  }
  return stage;
}

}  // namespace

Stamp left_at(const TimetableStage& stage) {
  if (!stage.due) return stage.entered;
  const Stamp due = stage.due->when;
  if (day_of(due) != day_of(stage.entered)) return day_of(due) > day_of(stage.entered) ? due : stage.entered;
  if (std::holds_alternative<Date>(due)) return stage.entered;
  if (std::holds_alternative<Date>(stage.entered)) return due;
  return instant_of(due) > instant_of(stage.entered) ? due : stage.entered;
}

std::vector<TimetableStage> timetable(const TimetableQuestion& question) {
  std::vector<TimetableStage> stages;
  const Route* route = question.policy->route(question.route);
  if (!route) return stages;
  Case record = opened_case(question);
  for (std::size_t rung = 0; rung < route->rungs.size(); ++rung) {
    const CaseState state = replay(*question.policy, record);
    stages.push_back(stage_of(question, state));
    if (rung + 1 == route->rungs.size()) break;
    const std::string to = suggested(*question.policy, route->rungs[rung + 1], state.marks, route->id);
    record.events.push_back(event_number(rung + 1, left_at(stages.back()), Advanced{to, "", route->id}));
  }
  return stages;
}

}  // namespace escalate

#include "engine/duties.hpp"

#include "engine/owners.hpp"

namespace escalate {
namespace {

bool discharged(const Occurrence& one) { return one.end == Occurrence::End::done || one.end == Occurrence::End::met; }

/// Returns whether the stay in which a duty without a time is expected is over: left, or ended by a resolution.
bool stage_over(const CaseState& state, const Occurrence& one) {
  return one.after_resolution || !state.open() || one.stay + 1 < state.stays.size();
}

DutyStanding standing_of(const CaseState& state, const Policy& policy, const Calendar& calendar,
                         const Occurrence& one) {
  DutyStanding duty;
  duty.occurrence = &one;
  const ClockRule rule{one.duty->within ? &*one.duty->within : nullptr, one.duty->aim ? &*one.duty->aim : nullptr,
                       &calendar, policy.count_from, &policy.office_hours};
  duty.clock = clock_of(rule, one.from, state, one.duty->id, one.of);
  duty.late = discharged(one) && duty.clock.due && passed(*duty.clock.due, *one.ended_at);
  duty.stage_over = stage_over(state, one);
  return duty;
}

}  // namespace

std::vector<DutyStanding> duties_of(const CaseState& state, const Policy& policy, const Calendar& calendar) {
  std::vector<DutyStanding> duties;
  for (const Occurrence& one : state.occurrences) duties.push_back(standing_of(state, policy, calendar, one));
  return duties;
}

std::vector<std::string> owed_by(const Occurrence& occurrence, const Policy& policy, const CaseState& state) {
  if (!occurrence.role.empty()) return {occurrence.role};
  return occurrence.duty->by_owner ? owners_of_stage(policy, occurrence.stage, state) : occurrence.duty->by;
}

bool keeps_open(const DutyStanding& duty) {
  return duty.occurrence->outstanding() && duty.occurrence->duty->force != Force::may;
}

}  // namespace escalate

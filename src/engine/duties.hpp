#pragma once

#include <string>
#include <vector>

#include "engine/clock.hpp"

namespace escalate {

/// A duty that has arisen, with its due and how it ended, if it has.
struct DutyStanding {
  const Occurrence* occurrence = nullptr;
  Clock clock;
  bool late = false;        ///< discharged after its due
  bool stage_over = false;  ///< the stay in which it was expected has ended
};

/// Returns every duty that has arisen since the process began, in the order in which they arose; `state` must outlive
/// the result.
std::vector<DutyStanding> duties_of(const CaseState& state, const Policy& policy, const Calendar& calendar);

/// Returns the roles that owe it: its own `by-each` role, the owner of its stage, or all of `by` together.
std::vector<std::string> owed_by(const Occurrence& occurrence, const Policy& policy, const CaseState& state);

/// Returns whether it counts as outstanding: owed, not yet discharged, and more than a `may`.
bool keeps_open(const DutyStanding& duty);

}  // namespace escalate

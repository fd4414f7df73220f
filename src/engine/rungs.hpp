#pragma once

#include <string>
#include <vector>

#include "engine/replay.hpp"

namespace escalate {

/// Where a case may go next, and why it is offered.
struct NextStep {
  enum class Why { urgent, next, choice, optional, past_optional };
  Why why = Why::next;
  std::string stage;
  std::string route;
  std::vector<const Occurrence*> before;  ///< duties not yet done that belong before it
};

/// Returns the steps upward from where the case stands, urgent ones first, then the next rung's stages in order; none
/// at the top or when the case is closed or void.
std::vector<NextStep> next_steps(const Policy& policy, const CaseState& state);

/// Returns the rung above the one a case stands on, by its route; null at the top.
const Rung* next_rung(const Policy& policy, const CaseState& state);

/// Returns the outstanding duties that belong before `stage`.
std::vector<const Occurrence*> duties_before(const CaseState& state, std::string_view stage);

}  // namespace escalate

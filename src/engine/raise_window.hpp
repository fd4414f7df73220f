#pragma once

#include <optional>

#include "engine/replay.hpp"
#include "time/calendar.hpp"

namespace escalate {

/// Until when a policy lets a matter be raised, for one case. Too late is said and never refuses anything (DESIGN.md
/// section 2, principle 1).
struct RaiseWindow {
  const RaiseBy* rule = nullptr;
  std::optional<Moment> counted_from;  ///< the mark it counts from; nothing while none has happened
  std::optional<Stamp> from;           ///< when that was
  std::optional<Count> count;          ///< its end
  std::optional<TimeFault> fault;      ///< why there is no end
  Stamp opened;
  int days_late = 0;  ///< whole days from the end of the window to the opening; 0 when opened in time

  bool late() const { return count && passed(count->due, opened); }
};

/// Returns the window of a case that has an opening, where its policy has one.
std::optional<RaiseWindow> raise_window_of(const CaseState& state, const Policy& policy, const Calendar& calendar);

}  // namespace escalate

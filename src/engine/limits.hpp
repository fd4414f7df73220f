#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/clock.hpp"

namespace escalate {

/// A limit that covers the stage a case stands at, with its due and why.
struct LimitStanding {
  enum class State {
    running,      ///< its clock has started
    not_started,  ///< it waits for its moment
    off           ///< its `if` or `unless` says not now
  };
  const Limit* limit = nullptr;
  State state = State::running;
  std::string of;                      ///< id of the event that began the run
  Stamp entered;                       ///< start of the run
  std::optional<Moment> counted_from;  ///< the moment the clock counts from; nothing for coming into the stages
  Clock clock;
  bool binding = false;
};

/// Returns every limit that covers the stage of an open case, in file order, own limits first; none when it is resolved
/// or closed. The earliest due binds, on a tie the first (LANGUAGE.md 12).
std::vector<LimitStanding> limits_of(const CaseState& state, const Policy& policy, const Calendar& calendar);

/// Returns the limit that binds, or null.
const LimitStanding* binding_of(const std::vector<LimitStanding>& limits);

}  // namespace escalate

#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/limits.hpp"

namespace escalate {

/// One limit at one stage of a timetable.
struct TimetableLimit {
  const Limit* limit = nullptr;
  std::optional<Stamp> from;  ///< nothing while its moment has not happened
  std::optional<Due> due;
  std::optional<Due> aim;
  std::optional<TimeFault> fault;
  bool binding = false;
  bool provisional = false;
};

struct TimetableStage {
  std::string stage;
  Stamp entered;
  std::optional<Due> due;  ///< the earliest of its limits
  std::vector<TimetableLimit> limits;
};

/// A walk up a route with every limit used in full.
struct TimetableQuestion {
  const Policy* policy = nullptr;
  const Calendar* calendar = nullptr;
  std::string route;
  Stamp start;
  std::vector<std::pair<std::string, Since>> marks;
  const Limit* unused = nullptr;  ///< a limit that is shown but hurries nobody
};

/// Returns each stage of the route with when it is entered and its limits (SEMANTICS.md 31): the next stage is entered
/// at the later of this one's entry and due; a stage without a due is left at once; of `one-of` the suggested one,
/// optional rungs too.
std::vector<TimetableStage> timetable(const TimetableQuestion& question);

/// Returns when the stage after this one is entered.
Stamp left_at(const TimetableStage& stage);

}  // namespace escalate

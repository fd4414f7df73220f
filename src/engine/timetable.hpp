#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/outlook.hpp"

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
  enum class Settled { by_policy, agreed, extended } settled = Settled::by_policy;  ///< what gave the due
  bool nothing_agreed = false;  ///< left to agreement, and nothing is agreed
};

/// A duty with a time that is owed once a stage is entered.
struct TimetableDuty {
  const Duty* duty = nullptr;
  std::string stage;
  std::vector<std::string> roles;  ///< who owe it
  Stamp from;
  Due due;
  bool provisional = false;
};

struct TimetableStage {
  std::string stage;
  std::string route;
  Stamp entered;
  bool earliest = false;   ///< it is entered then at the earliest: a stage before it has no date
  std::optional<Due> due;  ///< the earliest of its limits
  std::vector<TimetableLimit> limits;
  std::vector<TimetableDuty> duties;  ///< of a case only
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

/// What lies before a case if nobody acts.
struct Forecast {
  std::vector<TimetableStage> stages;  ///< the present one first; none where the case is not open
  /// The same if the case went to a stage now that an urgent mark offers: that stage first.
  std::vector<std::vector<TimetableStage>> urgent;
};

/// Returns the forecast of a case from where it stands: each further stage is entered when the one before runs out
/// (SEMANTICS.md 31), but not before now, so that one which is overdue is left now.
Forecast forecast_of(const Outlook& outlook);

/// Returns when the stage after this one is entered.
Stamp left_at(const TimetableStage& stage);

/// Returns the later of two times; on one day, the one with a time of day (SEMANTICS.md 31).
Stamp later_of(const Stamp& a, const Stamp& b);

}  // namespace escalate

#pragma once

#include "engine/timetable.hpp"

namespace escalate {

/// Returns a warning for each limit that cannot hold when the others are used in full: for each route, walked from each
/// day of `year` with every mark its clocks count from set on that day, how often a covered stage ends after the limit
/// is due (LANGUAGE.md, policy check). A limit over one stage from coming into it is left out: nothing before it can
/// use it up.
Faults sums_that_do_not_close(const Policy& policy, const Calendar& calendar, std::chrono::year year);

}  // namespace escalate

#pragma once

#include "engine/timetable.hpp"

namespace escalate {

/// A limit that ends before a stage it covers can end when every other limit is used in full.
struct Collision {
  const Limit* limit = nullptr;
  Due due;
  std::string stage;          ///< the first covered stage that ends too late
  Stamp ends;                 ///< when that stage ends
  const Limit* by = nullptr;  ///< the limit that lets it last so long; it may be one of a stage before
  std::string last_stage;     ///< the last covered stage that ends too late: often the same
  Stamp last_ends;
  const Limit* last_by = nullptr;
};

/// Returns the limits that collide with others on this walk, in file order; one that covers all that another does ends
/// later by its nature and collides with nothing. `unused` of the question is not consulted.
std::vector<Collision> collisions(const TimetableQuestion& question);

/// Returns a warning for each limit that cannot hold when the others are used in full: for each route, walked from each
/// day of `year` with every mark its clocks count from set on that day, how often a covered stage ends after the limit
/// is due (LANGUAGE.md, policy check). A limit over one stage from coming into it is left out: nothing before it can
/// use it up.
Faults sums_that_do_not_close(const Policy& policy, const Calendar& calendar, std::chrono::year year);

}  // namespace escalate

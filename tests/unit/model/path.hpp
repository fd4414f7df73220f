#pragma once

#include "unit/model/standing.hpp"

namespace escalate::model {

/// The way from the opening to where the case stands (SEMANTICS 9).
struct Path {
  Entries events;  ///< position events, the opening first
  bool decided_twice = false;
};

/// `counting` are the events that count; `all` tells which follows which.
Path path_of(const Policy& policy, const Entries& counting, const Entries& all);

/// Returns the route of a case that was on `route` (empty: on none yet) and goes to `stage`.
std::string route_to(const Policy& policy, const Entry& move, const std::string& route);

}  // namespace escalate::model

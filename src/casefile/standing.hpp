#pragma once

#include <set>
#include <string>
#include <vector>

#include "casefile/event.hpp"

namespace escalate {

/// Returns for each of `events`, with the values of amended_events(), whether it counts: unless a counting `corrected`
/// without `instead` names it, so that correcting a correction restores (SEMANTICS.md 7). Corrections that name each
/// other in a ring, which no seal allows, strike nothing out.
std::vector<bool> counting(const std::vector<Event>& events);

/// Returns the events of `record` with the values they count with, in written order, those that do not count included.
std::vector<Event> amended_events(const Case& record);

/// Returns the ids of the events that counting corrections name.
std::set<std::string> corrected_ids(const Case& record);

/// Returns the events that count, with the values they count with, in causal order.
std::vector<Event> standing(const Case& record);

}  // namespace escalate

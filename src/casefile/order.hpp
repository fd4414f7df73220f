#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "casefile/event.hpp"

namespace escalate {

/// Returns the indices of `events`, each id once, in causal order: parents (`after`) first; of those ready the earliest
/// `at`, a date alone being its 00:00, then the smallest id (SEMANTICS.md 8). An event whose parent is not
/// there also follows the one written before it. Every index occurs once even when parents form a cycle: its events
/// follow all others.
std::vector<std::size_t> causal_order(const std::vector<Event>& events);

/// Returns the indices of `events` as a chronology tells them: by `at`, and of one time in causal order. A day alone is
/// told after what is of that day and comes before it in causal order.
std::vector<std::size_t> order_in_time(const std::vector<Event>& events);

/// Returns the indices of each event's parents. An event whose parent is not there also
/// follows the one written before it: files are only ever added to, so that is where the hole is (SEMANTICS.md 22).
std::vector<std::vector<std::size_t>> parents_of(const std::vector<Event>& events);

/// Returns the ids of the events no other event follows, in causal order: what the next event is written `after`.
std::vector<std::string> newest(const std::vector<Event>& events);

/// Returns the ids of a ring of events of which each names the next as a parent, the smallest id first; nothing when
/// there is none. An event that names itself is a ring of one.
std::optional<std::vector<std::string>> parent_cycle(const std::vector<Event>& events);

}  // namespace escalate

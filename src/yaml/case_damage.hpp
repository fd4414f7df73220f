#pragma once

#include <string>
#include <vector>

#include "base/fault.hpp"
#include "base/tree.hpp"
#include "casefile/event.hpp"

namespace escalate {

/// The events of a case file while it is read, each with the tree it was read from.
struct EventsRead {
  std::vector<Event> events;
  std::vector<const Node*> nodes;  ///< of `events`, in the same order
};

/// Leaves each event once. Adds a fault for every id that stands twice with different contents.
void remove_copies(const Document& document, EventsRead& read, Faults& faults);

/// Returns a warning for every event that stands again with the same contents: it counts once.
Faults copies_of_events(const Document& document);

/// Returns what leaves a case without dates: not one `opened`, a ring of parents (SEMANTICS.md 22).
Faults shape_faults(const Document& document, const std::vector<Event>& events);

/// Returns the faults of a case that still has dates: seals that do not hold, unless a counting `corrected` names the
/// event, parents and corrected events that are not in the file (SEMANTICS.md 22).
Faults damage_of(const Document& document, const Case& record);

}  // namespace escalate

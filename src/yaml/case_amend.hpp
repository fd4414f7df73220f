#pragma once

#include <map>
#include <string>

#include "yaml/case_damage.hpp"

namespace escalate {

/// Returns the events that count with other values, by id (SEMANTICS.md 7): each counting `corrected` with `instead`
/// replaces keys, in causal order, and the result is read anew. One that makes no valid event changes nothing and is a
/// fault.
std::map<std::string, Event> amended_by_corrections(const Document& document, const EventsRead& read, Faults& faults);

}  // namespace escalate

#pragma once

#include "engine/outlook.hpp"

namespace escalate {

/// Returns an error for every move of a case that another copy decided otherwise and nothing has settled since
/// (SEMANTICS.md 9): "decided twice".
Faults decided_twice(const Outlook& outlook);

/// Returns a warning for every event that counts for nothing, because what it speaks of is no longer on record; an
/// error where it names, as what it belongs to, an event that the file does not have.
Faults counting_for_nothing(const Outlook& outlook);

}  // namespace escalate

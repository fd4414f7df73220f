#pragma once

#include "engine/outlook.hpp"

namespace escalate {

/// Returns an error for every move of a case that another copy decided otherwise and nothing has settled since
/// (SEMANTICS.md 9): "decided twice".
Faults decided_twice(const Outlook& outlook);

/// Returns a warning for every event that counts for nothing, because what it speaks of is not, or no longer, on
/// record.
Faults counting_for_nothing(const Outlook& outlook);

}  // namespace escalate

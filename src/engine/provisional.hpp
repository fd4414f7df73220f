#pragma once

#include "engine/outlook.hpp"

namespace escalate {

/// Returns a warning for each due in force, of a limit that runs or a duty still owed, that rests on bank holidays
/// which are projected (SEMANTICS.md 23).
Faults provisional_dues(const Outlook& outlook);

}  // namespace escalate

#pragma once

#include "base/fault.hpp"
#include "store/workspace.hpp"

namespace escalate {

/// Returns a warning where users of the computer beside owner and group can read what git keeps of the workspace, every
/// version of every case: its folder of objects, which may lie above the workspace or elsewhere, and each folder on
/// the way to it let others in. Nothing where git keeps nothing, or will not say.
Faults history_open_to_others(const Workspace& workspace);

}  // namespace escalate

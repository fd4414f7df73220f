#pragma once

#include "base/fault.hpp"
#include "store/workspace.hpp"

namespace escalate {

/// Returns a warning for every temporary file that a writer left behind when it was stopped. While another program
/// holds the lock its files may be its own: there is no warning then. Nothing is removed: that is for who writes.
Faults stale_temporaries(const Workspace& workspace);

}  // namespace escalate

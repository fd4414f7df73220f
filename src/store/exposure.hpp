#pragma once

#include <string>

#include "base/fault.hpp"
#include "store/workspace.hpp"

namespace escalate {

/// Returns a warning for everything in the workspace that users of the computer beside owner and group may use, by the
/// mode bits of each: what of `cases/` they can read or change, and what of `policies/`, the settings and the workspace
/// itself they can change. Policies are published documents: reading them harms nobody. What lies below a folder that
/// others cannot enter is out of their reach. Symbolic links are not followed.
Faults open_to_others(const Workspace& workspace);

/// Returns the name of a file as a shell takes it.
std::string in_shell_quotes(const std::string& name);

}  // namespace escalate

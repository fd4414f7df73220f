#pragma once

#include "store/workspace.hpp"

namespace escalate {

/// Removes what writers that were killed left anywhere in the workspace: `.escalate-*.tmp`. Only for who holds the
/// lock, and before anything is read: where a new file was being made, its temporary is a second name of it, and taking
/// that away changes the file's version. What cannot be removed stays, and does no harm.
void remove_leftovers(const Workspace& workspace);

}  // namespace escalate

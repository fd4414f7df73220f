#pragma once

#include "store/descriptor.hpp"
#include "store/workspace.hpp"

namespace escalate {

/// Removes what writers that were killed left anywhere in the workspace: `.escalate-*.tmp`. Only for who holds the
/// lock, and before anything is read: where a new file was being made, its temporary is a second name of it, and taking
/// that away changes the file's version. What cannot be removed stays, and does no harm; what somebody is writing now,
/// as a merge driver may without the lock, stays too.
void remove_leftovers(const Workspace& workspace);

/// Does so in one folder, if it is open; without the lock, what somebody has begun this very moment may be removed too,
/// and that writer fails.
void remove_leftovers(const Descriptor& folder);

}  // namespace escalate

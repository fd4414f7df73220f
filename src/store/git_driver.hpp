#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"
#include "store/workspace.hpp"

namespace escalate {

/// Whether git merges the cases of a workspace with `escalate merge-driver`, or what is missing for that.
/// `other_merge`: some line of git's attributes gives cases to another merge; `other_driver`: git runs another command
/// than `register_merge_driver` sets.
enum class DriverState { no_repository, registered, no_attribute, other_merge, no_driver, other_driver, no_program };

/// Asks git. Fails where git is not there, or cannot read the repository.
Result<DriverState> merge_driver_state(const Workspace& workspace);

/// Returns the line of `.gitattributes` by which a workspace gives its cases to the driver.
std::string driver_attribute();

/// Sets the driver up in this clone: `program` is where escalate is. Returns whether anything changed. Where
/// the program is missing or crashes, git's own merge leaves both sides in the file, and a conflict. Fails with
/// `cannot_write`.
Result<bool> register_merge_driver(const Workspace& workspace, const std::string& program);

/// Returns where this program is, for git to find it whatever PATH is.
std::string own_program();

/// Makes the workspace a git repository of its own.
Result<void> make_repository(const Workspace& workspace);

}  // namespace escalate

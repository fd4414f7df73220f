#pragma once

#include <string>
#include <vector>

#include "cli/library.hpp"
#include "policy/settings.hpp"
#include "store/new_workspace.hpp"

namespace escalate {

/// Returns the files of a new workspace in the order in which they are made: the policies `ids` of those that came with
/// the program, what stands beside them, what is said to people and to git, and last the settings, so that a workspace
/// that has these is whole. Fails with `data` where one of those that came with the program cannot be read.
Result<std::vector<NewFile>> workspace_files(Library& shipped, const std::vector<std::string>& ids,
                                             const Settings& settings);

/// Returns whether a file is one of those that came with the program, which a workspace should have unchanged.
bool is_shipped(const NewFile& file);

/// Returns the README of a workspace: what may be stored there, who may read it, and what to type.
std::string workspace_readme();

}  // namespace escalate

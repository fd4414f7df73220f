#pragma once

#include <string>
#include <vector>

#include "cli/library.hpp"
#include "policy/settings.hpp"
#include "store/env.hpp"
#include "store/new_workspace.hpp"

namespace escalate {

/// Returns the policies that come with the program. Fails with `data` where they are not there, and where not all of
/// them can be seen: a workspace gets all that was meant or none.
Result<Library> shipped_library(const Env& env);

/// Returns the files of a new workspace in the order in which they are made: the policies `ids` of those that came with
/// the program, what stands beside them, what is said to people and to git, and last the settings, so that a workspace
/// that has these is whole. Fails with `data` where one of those that came with the program cannot be read.
Result<std::vector<NewFile>> workspace_files(Library& shipped, const std::vector<std::string>& ids,
                                             const Settings& settings);

/// Makes the files in this order, and says what became of each. Fails as `place_file` does; those before the one that
/// failed are there, whole, and the text says that the workspace is not.
Result<std::vector<Placed>> place_files(const Workspace& workspace, const std::vector<NewFile>& files);

/// Says of a failure on the way that the workspace is not whole, and that the same command again makes it so.
tl::unexpected<Failure> not_whole(Failure failure);

/// Returns whether a file is one of those that came with the program, which a workspace should have unchanged.
bool is_shipped(const NewFile& file);

/// Returns the README of a workspace: what may be stored there, who may read it, and what to type.
std::string workspace_readme();

}  // namespace escalate

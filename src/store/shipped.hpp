#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"
#include "store/env.hpp"
#include "store/workspace.hpp"

namespace escalate {

/// Returns the folder whose `policies/` came with the program, as a workspace without cases: beside the program where
/// it is installed, whatever the prefix was moved to; the source folder where it was built; else where it was to be
/// installed. Fails with `data` where none of these is there.
Result<Workspace> shipped_files(const Env& env);

/// Returns what stands in the folders of `policies/`, as paths from the root, sorted: calendars, schemas, templates.
/// Hidden files are passed over. Fails with `data` where one of the folders cannot be looked into.
Result<std::vector<std::string>> files_beside_policies(const Workspace& shipped);

}  // namespace escalate

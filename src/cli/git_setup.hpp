#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"
#include "store/lock.hpp"
#include "store/workspace.hpp"

namespace escalate {

/// Has git merge the cases of a workspace (`init --git`): makes a repository where none keeps it, gives cases to the
/// merge driver in `.gitattributes`, and tells this clone where the driver is. What is there already stays. Returns
/// what was done, a sentence each; none when all was there. Fails with `cannot_write`.
Result<std::vector<std::string>> set_up_git(const Workspace& workspace);

}  // namespace escalate

#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "store/workspace.hpp"

namespace escalate {

/// Commits the file at `below`, a path from the workspace's root, and nothing else: what is staged stays staged
/// (SEMANTICS.md 25). Hooks and signing are the user's. Waits up to 5 s for another git to let go of the repository.
/// Done is also what another command, which wrote after this one, committed with its own: `bytes` are what this one
/// wrote, and files only grow. Fails with `cannot_write` when git refuses; the failure's help holds what git said and
/// the command to type.
Result<void> commit_file(const Workspace& workspace, const std::filesystem::path& below, const std::string& message,
                         std::string_view bytes);

/// Returns whether what is committed belongs to no branch (a detached HEAD, as within a rebase): the next checkout
/// leaves it behind.
bool is_on_no_branch(const Workspace& workspace);

}  // namespace escalate

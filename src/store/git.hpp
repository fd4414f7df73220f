#pragma once

#include <string>
#include <vector>

#include "store/process.hpp"
#include "store/workspace.hpp"

namespace escalate {

// git is run as a program, in the workspace's folder, and never by a command that looks, `check` excepted (DESIGN.md
// section 8). Of the variables of git's own none that an outer git may have set reaches it.

/// Returns git with these words, to read only: nothing that a repository's files or settings name is run, no other
/// computer is asked, and nothing is locked or written.
Program git_to_read(const Workspace& workspace, const std::vector<std::string>& words);

/// Returns git with these words, as the user's own: hooks, signing and filters are theirs. It asks nothing and opens no
/// editor.
Program git_to_write(const Workspace& workspace, const std::vector<std::string>& words);

/// Where a workspace stands with git.
enum class Repository { none, shallow, whole };

/// Finds out whether git keeps the workspace, and its whole history. Fails where git is not there, or will not say: a
/// folder of somebody else (safe.directory), a broken repository.
Result<Repository> repository_of(const Workspace& workspace);

/// Returns what git said when it failed, a line each, at most ten, in the order it said them.
std::vector<std::string> words_of_git(const Ended& ended);

}  // namespace escalate

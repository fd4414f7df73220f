#pragma once

#include <functional>
#include <string>

#include "base/result.hpp"
#include "store/workspace.hpp"

namespace escalate {

/// Which commits hold a version of a file: some of those the working copy comes from, those of another branch, tag or
/// stash only, or only such as nothing leads to any more.
enum class HeldBy { head, another_branch, nothing };

/// A version of a file under `cases/` that some commit holds.
struct FileVersion {
  std::string below;  ///< its path from the workspace's root
  std::string bytes;
  std::string commit;  ///< one that holds it: of HELD BY HEAD before others, and the newest of these
  HeldBy held_by = HeldBy::head;
};

/// What was read of a repository.
struct HistoryRead {
  std::size_t commits = 0;
  std::size_t unreadable = 0;  ///< commits, folders and files whose objects are missing
};

/// Calls `use` with each version of each `.yaml` or `.yml` file under the workspace's `cases/` that any commit in the
/// repository's store holds, each once: all branches, tags and stashes, what a reset, an amended commit or a forced
/// push left behind, for as long as git keeps it. Grafts and replacements are not followed. Fails where git cannot
/// read the repository.
Result<HistoryRead> every_version(const Workspace& workspace, const std::function<void(const FileVersion&)>& use);

}  // namespace escalate

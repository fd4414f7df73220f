#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "store/lock.hpp"
#include "store/workspace.hpp"

namespace escalate {

/// A folder that may become a workspace, or is one.
struct WorkspacePlace {
  std::filesystem::path folder;  ///< absolute; without symbolic links where it exists
  std::string shown;             ///< what messages call it, safe to print
};

/// Returns the folder that `typed` means, relative to `start`. Nothing is made. Fails with `refused` where it is a
/// file, where the folder above it is missing, and where it lies inside another workspace; with `usage` where a new
/// name holds what a name must not; with `data` where the system does not let it be looked at.
Result<WorkspacePlace> workspace_place(const std::filesystem::path& start, const std::string& typed);

/// Makes the folder and `cases/` in it, where they are not there yet. Nobody but their owner may open them, whatever
/// the umask; in a folder that is shared on purpose (its set-group-id bit is set) its group may open `cases/` as well.
/// Fails with `cannot_write`, and with `refused` where `cases` is a file.
Result<Workspace> make_folders(const std::filesystem::path& start, const WorkspacePlace& place);

/// Returns whether the owner alone may open `cases/`, by its mode. Fails with `data` where that cannot be told.
Result<bool> is_private(const Workspace& workspace);

/// A file that a new workspace gets.
struct NewFile {
  std::string below;  ///< its path from the root
  std::string bytes;
};

/// What became of it: made; there already with the same bytes; or with others, and left as it is.
enum class Placed { added, same, other };

/// Makes the file unless there is one of that name, with the mode of `cases/` (store/write). One that is the same is
/// brought to the disk, so that a command that was cut off can be run again.
Result<Placed> place_file(const Lock& held, const Workspace& workspace, const NewFile& file);

}  // namespace escalate

#pragma once

#include <filesystem>
#include <string_view>

#include "base/result.hpp"
#include "store/lock.hpp"
#include "store/version.hpp"
#include "store/workspace.hpp"

namespace escalate {

// All write a hidden file beside the place, bring it to the disk, put it there in one step and bring that to the disk
// (DESIGN.md section 8, SEMANTICS.md 25). They return only then. They fail with `cannot_write` when the disk or a
// permission does not allow it: nothing was changed then, unless the text says that it was written but may not be safe.
// `name` is what messages call the file, already safe to print; without it they give the path.

/// Puts `bytes` in the place of the file at `path`, which keeps mode, group and access list. `seen` is the version that
/// was read: if the file is another by now, fails with `busy`, and nothing was written.
Result<void> replace_file(const Lock& held, const std::filesystem::path& path, const Version& seen,
                          std::string_view bytes, std::string_view name = {});

/// Puts `bytes` in the place of a file that no lock guards: what git gives a merge driver. Otherwise as `replace_file`.
Result<void> replace_unlocked_file(const std::filesystem::path& path, const Version& seen, std::string_view bytes,
                                   std::string_view name = {});

/// Whether a new file was made, or its name was already in use and nothing was changed.
enum class Created { created, taken };

/// Makes the file `path` with the mode and group of `cases/` but no right to execute; its folder too where that does
/// not exist yet, with the mode and group of `cases/`. Never replaces anything.
Result<Created> create_file(const Lock& held, const Workspace& workspace, const std::filesystem::path& path,
                            std::string_view bytes, std::string_view name = {});

/// Brings to the disk the name of a file that is there already: whoever made it may have been killed before that.
Result<void> make_name_safe(const std::filesystem::path& path, std::string_view name = {});

/// Removes a file, and its name from the disk; for what was made up.
Result<void> remove_file(const Lock& held, const std::filesystem::path& path, std::string_view name = {});

}  // namespace escalate

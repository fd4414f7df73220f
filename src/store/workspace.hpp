#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "base/result.hpp"

namespace escalate {

/// The folder that holds `policies/` and `cases/`.
struct Workspace {
  std::filesystem::path root;  ///< absolute, without symbolic links
  std::string prefix;          ///< what messages put before a name in it: empty where one stands, or ends with a slash
};

/// A file, and what messages call it, safe to print.
struct NamedFile {
  std::filesystem::path path;
  std::string shown;
};

/// Finds the workspace upward from `dash_c`, else from `start`, which is the folder one stands in and where a relative
/// `dash_c` begins. Fails with `data` when there is none.
Result<Workspace> find_workspace(const std::filesystem::path& start, const std::optional<std::string>& dash_c);

/// Returns the workspace whose root is `root`, absolute and without symbolic links, for one who stands in `start`.
Workspace workspace_at(const std::filesystem::path& start, const std::filesystem::path& root);

/// Returns the file at `below`, a path from the workspace's root such as `cases/2026/NY-2026-K7QXM.yaml`.
NamedFile file_in(const Workspace& workspace, const std::filesystem::path& below);

/// Returns the settings file, which need not exist.
NamedFile settings_file(const Workspace& workspace);

}  // namespace escalate

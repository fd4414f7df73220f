#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/fault.hpp"
#include "store/workspace.hpp"

namespace escalate {

/// A case file by its name. What stands there may still be no regular file: reading tells.
struct CaseFile {
  std::filesystem::path path;
  std::string shown;  ///< what messages call it, safe to print
  std::string id;
  int year = 0;
};

/// The case files by name, and what under `cases/` is a problem: a .yaml or .yml file that is not where and how it is
/// read, a folder that cannot be opened, a symbolic link to a folder (SEMANTICS.md 26).
struct Listing {
  std::vector<CaseFile> files;
  Faults problems;
  bool whole = true;  ///< whether each folder could be looked into: else there may be cases that are not in `files`
};

/// A policy or calendar file by its name.
struct PolicyFile {
  std::filesystem::path path;
  std::string shown;
  std::string id;
};

/// The same for `policies/`.
struct PolicyListing {
  std::vector<PolicyFile> policies;
  std::vector<PolicyFile> calendars;
  Faults problems;
  bool whole = true;  ///< nothing could hide in a folder that was not looked into
};

/// Lists `cases/YEAR/ID.yaml`, sorted by name as bytes.
Listing list_cases(const Workspace& workspace);

/// Lists `policies/ID.yaml` and `policies/calendars/NAME.yaml`, sorted by name as bytes.
PolicyListing list_policies(const Workspace& workspace);

/// Returns where the case `id` is kept, whether it exists or not; nothing when `id` is no case id in its written form.
std::optional<CaseFile> case_file(const Workspace& workspace, std::string_view id);

}  // namespace escalate

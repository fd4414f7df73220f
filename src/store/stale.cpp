#include "store/stale.hpp"

#include <algorithm>
#include <system_error>
#include <vector>

#include "store/lock.hpp"
#include "store/temporary.hpp"

namespace escalate {
namespace {

namespace fs = std::filesystem;

/// Adds what a writer leaves in a folder, as paths from the workspace's root; returns the folders in it.
std::vector<fs::path> look_into(const Workspace& workspace, const fs::path& below, std::vector<fs::path>& found) {
  std::vector<fs::path> folders;
  std::error_code error;
  fs::directory_iterator entry(workspace.root / below, error);
  for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
    const fs::path name = entry->path().filename();
    std::error_code ignored;
    if (is_temporary(name.native()))
      found.push_back(below / name);
    else if (entry->is_directory(ignored) && !entry->is_symlink(ignored) && name.native().front() != '.')
      folders.push_back(below / name);
  }
  return folders;
}

std::vector<fs::path> temporaries_in(const Workspace& workspace) {
  std::vector<fs::path> found;
  look_into(workspace, "", found);
  for (const char* top : {"cases", "policies"})
    for (const fs::path& folder : look_into(workspace, top, found)) look_into(workspace, folder, found);
  std::sort(found.begin(), found.end());
  return found;
}

}  // namespace

Faults stale_temporaries(const Workspace& workspace) {
  if (temporaries_in(workspace).empty()) return {};
  if (is_locked(workspace)) return {};
  Faults faults;
  for (const fs::path& below : temporaries_in(workspace))
    faults.push_back(
        {Severity::warning,
         {file_in(workspace, below).shown, 0, 0},
         "a temporary file: whatever wrote it was stopped before it was done",
         "nothing reads it, and the next command that writes removes it; look whether the last thing entered is there",
         {}});
  return faults;
}

}  // namespace escalate

#include "store/leftovers.hpp"

#include <dirent.h>
#include <fcntl.h>

#include <memory>
#include <string>
#include <vector>

#include "store/descriptor.hpp"
#include "store/temporary.hpp"

namespace escalate {
namespace {

/// What stands in a folder: the temporaries, and the folders, whose names do not begin with a dot.
struct Found {
  std::vector<std::string> temporaries;
  std::vector<std::string> folders;
};

Descriptor open_folder(int above, const char* name, int flags) {
  return Descriptor(uninterrupted([&] { return ::openat(above, name, O_RDONLY | O_DIRECTORY | O_CLOEXEC | flags); }));
}

Found found_in(const Descriptor& folder) {
  Found found;
  const int copy = ::openat(folder.number(), ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  const auto close_list = [](DIR* list) { ::closedir(list); };
  const std::unique_ptr<DIR, decltype(close_list)> list(copy < 0 ? nullptr : ::fdopendir(copy), close_list);
  if (!list) return found;
  while (const dirent* entry = ::readdir(list.get())) {
    const std::string name = entry->d_name;
    if (is_temporary(name)) found.temporaries.push_back(name);
    const bool may_be_folder = entry->d_type == DT_DIR || entry->d_type == DT_UNKNOWN;
    if (may_be_folder && name.front() != '.') found.folders.push_back(name);
  }
  return found;
}

enum class Depth { this_folder, and_those_in_it };

/// Follows no symbolic link below `folder`.
void clear(const Descriptor& folder, Depth depth) {
  if (!folder.is_open()) return;
  const Found found = found_in(folder);
  for (const std::string& name : found.temporaries) remove_leftover(folder.number(), name.c_str());
  if (depth == Depth::this_folder) return;
  for (const std::string& name : found.folders)
    clear(open_folder(folder.number(), name.c_str(), O_NOFOLLOW), Depth::this_folder);
}

}  // namespace

void remove_leftovers(const Descriptor& folder) { clear(folder, Depth::this_folder); }

void remove_leftovers(const Workspace& workspace) {
  clear(open_folder(AT_FDCWD, workspace.root.c_str(), 0), Depth::this_folder);
  for (const char* part : {"cases", "policies"})
    clear(open_folder(AT_FDCWD, (workspace.root / part).c_str(), 0), Depth::and_those_in_it);
}

}  // namespace escalate

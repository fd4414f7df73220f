#include "store/git_exposure.hpp"

#include <sys/stat.h>

#include <filesystem>

#include "base/escape.hpp"
#include "store/exposure.hpp"
#include "store/git.hpp"

namespace escalate {
namespace {

namespace fs = std::filesystem;

bool lets_others_in(const fs::path& folder) {
  struct stat status {};
  return ::stat(folder.c_str(), &status) == 0 && (status.st_mode & S_IXOTH) != 0;
}

/// Returns whether others can get to what lies in `folder`, from the root on.
bool is_in_reach(const fs::path& folder) {
  fs::path way;
  for (const fs::path& part : folder)
    if (!part.empty() && !lets_others_in(way /= part)) return false;
  return true;
}

/// Returns the folder that holds the objects, in a linked worktree that of the main one; empty where there is none.
fs::path repository_folder(const Workspace& workspace) {
  const auto ended = run_program(git_to_read(workspace, {"rev-parse", "--path-format=absolute", "--git-common-dir"}));
  if (!ended || ended->code != 0 || !ended->out.ends_with('\n')) return {};
  return ended->out.substr(0, ended->out.size() - 1);
}

/// Returns what messages call the folder, for one who stands where `prefix` leads from.
std::string name_of(const fs::path& folder, const Workspace& workspace) {
  return shown((workspace.prefix / folder.lexically_relative(workspace.root)).lexically_normal().native());
}

}  // namespace

Faults history_open_to_others(const Workspace& workspace) {
  const fs::path folder = repository_folder(workspace);
  if (folder.empty() || !is_in_reach(folder / "objects")) return {};
  const std::string name = name_of(folder, workspace);
  return {{Severity::warning,
           {name, 0, 0},
           "every user of this computer can read in it each version of each case that git keeps",
           "to keep others out: chmod -R o-rwx " + in_shell_quotes(name),
           {}}};
}

}  // namespace escalate

#include "store/workspace.hpp"

#include <algorithm>
#include <system_error>

#include "base/escape.hpp"
#include "store/system_error.hpp"

namespace escalate {
namespace {

namespace fs = std::filesystem;

/// Returns what stands at `path`, links followed. Fails where that cannot be told.
Result<fs::file_type> type_of(const fs::path& path) {
  std::error_code error;
  const fs::file_type type = fs::status(path, error).type();
  if (type != fs::file_type::none) return type;
  return fail(ExitCode::data, "cannot look at '" + shown(path.native()) + "': " + why(error.value()));
}

/// Fails where that cannot be told, or one of the two is there and the other is something else than a folder: going on
/// upward could find a workspace that is not meant.
Result<bool> is_workspace(const fs::path& folder) {
  fs::path odd;
  int folders = 0;
  for (const char* part : {"policies", "cases"}) {
    const fs::file_type type = TRY(type_of(folder / part));
    if (type == fs::file_type::not_found) return false;
    if (type == fs::file_type::directory)
      ++folders;
    else
      odd = folder / part;
  }
  if (folders != 1) return folders == 2;
  return fail(ExitCode::data, "'" + shown(odd.native()) + "' is no folder",
              "a workspace holds the folders policies/ and cases/: put the folder itself there");
}

/// From where one stands down or straight up to the root; the whole path where neither leads there.
std::string prefix_from(const fs::path& here, const fs::path& root) {
  const fs::path way = here.empty() ? root : root.lexically_relative(here);
  if (way == ".") return {};
  const bool up = !way.empty() && *way.begin() == "..";
  const bool only_up = std::all_of(way.begin(), way.end(), [](const fs::path& step) { return step == ".."; });
  const fs::path& shortest = up && !only_up ? root : way;
  return shortest == shortest.root_path() ? shortest.native() : shortest.native() + "/";
}

Result<fs::path> folder_to_start_from(const fs::path& start, const std::optional<std::string>& dash_c) {
  const fs::path named = dash_c ? start / *dash_c : start;
  std::error_code error;
  fs::path folder = fs::canonical(named, error);
  if (!error && fs::is_directory(folder, error)) return folder;
  if (!dash_c)
    return fail(ExitCode::data, "the folder this was started in no longer exists",
                "go to another, or name one with -C");
  return fail(ExitCode::data, "there is no folder '" + shown(*dash_c) + "'",
              "name with -C the folder that holds policies/ and cases/");
}

}  // namespace

Workspace workspace_at(const fs::path& start, const fs::path& root) {
  std::error_code gone;
  return {root, prefix_from(fs::canonical(start, gone), root)};
}

Result<Workspace> find_workspace(const fs::path& start, const std::optional<std::string>& dash_c) {
  const fs::path lowest = TRY(folder_to_start_from(start, dash_c));
  for (fs::path folder = lowest;; folder = folder.parent_path()) {
    if (TRY(is_workspace(folder))) return workspace_at(start, folder);
    if (folder == folder.root_path()) break;
  }
  return fail(ExitCode::data, "no folder from '" + shown(lowest.native()) + "' upward holds both policies/ and cases/",
              "go to the folder that does, name it with -C, or make one: escalate init FOLDER");
}

NamedFile file_in(const Workspace& workspace, const fs::path& below) {
  return {workspace.root / below, shown(workspace.prefix + below.native())};
}

NamedFile settings_file(const Workspace& workspace) { return file_in(workspace, "escalate.yaml"); }

}  // namespace escalate

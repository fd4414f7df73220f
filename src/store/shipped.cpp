#include "store/shipped.hpp"

#include <algorithm>
#include <system_error>
#include <vector>

#include "base/escape.hpp"
#include "base/suggest.hpp"

namespace escalate {
namespace {

namespace fs = std::filesystem;

/// Returns the places in the order in which they are tried. ESCALATE_DATA_FROM_PROGRAM leads from the folder of an
/// installed program to its data; a build folder has a link to the policies of its source.
std::vector<fs::path> candidates(const Env& env) {
  std::vector<fs::path> folders;
  if (!env.program.empty()) {
    const fs::path beside = env.program.parent_path();
    folders = {beside / ESCALATE_DATA_FROM_PROGRAM, beside};
  }
  folders.emplace_back(ESCALATE_INSTALLED_DATA);
  return folders;
}

}  // namespace

Result<Workspace> shipped_files(const Env& env) {
  std::vector<std::string> looked_in;
  for (const fs::path& folder : candidates(env)) {
    std::error_code error;
    const fs::path policies = fs::canonical(folder / "policies", error);
    if (!error && fs::is_directory(policies / "calendars", error))
      return Workspace{policies.parent_path(), policies.parent_path().native() + "/"};
    looked_in.push_back("'" + shown((folder.lexically_normal() / "policies").native()) + "'");
  }
  return fail(ExitCode::data,
              "the policies that come with the program are not there; looked for " + and_list(looked_in),
              "install the program again with all its files");
}

std::vector<std::string> files_beside_policies(const Workspace& shipped) {
  std::vector<std::string> files;
  std::error_code error;
  for (fs::directory_iterator folder(shipped.root / "policies", error), end; !error && folder != end;
       folder.increment(error)) {
    if (!folder->is_directory(error)) continue;
    for (fs::directory_iterator file(folder->path(), error); !error && file != end; file.increment(error))
      if (file->is_regular_file(error) && file->path().filename().native().front() != '.')
        files.push_back(file->path().lexically_relative(shipped.root).native());
  }
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace escalate

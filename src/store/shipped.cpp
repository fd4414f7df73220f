#include "store/shipped.hpp"

#include <algorithm>
#include <system_error>
#include <vector>

#include "base/escape.hpp"
#include "base/suggest.hpp"
#include "store/system_error.hpp"

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

tl::unexpected<Failure> cannot_look(const fs::path& path, const std::error_code& error) {
  return fail(ExitCode::data, "cannot look at '" + shown(path.native()) + "': " + why(error.value()));
}

/// Returns what stands in a folder; what came with the program is copied whole or not at all.
Result<std::vector<fs::directory_entry>> entries_of(const Workspace& shipped, const fs::path& below) {
  std::vector<fs::directory_entry> entries;
  std::error_code error;
  fs::directory_iterator entry(shipped.root / below, error);
  for (; !error && entry != fs::directory_iterator(); entry.increment(error)) entries.push_back(*entry);
  if (error) return cannot_look(shipped.root / below, error);
  return entries;
}

Result<bool> is_of_kind(const fs::directory_entry& entry, fs::file_type kind) {
  std::error_code error;
  const fs::file_status status = entry.status(error);
  if (status.type() == fs::file_type::none) return cannot_look(entry.path(), error);
  return status.type() == kind;
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

Result<std::vector<std::string>> files_beside_policies(const Workspace& shipped) {
  std::vector<std::string> files;
  for (const fs::directory_entry& folder : TRY(entries_of(shipped, "policies"))) {
    if (!TRY(is_of_kind(folder, fs::file_type::directory))) continue;
    for (const fs::directory_entry& file : TRY(entries_of(shipped, folder.path().lexically_relative(shipped.root))))
      if (TRY(is_of_kind(file, fs::file_type::regular)) && file.path().filename().native().front() != '.')
        files.push_back(file.path().lexically_relative(shipped.root).native());
  }
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace escalate

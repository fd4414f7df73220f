#include "cli/workspace_files.hpp"

#include "store/files.hpp"
#include "store/shipped.hpp"
#include "yaml/read.hpp"
#include "yaml/settings_writer.hpp"

namespace escalate {
namespace {

/// What an editor or a writer that was killed may leave beside a case must not go into the history of a repository.
constexpr std::string_view ignored_by_git =
    "# What editors and interrupted writing leave behind.\n"
    ".escalate-*.tmp\n"
    "*~\n"
    "*.swp\n"
    ".#*\n";

Result<NewFile> copy_of(const Workspace& shipped, const std::string& below) {
  const NamedFile file = file_in(shipped, below);
  FileContent content = TRY(read_file(file.path, most_policy_bytes, file.shown));
  return NewFile{below, std::move(content.bytes)};
}

}  // namespace

Result<std::vector<NewFile>> workspace_files(Library& shipped, const std::vector<std::string>& ids,
                                             const Settings& settings) {
  std::vector<NewFile> files;
  for (const std::string& id : ids) files.push_back(TRY(copy_of(shipped.workspace(), "policies/" + id + ".yaml")));
  for (const std::string& below : files_beside_policies(shipped.workspace()))
    files.push_back(TRY(copy_of(shipped.workspace(), below)));
  files.push_back({"cases/.gitkeep", ""});
  files.push_back({".gitignore", std::string(ignored_by_git)});
  files.push_back({"README.md", workspace_readme()});
  files.push_back({"escalate.yaml", settings_text(settings)});
  return files;
}

bool is_shipped(const NewFile& file) { return file.below.starts_with("policies/"); }

}  // namespace escalate

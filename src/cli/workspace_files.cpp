#include "cli/workspace_files.hpp"

#include <algorithm>

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

Result<Library> shipped_library(const Env& env) {
  Library shipped(TRY(shipped_files(env)));
  const PolicyListing& listing = shipped.listing();
  if (listing.whole) return shipped;
  return fail(ExitCode::data, "the policies that come with the program cannot be read", "", listing.problems);
}

Result<std::vector<NewFile>> workspace_files(Library& shipped, const std::vector<std::string>& ids,
                                             const Settings& settings) {
  std::vector<NewFile> files;
  for (const std::string& id : ids) files.push_back(TRY(copy_of(shipped.workspace(), "policies/" + id + ".yaml")));
  for (const std::string& below : TRY(files_beside_policies(shipped.workspace())))
    files.push_back(TRY(copy_of(shipped.workspace(), below)));
  files.push_back({"cases/.gitkeep", ""});
  files.push_back({".gitignore", std::string(ignored_by_git)});
  files.push_back({"README.md", workspace_readme()});
  files.push_back({"escalate.yaml", settings_text(settings)});
  return files;
}

tl::unexpected<Failure> not_whole(Failure failure) {
  constexpr std::string_view said = "; the workspace is not whole";
  if (failure.text.ends_with(said)) return tl::make_unexpected(std::move(failure));
  failure.text.resize(std::min(failure.text.size(), failure.text.find("; nothing was changed")));
  failure.text += said;
  if (failure.help.starts_with("do not run the command again")) failure.help.clear();  // it writes nothing twice
  failure.help += failure.help.empty() ? "" : "\n";
  failure.help += "the same command again then makes it whole";
  return tl::make_unexpected(std::move(failure));
}

Result<std::vector<Placed>> place_files(const Workspace& workspace, const std::vector<NewFile>& files) {
  std::vector<Placed> placed;
  auto lock = lock_cases(workspace);
  if (!lock) return not_whole(std::move(lock).error());
  for (const NewFile& file : files) {
    const auto one = place_file(*lock, workspace, file);
    if (!one) return not_whole(one.error());
    placed.push_back(*one);
  }
  return placed;
}

bool is_shipped(const NewFile& file) { return file.below.starts_with("policies/"); }

}  // namespace escalate

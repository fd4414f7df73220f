#include "cli/git_setup.hpp"

#include "store/files.hpp"
#include "store/git.hpp"
#include "store/git_driver.hpp"
#include "store/write.hpp"

namespace escalate {
namespace {

constexpr std::size_t most_attributes_bytes = std::size_t{1} << 20;

bool has_line(std::string_view text, std::string_view wanted) {
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t end = std::min(text.find('\n', start), text.size());
    std::string_view line = text.substr(start, end - start);
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line == wanted) return true;
    start = end + 1;
  }
  return false;
}

bool is_last_line(std::string_view text, std::string_view wanted) {
  while (text.ends_with('\n') || text.ends_with('\r')) text.remove_suffix(1);
  return text.substr(text.rfind('\n') + 1) == wanted;
}

/// Returns whether git does not heed the line that gives cases to the driver.
bool is_overruled(const Workspace& workspace) {
  const auto state = merge_driver_state(workspace);
  return state && (*state == DriverState::other_merge || *state == DriverState::no_attribute);
}

/// Adds the line to `.gitattributes` unless it stands there, or once more at the end where lines below it overrule it.
/// Returns whether it did.
Result<bool> add_attribute(const Workspace& workspace) {
  const NamedFile file = file_in(workspace, ".gitattributes");
  const std::string line = driver_attribute();
  std::error_code ignored;
  if (!std::filesystem::exists(std::filesystem::symlink_status(file.path, ignored))) {
    const Lock lock = TRY(lock_cases(workspace));
    const std::string bytes = "# git merges cases with escalate: see escalate-case(5)\n" + line + "\n";
    if (TRY(create_file(lock, workspace, file.path, bytes, file.shown)) == Created::created) return true;
  }
  const FileContent content = TRY(read_file(file.path, most_attributes_bytes, file.shown));
  if (has_line(content.bytes, line) && (is_last_line(content.bytes, line) || !is_overruled(workspace))) return false;
  std::string bytes = content.bytes;
  if (!bytes.empty() && !bytes.ends_with('\n')) bytes += '\n';
  bytes += line + "\n";
  TRY(replace_unlocked_file(file.path, content.version, bytes, file.shown));
  return true;
}

}  // namespace

Result<std::vector<std::string>> set_up_git(const Workspace& workspace) {
  std::vector<std::string> done;
  if (TRY(repository_of(workspace)) == Repository::none) {
    TRY(make_repository(workspace));
    done.emplace_back(
        "A git repository was made here. Keep it private; to commit what is in it: git add -A, then git commit");
  }
  if (TRY(add_attribute(workspace))) done.emplace_back("Added to .gitattributes: " + driver_attribute());
  if (TRY(register_merge_driver(workspace, own_program())))
    done.emplace_back(
        "This clone now merges cases with escalate merge-driver; each other clone needs: escalate init --git");
  return done;
}

}  // namespace escalate

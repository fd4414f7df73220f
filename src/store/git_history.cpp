// Every commit object of the store is walked down to cases/, in the order of who holds it; trees and blobs that were
// met before are passed over, so each is read once.
#include "store/git_history.hpp"

#include <set>
#include <unordered_set>
#include <vector>

#include "store/git.hpp"
#include "store/git_objects.hpp"
#include "store/names.hpp"

namespace escalate {
namespace {

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t start = 0, end = 0; start < text.size(); start = end + 1) {
    end = std::min(text.find('\n', start), text.size());
    lines.push_back(text.substr(start, end - start));
  }
  return lines;
}

class Walk {
 public:
  Walk(GitObjects objects, std::vector<std::string> folders, const std::function<void(const FileVersion&)>& use)
      : m_objects(std::move(objects)), m_folders(std::move(folders)), m_use(use) {}

  void commit(const std::string& id, HeldBy held_by) {
    if (!m_commits.insert(id).second) return;
    ++read.commits;
    m_version.commit = id;
    m_version.held_by = held_by;
    if (const auto commit = object(id, "commit")) folder(tree_of(commit->bytes), 0, "");
  }

  bool has_ended() const { return m_objects.has_ended(); }

  HistoryRead read;

 private:
  std::optional<GitObject> object(const std::string& id, std::string_view type) {
    auto found = m_objects.object(id);
    if (found && found->type == type) return found;
    ++read.unreadable;
    return std::nullopt;
  }

  /// Looks into a tree: `depth` of the folders on the way down to cases/ are passed, `below` is the way from there.
  void folder(const std::string& id, std::size_t depth, const std::string& below) {
    if (!m_seen.insert(std::to_string(depth) + below + "\n" + id).second) return;
    const auto tree = object(id, "tree");
    if (!tree) return;
    for (const TreeEntry& entry : entries_of(tree->bytes, tree->id.size() / 2)) {
      if (depth < m_folders.size()) {
        if (entry.is_folder && entry.name == m_folders[depth]) folder(entry.id, depth + 1, below);
      } else if (entry.is_folder) {
        folder(entry.id, depth, below + entry.name + "/");
      } else if (entry.is_file && ends_like_yaml(entry.name)) {
        file(entry.id, below + entry.name);
      }
    }
  }

  void file(const std::string& id, const std::string& below) {
    if (!m_seen.insert(below + "\n" + id).second) return;
    auto blob = object(id, "blob");
    if (!blob) return;
    m_version.below = "cases/" + below;
    m_version.bytes = std::move(blob->bytes);
    m_use(m_version);
  }

  GitObjects m_objects;
  std::vector<std::string> m_folders;
  const std::function<void(const FileVersion&)>& m_use;
  FileVersion m_version;
  std::unordered_set<std::string> m_commits;
  std::unordered_set<std::string> m_seen;
};

Result<std::vector<std::string>> told(const Workspace& workspace, const std::vector<std::string>& words) {
  const Ended ended = TRY(run_program(git_to_read(workspace, words)));
  if (ended.code == 0) return lines_of(ended.out);
  const auto said = words_of_git(ended);
  return fail(ExitCode::data, "git cannot read this repository: " + (said.empty() ? words.front() : said.front()));
}

/// Returns the folders from the top of the repository down to cases/.
Result<std::vector<std::string>> way_to_cases(const Workspace& workspace) {
  const auto prefix = TRY(told(workspace, {"rev-parse", "--show-prefix"}));
  std::vector<std::string> folders;
  const std::string way = prefix.empty() ? "" : prefix.front();
  for (std::size_t start = 0, end = way.find('/'); end != std::string::npos;
       start = end + 1, end = way.find('/', start))
    folders.push_back(way.substr(start, end - start));
  folders.emplace_back("cases");
  return folders;
}

}  // namespace

Result<HistoryRead> every_version(const Workspace& workspace, const std::function<void(const FileVersion&)>& use) {
  auto folders = TRY(way_to_cases(workspace));
  const auto head = told(workspace, {"rev-list", "HEAD", "--"});  // fails in a repository without a commit
  const auto branches = TRY(told(workspace, {"rev-list", "--all"}));
  const auto objects = TRY(
      told(workspace, {"cat-file", "--batch-all-objects", "--unordered", "--batch-check=%(objecttype) %(objectname)"}));
  GitObjects store = TRY(GitObjects::open(workspace));
  Walk walk(std::move(store), std::move(folders), use);
  if (head)
    for (const std::string& id : *head) walk.commit(id, HeldBy::head);
  for (const std::string& id : branches) walk.commit(id, HeldBy::another_branch);
  constexpr std::string_view commit = "commit ";
  for (const std::string& line : objects)
    if (line.starts_with(commit)) walk.commit(line.substr(commit.size()), HeldBy::nothing);
  if (walk.has_ended()) return fail(ExitCode::data, "git ended before the history was read", "see: git fsck");
  return walk.read;
}

}  // namespace escalate

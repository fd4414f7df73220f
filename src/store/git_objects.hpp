#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "store/process.hpp"
#include "store/workspace.hpp"

namespace escalate {

/// One object of a repository: a commit, a tree, a blob or a tag.
struct GitObject {
  std::string id;
  std::string type;
  std::string bytes;
};

/// One name in a tree.
struct TreeEntry {
  std::string name;
  std::string id;
  bool is_folder = false;
  bool is_file = false;
};

/// A repository's objects, read by one `git cat-file --batch`.
class GitObjects {
 public:
  static Result<GitObjects> open(const Workspace& workspace);

  /// Returns the object `id`; nothing where it is missing, and when git has ended.
  std::optional<GitObject> object(const std::string& id);
  /// Returns whether git ended before its time.
  bool has_ended() const { return m_ended; }

 private:
  explicit GitObjects(Conversation git) : m_git(std::move(git)) {}
  Conversation m_git;
  bool m_ended = false;
};

/// Returns the names in a tree; those that cannot be read any more are left out. `id_bytes` is how long an id is there.
std::vector<TreeEntry> entries_of(std::string_view tree, std::size_t id_bytes);

/// Returns the tree of a commit.
std::string tree_of(std::string_view commit);

}  // namespace escalate

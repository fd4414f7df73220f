#pragma once

#include <sys/types.h>

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "store/lock.hpp"
#include "store/workspace.hpp"

namespace escalate::store_test {

/// A temporary folder with an empty workspace in it, removed at the end of the test.
class Scratch {
 public:
  Scratch();
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  ~Scratch();

  const std::filesystem::path& root() const { return m_root; }
  Workspace workspace() const { return {m_root, ""}; }
  Lock lock() const;
  /// Writes a file below the workspace, its folders too, as an editor would; returns its path.
  std::filesystem::path put(const std::filesystem::path& below, std::string_view bytes = "") const;

 private:
  std::filesystem::path m_root;
};

/// The umask for the rest of the block.
class Umask {
 public:
  explicit Umask(mode_t mask);
  Umask(const Umask&) = delete;
  Umask& operator=(const Umask&) = delete;
  ~Umask();

 private:
  mode_t m_before;
};

std::string bytes_of(const std::filesystem::path& path);
/// The permission bits, set-group-id included.
mode_t mode_of(const std::filesystem::path& path);
gid_t group_of(const std::filesystem::path& path);
/// A group that this process may give a file to; not its own where there is another.
gid_t another_group();
/// Names in a folder, hidden ones too, sorted.
std::vector<std::string> names_in(const std::filesystem::path& folder);

/// Starts a process that runs `work` and ends with what it returns, by no other way.
pid_t start(const std::function<int()>& work);
/// Waits for it; returns what it returned, or 128 and the signal that ended it.
int finish(pid_t child);
/// Makes whoever is not root the owner of all that stands in `scratch`, for `as_ordinary_user`.
void give_to_ordinary_user(const Scratch& scratch);
/// Runs `work` in a process that is not root's, and returns what it returned.
int as_ordinary_user(const std::function<int()>& work);

}  // namespace escalate::store_test

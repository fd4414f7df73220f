#include "unit/store/scratch.hpp"

#include <grp.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>

namespace escalate::store_test {
namespace {

namespace fs = std::filesystem;

constexpr uid_t nobody = 65534;

struct stat status_of(const fs::path& path) {
  struct stat status {};
  REQUIRE(::lstat(path.c_str(), &status) == 0);
  return status;
}

/// A crash or failed requirement in a child must not run on as a second test program.
int contained(const std::function<int()>& work) {
  for (const int signal : {SIGABRT, SIGFPE, SIGILL, SIGINT, SIGSEGV, SIGTERM}) ::signal(signal, SIG_DFL);
  constexpr int threw = 99;
  try {
    return work();
  } catch (...) {
    return threw;
  }
}

}  // namespace

Scratch::Scratch() {
  std::string pattern = fs::canonical(fs::temp_directory_path()) / "escalate-test-XXXXXX";
  REQUIRE(::mkdtemp(pattern.data()) != nullptr);
  m_root = pattern;
  fs::create_directory(m_root / "cases");
  fs::create_directory(m_root / "policies");
}

Scratch::~Scratch() {
  std::error_code ignored;
  for (const char* below : {"", "cases", "policies"})
    fs::permissions(m_root / below, fs::perms::owner_all, fs::perm_options::add, ignored);
  fs::remove_all(m_root, ignored);
}

Lock Scratch::lock() const {
  auto lock = lock_cases(workspace(), std::chrono::milliseconds(0));
  REQUIRE(lock);
  return *std::move(lock);
}

fs::path Scratch::put(const fs::path& below, std::string_view bytes) const {
  const fs::path path = m_root / below;
  fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << bytes;
  return path;
}

Umask::Umask(mode_t mask) : m_before(::umask(mask)) {}
Umask::~Umask() { ::umask(m_before); }

std::string bytes_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

mode_t mode_of(const fs::path& path) { return status_of(path).st_mode & 07777; }
gid_t group_of(const fs::path& path) { return status_of(path).st_gid; }

gid_t another_group() {
  if (::geteuid() == 0) return 54321;
  std::vector<gid_t> groups(static_cast<std::size_t>(::getgroups(0, nullptr)));
  if (::getgroups(static_cast<int>(groups.size()), groups.data()) < 0) groups.clear();
  const auto other = std::find_if(groups.begin(), groups.end(), [](gid_t group) { return group != ::getegid(); });
  return other == groups.end() ? ::getegid() : *other;
}

std::vector<std::string> names_in(const fs::path& folder) {
  std::vector<std::string> names;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder)) names.push_back(entry.path().filename());
  std::sort(names.begin(), names.end());
  return names;
}

pid_t start(const std::function<int()>& work) {
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) ::_exit(contained(work));
  return child;
}

int finish(pid_t child) {
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
  return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

void give_to_ordinary_user(const Scratch& scratch) {
  if (::geteuid() != 0) return;
  REQUIRE(::lchown(scratch.root().c_str(), nobody, nobody) == 0);
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(scratch.root()))
    REQUIRE(::lchown(entry.path().c_str(), nobody, nobody) == 0);
}

int as_ordinary_user(const std::function<int()>& work) {
  return finish(start([&work] {
    constexpr int cannot_become = 98;
    const bool became =
        ::geteuid() != 0 || (::setgroups(0, nullptr) == 0 && ::setgid(nobody) == 0 && ::setuid(nobody) == 0);
    return became ? work() : cannot_become;
  }));
}

}  // namespace escalate::store_test

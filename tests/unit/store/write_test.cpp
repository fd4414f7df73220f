#include "store/write.hpp"

#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <catch2/catch.hpp>

#include "store/files.hpp"
#include "store/streams.hpp"
#include "store/temporary.hpp"
#include "unit/store/scratch.hpp"

namespace escalate {
namespace {

using namespace store_test;
namespace fs = std::filesystem;

constexpr std::size_t most = std::size_t{16} << 20;
constexpr const char* below = "cases/2026/NY-2026-K7QXM.yaml";
constexpr std::array<mode_t, 3> umasks = {000, 022, 077};
constexpr std::array<mode_t, 4> file_modes = {0600, 0660, 0444, 0755};
using Names = std::vector<std::string>;

Version version_at(const fs::path& path) {
  const auto content = read_file(path, most);
  REQUIRE(content);
  return content->version;
}

Result<void> replace(const Scratch& scratch, const fs::path& path, std::string_view bytes) {
  return replace_file(scratch.lock(), path, version_at(path), bytes, below);
}

Result<Created> create(const Scratch& scratch, std::string_view bytes = "x") {
  return create_file(scratch.lock(), scratch.workspace(), scratch.root() / below, bytes, below);
}

void set_mode(const fs::path& path, mode_t mode) { REQUIRE(::chmod(path.c_str(), mode) == 0); }
void set_group(const fs::path& path, gid_t group) {
  REQUIRE(::chown(path.c_str(), static_cast<uid_t>(-1), group) == 0);
}

/// An access list that lets one more person, 4321, read: entries of tag, rights and id, little-endian.
std::string list_with_a_reader() {
  const auto entry = [](char tag, char rights, std::string_view id) {
    return std::string{tag, 0, rights, 0}.append(id);
  };
  const std::string_view no_id("\xff\xff\xff\xff", 4);
  return std::string("\2\0\0\0", 4) + entry(1, 6, no_id) + entry(2, 4, {"\xe1\x10\0\0", 4}) + entry(4, 0, no_id) +
         entry(16, 4, no_id) + entry(32, 0, no_id);
}

std::string list_of(const fs::path& path) {
  std::string list(256, '\0');
  const ssize_t size = ::getxattr(path.c_str(), "system.posix_acl_access", list.data(), list.size());
  return size < 0 ? "" : list.substr(0, static_cast<std::size_t>(size));
}

/// Adds one line to the file, as a command that records an event does.
bool append_line(const Workspace& workspace, const fs::path& path, const std::string& line) {
  const auto lock = lock_cases(workspace);
  if (!lock) return false;
  const auto old = read_file(path, most);
  return old && replace_file(*lock, path, old->version, old->bytes + line + "\n");
}

}  // namespace

TEST_CASE("a replaced file holds the new bytes, and nothing else is left in its folder") {
  const Scratch scratch;
  const auto path = scratch.put(below, "old");
  const std::string bytes(300'000, 'x');
  CHECK(replace(scratch, path, bytes));
  CHECK(bytes_of(path) == bytes);
  CHECK(replace(scratch, path, ""));
  CHECK(bytes_of(path).empty());
  CHECK(names_in(path.parent_path()) == Names{"NY-2026-K7QXM.yaml"});
}

TEST_CASE("a replaced file keeps mode and group, whatever the umask") {
  const Scratch scratch;
  const auto path = scratch.put(below, "old");
  set_group(path, another_group());
  for (const mode_t mask : umasks)
    for (const mode_t mode : file_modes) {
      set_mode(path, mode);
      const Umask umask(mask);
      REQUIRE(replace(scratch, path, "new"));
      CHECK(mode_of(path) == mode);
      CHECK(group_of(path) == another_group());
    }
}

TEST_CASE("a replaced file keeps its access list, and gets none from its folder") {
  const Scratch scratch;
  const auto path = scratch.put(below, "old");
  const std::string list = list_with_a_reader();
  if (::setxattr(path.c_str(), "system.posix_acl_access", list.data(), list.size(), 0) != 0 && errno == ENOTSUP) return;
  REQUIRE(list_of(path) == list);
  REQUIRE(replace(scratch, path, "new"));
  CHECK(list_of(path) == list);
  const std::string folder = path.parent_path();
  REQUIRE(::setxattr(folder.c_str(), "system.posix_acl_default", list.data(), list.size(), 0) == 0);
  REQUIRE(::removexattr(path.c_str(), "system.posix_acl_access") == 0);
  set_mode(path, 0600);
  REQUIRE(replace(scratch, path, "newer"));
  CHECK(list_of(path).empty());
  CHECK(mode_of(path) == 0600);
}

TEST_CASE("root leaves a replaced file to its owner") {
  if (::geteuid() != 0) return;
  const Scratch scratch;
  const auto path = scratch.put(below, "old");
  REQUIRE(::chown(path.c_str(), 4321, 4321) == 0);
  REQUIRE(replace(scratch, path, "new"));
  struct stat status {};
  REQUIRE(::stat(path.c_str(), &status) == 0);
  CHECK(status.st_uid == 4321);
  CHECK(status.st_gid == 4321);
}

TEST_CASE("a file that an editor changed meanwhile is not replaced") {
  const Scratch scratch;
  const auto path = scratch.put(below, "old");
  const Version seen = version_at(path);
  SECTION("in place") { scratch.put(below, "edited"); }
  SECTION("by another file under its name") {
    scratch.put("cases/2026/next", "edited");
    fs::rename(path.parent_path() / "next", path);
  }
  const auto replaced = replace_file(scratch.lock(), path, seen, "new", below);
  REQUIRE_FALSE(replaced);
  CHECK(replaced.error().code == ExitCode::busy);
  CHECK(replaced.error().text ==
        "'cases/2026/NY-2026-K7QXM.yaml' was changed by another program meanwhile; nothing was written");
  CHECK(bytes_of(path) == "edited");
  CHECK(names_in(path.parent_path()) == Names{"NY-2026-K7QXM.yaml"});
}

TEST_CASE("a file that was removed meanwhile, or is a link now, is not written") {
  const Scratch scratch;
  const auto path = scratch.put(below, "old");
  const Version seen = version_at(path);
  fs::remove(path);
  const auto removed = replace_file(scratch.lock(), path, seen, "new", below);
  CHECK(removed.error().text ==
        "'cases/2026/NY-2026-K7QXM.yaml' was removed by another program meanwhile; nothing was written");
  fs::create_symlink(scratch.put("elsewhere", "old"), path);
  CHECK(replace_file(scratch.lock(), path, seen, "new").error().code == ExitCode::busy);
  CHECK(bytes_of(scratch.root() / "elsewhere") == "old");
}

TEST_CASE("a new file has the mode of cases without execution, and a new year's folder all of it") {
  for (const mode_t mask : umasks) {
    for (const auto& [folder, file] : {std::pair{0700, 0600}, {02770, 0660}, {0755, 0644}}) {
      const Scratch scratch;
      const fs::path cases = scratch.root() / "cases";
      set_group(cases, another_group());
      set_mode(cases, static_cast<mode_t>(folder));
      const Umask umask(mask);
      CHECK(create(scratch, "new") == Created::created);
      CHECK(bytes_of(scratch.root() / below) == "new");
      CHECK(mode_of(scratch.root() / below) == static_cast<mode_t>(file));
      CHECK(mode_of(cases / "2026") == static_cast<mode_t>(folder));
      CHECK(group_of(scratch.root() / below) == another_group());
      CHECK(group_of(cases / "2026") == another_group());
      CHECK(names_in(cases) == Names{"2026"});
      CHECK(names_in(cases / "2026") == Names{"NY-2026-K7QXM.yaml"});
    }
  }
}

TEST_CASE("a name in use is taken, and what stands there is left alone") {
  const Scratch scratch;
  const auto path = scratch.root() / below;
  REQUIRE(create(scratch, "first") == Created::created);
  CHECK(create(scratch, "second") == Created::taken);
  CHECK(bytes_of(path) == "first");
  fs::remove(path);
  fs::create_symlink("nowhere", path);
  CHECK(create(scratch, "third") == Created::taken);
  CHECK(fs::is_symlink(path));
  CHECK(names_in(path.parent_path()) == Names{"NY-2026-K7QXM.yaml"});
}

TEST_CASE("nothing is written through a year that is a link or a file") {
  const Scratch scratch;
  const fs::path year = scratch.root() / "cases/2026";
  fs::create_directory_symlink("../policies", year);
  const auto through_link = create(scratch);
  REQUIRE_FALSE(through_link);
  CHECK(through_link.error().code == ExitCode::cannot_write);
  CHECK(names_in(scratch.root() / "policies").empty());
  fs::remove(year);
  scratch.put("cases/2026");
  CHECK(create(scratch).error().text ==
        "cannot open the folder of 'cases/2026/NY-2026-K7QXM.yaml': not a directory; nothing was changed");
}

TEST_CASE("a new file may stand in the workspace itself, and in policies that are a link") {
  const Scratch scratch;
  fs::create_directory(scratch.root() / "elsewhere");
  fs::remove(scratch.root() / "policies");
  fs::create_directory_symlink("elsewhere", scratch.root() / "policies");
  for (const char* name : {"escalate.yaml", "policies/a.yaml"})
    CHECK(create_file(scratch.lock(), scratch.workspace(), scratch.root() / name, "x") == Created::created);
  CHECK(bytes_of(scratch.root() / "elsewhere/a.yaml") == "x");
}

TEST_CASE("what a killed writer left is removed by the next, and nothing else is") {
  const Scratch scratch;
  const auto path = scratch.put(below, "old");
  const fs::path year = path.parent_path();
  const pid_t writer = start([&] {
    const Descriptor folder(::open(year.c_str(), O_RDONLY | O_DIRECTORY));
    const Temporary file(folder.number(), Temporary::Kind::file);
    const Temporary made(folder.number(), Temporary::Kind::folder);
    return file.error() + made.error() + ::raise(SIGKILL);
  });
  REQUIRE(finish(writer) == 128 + SIGKILL);
  REQUIRE(names_in(year).size() == 3);
  scratch.put("cases/2026/.notes.tmp");
  scratch.put("cases/2026/.escalate-notes");
  REQUIRE(replace(scratch, path, "new"));
  CHECK(names_in(year) == Names{".escalate-notes", ".notes.tmp", "NY-2026-K7QXM.yaml"});
}

TEST_CASE("what killed writers left goes from every folder that is written in, and from no other") {
  const Scratch scratch;
  const Names left = {".escalate-0123456789abcdef.tmp", ".notes.tmp"};
  const std::vector<fs::path> folders = {"", "cases", "cases/2025", "cases/2026", "policies", "policies/calendars"};
  for (const fs::path& folder : folders)
    for (const std::string& name : left) scratch.put(folder / name);
  for (const std::string& name : left) scratch.put("elsewhere" / fs::path(name));
  fs::create_directory_symlink("../elsewhere", scratch.root() / "cases/2024");
  const Lock lock = scratch.lock();
  for (const fs::path& folder : folders) {
    const Names names = names_in(scratch.root() / folder);
    CHECK(std::count(names.begin(), names.end(), left[0]) == 0);
    CHECK(std::count(names.begin(), names.end(), left[1]) == 1);
  }
  CHECK(names_in(scratch.root() / "elsewhere") == left);
}

TEST_CASE("what somebody is writing without the lock is not taken for a leftover") {
  const Scratch scratch;
  const Descriptor root(::open(scratch.root().c_str(), O_RDONLY | O_DIRECTORY));
  std::string name;
  {
    Temporary file(root.number(), Temporary::Kind::file);
    name = file.name();
    REQUIRE(file.opened().close() == 0);
    const Lock lock = scratch.lock();
    CHECK(fs::exists(scratch.root() / name));
  }
  CHECK_FALSE(fs::exists(scratch.root() / name));
}

TEST_CASE("a writer killed between the two names of a new file does not stop the next") {
  const Scratch scratch;
  const auto path = scratch.put(below, "old");
  fs::create_hard_link(path, path.parent_path() / ".escalate-0123456789abcdef.tmp");
  CHECK(append_line(scratch.workspace(), path, "new"));
  CHECK(bytes_of(path) == "oldnew\n");
}

TEST_CASE("a write that fails half way changes nothing and leaves nothing") {
  const Scratch scratch;
  const auto path = scratch.put(below, "old");
  CHECK(finish(start([&] {
          guard_descriptors();
          const rlimit small{1000, 1000};
          ::setrlimit(RLIMIT_FSIZE, &small);
          const auto replaced = replace(scratch, path, std::string(5000, 'x'));
          if (replaced || replaced.error().code != ExitCode::cannot_write) return 1;
          return replaced.error().text ==
                         "cannot write 'cases/2026/NY-2026-K7QXM.yaml': a limit on the size of files "
                         "is reached (File too large); nothing was changed"
                     ? 0
                     : 2;
        })) == 0);
  CHECK(bytes_of(path) == "old");
  CHECK(names_in(path.parent_path()) == Names{"NY-2026-K7QXM.yaml"});
}

TEST_CASE("a folder that may not be written in is cannot-write, for a replaced and a new file") {
  const Scratch scratch;
  const auto path = scratch.put(below, "old");
  set_mode(path.parent_path(), 0500);
  give_to_ordinary_user(scratch);
  CHECK(as_ordinary_user([&] {
          const auto replaced = replace(scratch, path, "new");
          if (replaced || replaced.error().code != ExitCode::cannot_write) return 1;
          if (replaced.error().text !=
              "cannot write 'cases/2026/NY-2026-K7QXM.yaml': permission denied; nothing was changed")
            return 2;
          const auto created = create(scratch);
          return !created && created.error().code == ExitCode::cannot_write ? 0 : 3;
        }) == 0);
  CHECK(bytes_of(path) == "old");
  set_mode(path.parent_path(), 0700);
}

TEST_CASE("a file is removed where it can be, and nothing else is") {
  const Scratch scratch;
  const auto path = scratch.put(below, "made up");
  const auto other = scratch.put("cases/2026/NY-2026-AAAAA.yaml", "other");
  CHECK(remove_file(scratch.lock(), path, below));
  CHECK_FALSE(fs::exists(path));
  CHECK(bytes_of(other) == "other");
  const auto again = remove_file(scratch.lock(), path, below);
  REQUIRE_FALSE(again);
  CHECK(again.error().code == ExitCode::cannot_write);
  CHECK(again.error().text ==
        "cannot remove 'cases/2026/NY-2026-K7QXM.yaml': no such file or directory; nothing was changed");
}

TEST_CASE("the name of a file that is there is brought to the disk, and the file stays as it is") {
  const Scratch scratch;
  const auto path = scratch.put(below, "there");
  CHECK(make_name_safe(path, below));
  CHECK(bytes_of(path) == "there");
  CHECK_FALSE(make_name_safe(scratch.root() / "cases/1999/x", "x"));
}

TEST_CASE("a group that cannot be kept stops the write rather than showing the case to another") {
  if (::geteuid() != 0) return;
  const Scratch scratch;
  const auto path = scratch.put(below, "old");
  set_mode(path, 0664);
  give_to_ordinary_user(scratch);
  set_group(path, another_group());
  CHECK(as_ordinary_user([&] {
          const auto replaced = replace(scratch, path, "new");
          if (replaced || replaced.error().code != ExitCode::cannot_write) return 1;
          return replaced.error().text ==
                         "cannot give the right mode and group to 'cases/2026/NY-2026-K7QXM.yaml': "
                         "operation not permitted; nothing was changed"
                     ? 0
                     : 2;
        }) == 0);
  CHECK(bytes_of(path) == "old");
  CHECK(names_in(path.parent_path()) == Names{"NY-2026-K7QXM.yaml"});
}

TEST_CASE("four writers at once lose no line") {
  constexpr int writers = 4;
  constexpr int lines_each = 20;
  const Scratch scratch;
  const Workspace workspace = scratch.workspace();
  const auto path = scratch.put(below);
  std::vector<pid_t> children;
  for (int writer = 0; writer < writers; ++writer)
    children.push_back(start([&] {
      for (int line = 0; line < lines_each; ++line)
        if (!append_line(workspace, path, std::to_string(writer) + "-" + std::to_string(line))) return 1;
      return 0;
    }));
  for (const pid_t child : children) CHECK(finish(child) == 0);
  const std::string all = "\n" + bytes_of(path);
  for (int writer = 0; writer < writers; ++writer)
    for (int line = 0; line < lines_each; ++line)
      CHECK(all.find("\n" + std::to_string(writer) + "-" + std::to_string(line) + "\n") != std::string::npos);
  CHECK(std::count(all.begin(), all.end(), '\n') == writers * lines_each + 1);
  CHECK(names_in(path.parent_path()) == Names{"NY-2026-K7QXM.yaml"});
}

TEST_CASE("of several writers of one new name one makes it") {
  const Scratch scratch;
  std::vector<pid_t> children;
  for (int writer = 0; writer < 4; ++writer)
    children.push_back(start([&] {
      const auto lock = lock_cases(scratch.workspace());
      if (!lock) return 2;
      const auto created = create_file(*lock, scratch.workspace(), scratch.root() / below, std::to_string(writer));
      return !created ? 3 : *created == Created::created ? 1 : 0;
    }));
  int made = 0;
  for (const pid_t child : children) made += finish(child);
  CHECK(made == 1);
  CHECK(bytes_of(scratch.root() / below).size() == 1);
}

TEST_CASE("writing leaves no file open") {
  const Scratch scratch;
  const auto path = scratch.put(below, "old");
  const auto before = names_in("/proc/self/fd").size();
  CHECK(replace(scratch, path, "new"));
  CHECK_FALSE(replace_file(scratch.lock(), path, {}, "new"));
  CHECK(create(scratch) == Created::taken);
  CHECK(names_in("/proc/self/fd").size() == before);
}

}  // namespace escalate

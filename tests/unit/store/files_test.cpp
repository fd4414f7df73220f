#include "store/files.hpp"

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <catch2/catch.hpp>

#include "unit/store/scratch.hpp"

namespace escalate {
namespace {

using namespace store_test;

constexpr std::size_t most = std::size_t{16} << 20;

std::string refusal(const std::filesystem::path& path) {
  const auto content = read_file(path, most, "X");
  REQUIRE_FALSE(content);
  CHECK(content.error().code == ExitCode::data);
  REQUIRE(content.error().faults.size() == 1);
  CHECK(content.error().faults[0].place.file == "X");
  CHECK(content.error().text == "'X' " + content.error().faults[0].text);
  return content.error().faults[0].text;
}

void make_socket(const std::filesystem::path& path) {
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  REQUIRE(path.native().size() < sizeof address.sun_path);
  std::copy(path.native().begin(), path.native().end(), address.sun_path);
  const Descriptor socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
  REQUIRE(::bind(socket.number(), reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0);
}

}  // namespace

TEST_CASE("a file is read whole, with its version") {
  const Scratch scratch;
  const std::string bytes = std::string("a\0b\r\n", 5) + std::string(200'000, 'x');
  const auto path = scratch.put("cases/2026/a.yaml", bytes);
  const auto content = read_file(path, bytes.size());
  REQUIRE(content);
  CHECK(content->bytes == bytes);
  CHECK(content->version.size == static_cast<std::int64_t>(bytes.size()));
  CHECK(read_file(path, most)->version == content->version);
  CHECK(read_file(scratch.put("empty"), 0)->bytes.empty());
}

TEST_CASE("an edit of the same size with the old time set back is another version") {
  const Scratch scratch;
  const auto path = scratch.put("a.yaml", "one");
  const auto time = std::filesystem::last_write_time(path);
  const Version before = read_file(path, most)->version;
  ::usleep(20'000);
  scratch.put("a.yaml", "two");
  std::filesystem::last_write_time(path, time);
  CHECK(read_file(path, most)->version != before);
}

TEST_CASE("what is no file is refused by what it is, without waiting") {
  const Scratch scratch;
  const auto root = scratch.root();
  scratch.put("file");
  REQUIRE(::mkfifo((root / "pipe").c_str(), 0600) == 0);
  make_socket(root / "socket");
  std::filesystem::create_symlink("file", root / "link");
  std::filesystem::create_symlink("b", root / "a");
  std::filesystem::create_symlink("a", root / "b");
  CHECK(refusal(root / "pipe") == "is a named pipe, not a file");
  CHECK(refusal(root / "socket") == "is a socket, not a file");
  CHECK(refusal(root / "link") == "is a symbolic link, not a file");
  CHECK(refusal(root / "a") == "is a symbolic link, not a file");
  CHECK(refusal(root / "cases") == "is a folder, not a file");
  CHECK(refusal("/dev/null") == "is a device, not a file");
  CHECK(refusal(root / "a" / "file") == "cannot be read: too many levels of symbolic links");
  CHECK(refusal(root / "missing") == "cannot be read: no such file or directory");
}

TEST_CASE("a file beyond the limit is refused by its size") {
  const Scratch scratch;
  const auto path = scratch.put("sparse.yaml");
  REQUIRE(::truncate(path.c_str(), off_t{3} << 30) == 0);
  CHECK(refusal(path) == "is larger than 16 MiB");
  CHECK(read_file(scratch.put("a", "1234"), 3).error().faults[0].text == "is larger than 3 bytes");
}

TEST_CASE("a file that holds more than its size says is refused when that shows") {
  CHECK(read_file("/proc/self/status", 10).error().faults[0].text == "is larger than 10 bytes");
}

TEST_CASE("a file that may not be read says so") {
  const Scratch scratch;
  const auto path = scratch.put("secret", "x");
  std::filesystem::permissions(path, std::filesystem::perms::none);
  give_to_ordinary_user(scratch);
  CHECK(as_ordinary_user([&] {
          const auto content = read_file(path, most, "X");
          return content || content.error().text != "'X' cannot be read: permission denied";
        }) == 0);
}

TEST_CASE("a name that could harm a terminal is escaped in messages") {
  const Scratch scratch;
  const auto content = read_file(scratch.root() / "a\n\x1b[31m\xff", most);
  REQUIRE_FALSE(content);
  CHECK(content.error().faults[0].place.file == scratch.root().native() + "/a\\n\\x1b[31m\\xff");
}

TEST_CASE("reading leaves no file open") {
  const Scratch scratch;
  const auto path = scratch.put("a", "x");
  const auto before = names_in("/proc/self/fd").size();
  for (int i = 0; i < 10; ++i) {
    CHECK(read_file(path, most));
    CHECK_FALSE(read_file(path, 0));
    CHECK_FALSE(read_file(scratch.root(), most));
  }
  CHECK(names_in("/proc/self/fd").size() == before);
}

}  // namespace escalate

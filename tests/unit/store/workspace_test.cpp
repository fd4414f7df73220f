#include "store/workspace.hpp"

#include <unistd.h>

#include <catch2/catch.hpp>

#include "unit/store/scratch.hpp"

namespace escalate {
namespace {

using namespace store_test;
namespace fs = std::filesystem;

std::string prefix_from(const fs::path& start, const std::optional<std::string>& dash_c = {}) {
  const auto found = find_workspace(start, dash_c);
  REQUIRE(found);
  return found->prefix;
}

}  // namespace

TEST_CASE("the workspace is the nearest folder upward that holds policies and cases") {
  const Scratch scratch;
  fs::create_directories(scratch.root() / "cases/2026/policies");
  for (const char* below : {".", "cases", "cases/2026", "cases/2026/policies", "policies/"}) {
    const auto found = find_workspace(scratch.root() / below, {});
    REQUIRE(found);
    CHECK(found->root == scratch.root());
  }
  fs::create_directories(scratch.root() / "cases/2026/cases");
  CHECK(find_workspace(scratch.root() / "cases/2026/cases", {})->root == scratch.root() / "cases/2026");
}

TEST_CASE("names are given as seen from where one stands") {
  const Scratch scratch;
  CHECK(prefix_from(scratch.root()) == "");
  CHECK(prefix_from(scratch.root() / "cases") == "../");
  CHECK(prefix_from(scratch.root().parent_path(), scratch.root().filename()) ==
        scratch.root().filename().native() + "/");
  CHECK(prefix_from("/proc/self", scratch.root()) == scratch.root().native() + "/");
  CHECK(prefix_from("/", scratch.root()) == scratch.root().native().substr(1) + "/");
  CHECK(file_in({scratch.root(), "../"}, "cases/a\nb").shown == "../cases/a\\nb");
  CHECK(settings_file(scratch.workspace()).path == scratch.root() / "escalate.yaml");
}

TEST_CASE("-C begins where one stands, may lie below the workspace, and may be a link") {
  const Scratch scratch;
  fs::create_directory_symlink(scratch.root() / "cases", scratch.root() / "policies/link");
  CHECK(find_workspace(scratch.root() / "policies", "../cases")->root == scratch.root());
  CHECK(find_workspace("/", (scratch.root() / "policies/link").native())->root == scratch.root());
  CHECK(find_workspace(scratch.root(), "")->root == scratch.root());
}

TEST_CASE("policies and cases may be links to folders, and a file beside one of them stops the search") {
  const Scratch scratch;
  fs::create_directory(scratch.root() / "ws");
  fs::create_directory_symlink("../cases", scratch.root() / "ws/cases");
  fs::create_directory_symlink("../policies", scratch.root() / "ws/policies");
  CHECK(find_workspace(scratch.root() / "ws", {})->root == scratch.root() / "ws");
  fs::remove(scratch.root() / "ws/cases");
  scratch.put("ws/cases");
  const auto found = find_workspace(scratch.root() / "ws", {});
  REQUIRE_FALSE(found);
  CHECK(found.error().text == "'" + scratch.root().native() + "/ws/cases' is no folder");
  fs::remove(scratch.root() / "ws/policies");
  CHECK(find_workspace(scratch.root() / "ws", {})->root == scratch.root());
}

TEST_CASE("without a workspace the answer says what to do") {
  const Scratch scratch;
  fs::remove(scratch.root() / "policies");
  const auto found = find_workspace(scratch.root() / "cases", {});
  REQUIRE_FALSE(found);
  CHECK(found.error().code == ExitCode::data);
  CHECK(found.error().text ==
        "no folder from '" + scratch.root().native() + "/cases' upward holds both policies/ and cases/");
  CHECK(found.error().help == "go to the folder that does, name it with -C, or make one: escalate init FOLDER");
}

TEST_CASE("a folder that cannot be looked at stops the search, so that no other workspace is taken for it") {
  const Scratch scratch;
  fs::create_directory(scratch.root() / "inner");
  fs::create_symlink("cases", scratch.root() / "inner/cases");
  fs::create_directory(scratch.root() / "inner/policies");
  const auto found = find_workspace(scratch.root() / "inner", {});
  REQUIRE_FALSE(found);
  CHECK(found.error().text ==
        "cannot look at '" + scratch.root().native() + "/inner/cases': too many levels of symbolic links");
}

TEST_CASE("a folder named with -C must be there") {
  const Scratch scratch;
  scratch.put("file");
  for (const char* named : {"missing", "file", "file/below"}) {
    const auto found = find_workspace(scratch.root(), named);
    REQUIRE_FALSE(found);
    CHECK(found.error().code == ExitCode::data);
    CHECK(found.error().text == "there is no folder '" + std::string(named) + "'");
  }
  CHECK(find_workspace(scratch.root(), "a\x1b").error().text == "there is no folder 'a\\x1b'");
}

TEST_CASE("a folder one stands in that was removed is no crash") {
  const Scratch scratch;
  CHECK_FALSE(find_workspace("", {}));
  CHECK_FALSE(find_workspace(scratch.root() / "gone", {}));
  CHECK(find_workspace("", scratch.root())->prefix == scratch.root().native() + "/");
}

}  // namespace escalate

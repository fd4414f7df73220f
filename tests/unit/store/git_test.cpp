#include "store/git.hpp"

#include <catch2/catch.hpp>
#include <cstdlib>

#include "store/git_driver.hpp"
#include "store/git_objects.hpp"
#include "unit/store/scratch.hpp"

using namespace escalate;

namespace {

bool has(const Program& program, const std::string& start) {
  for (const std::string& variable : program.environment)
    if (variable.rfind(start, 0) == 0) return true;
  return false;
}

}  // namespace

TEST_CASE("no variable of an outer git reaches git, but who the user is when writing") {
  const store_test::Scratch scratch;
  for (const char* name : {"GIT_DIR", "GIT_INDEX_FILE", "GIT_TRACE", "GIT_AUTHOR_NAME"}) ::setenv(name, "outer", 1);
  const Program reads = git_to_read(scratch.workspace(), {"status"});
  const Program writes = git_to_write(scratch.workspace(), {"commit"});
  for (const char* name : {"GIT_DIR", "GIT_INDEX_FILE", "GIT_TRACE", "GIT_AUTHOR_NAME"}) ::unsetenv(name);
  for (const char* name : {"GIT_DIR=", "GIT_INDEX_FILE=", "GIT_TRACE="}) {
    CHECK_FALSE(has(reads, name));
    CHECK_FALSE(has(writes, name));
  }
  CHECK_FALSE(has(reads, "GIT_AUTHOR_NAME="));
  CHECK(has(writes, "GIT_AUTHOR_NAME=outer"));
  CHECK(has(reads, "GIT_ALLOW_PROTOCOL=none"));
  CHECK(has(writes, "GIT_TERMINAL_PROMPT=0"));
  CHECK(reads.words == std::vector<std::string>{"git", "-C", scratch.root().native(), "status"});
}

TEST_CASE("what git said is a line each, at most ten") {
  CHECK(words_of_git({1, "out\n", ""}) == std::vector<std::string>{"out"});
  CHECK(words_of_git({1, "out\n", "fatal: a\n\n  \nhint: b"}) == std::vector<std::string>{"fatal: a", "hint: b"});
  CHECK(words_of_git({1, "", std::string(50, '\n')}).empty());
  std::string many;
  for (int i = 0; i < 20; ++i) many += "line\n";
  CHECK(words_of_git({1, "", many}).size() == 10);
}

TEST_CASE("the names in a tree are read, and a tree that is cut off is read as far as it goes") {
  const std::string id(20, '\x0a');
  const std::string hex = "0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a";
  std::string tree = "40000 2026" + std::string(1, '\0') + id + "100644 a b.yaml" + std::string(1, '\0') + id;
  tree += "120000 link" + std::string(1, '\0') + id;
  const auto entries = entries_of(tree, 20);
  REQUIRE(entries.size() == 3);
  CHECK(entries[0].name == "2026");
  CHECK(entries[0].is_folder);
  CHECK(entries[1].name == "a b.yaml");
  CHECK(entries[1].id == hex);
  CHECK(entries[1].is_file);
  CHECK_FALSE(entries[2].is_file);
  CHECK(entries_of(tree.substr(0, tree.size() - 1), 20).size() == 2);
  CHECK(entries_of("100644", 20).empty());
}

TEST_CASE("a commit names its tree first") {
  CHECK(tree_of("tree abc\nparent def\n") == "abc");
  CHECK(tree_of("parent def\n").empty());
}

TEST_CASE("a folder that git does not keep is none of its repositories") {
  const store_test::Scratch scratch;
  CHECK(repository_of(scratch.workspace()).value() == Repository::none);
  CHECK(merge_driver_state(scratch.workspace()).value() == DriverState::no_repository);
}

TEST_CASE("a clone is set up once, and that its program is gone is seen") {
  const store_test::Scratch scratch;
  REQUIRE(make_repository(scratch.workspace()));
  CHECK(repository_of(scratch.workspace()).value() == Repository::whole);
  CHECK(merge_driver_state(scratch.workspace()).value() == DriverState::no_attribute);
  scratch.put(".gitattributes", driver_attribute() + "\n");
  CHECK(merge_driver_state(scratch.workspace()).value() == DriverState::no_driver);
  const std::string program = scratch.put("it's here").native();
  CHECK(register_merge_driver(scratch.workspace(), program).value());
  CHECK_FALSE(register_merge_driver(scratch.workspace(), program).value());
  CHECK(merge_driver_state(scratch.workspace()).value() == DriverState::no_program);
  std::filesystem::permissions(program, std::filesystem::perms::owner_all);
  CHECK(merge_driver_state(scratch.workspace()).value() == DriverState::registered);
  CHECK(register_merge_driver(scratch.workspace(), own_program()).value());
  scratch.put(".gitattributes", driver_attribute() + "\n*.yaml merge=union\n");
  CHECK(merge_driver_state(scratch.workspace()).value() == DriverState::other_merge);
}

TEST_CASE("another command under the driver's name is no driver") {
  const store_test::Scratch scratch;
  REQUIRE(make_repository(scratch.workspace()));
  scratch.put(".gitattributes", driver_attribute() + "\n");
  REQUIRE(run_program(git_to_write(scratch.workspace(), {"config", "merge.escalate.driver", "true merge-driver"})));
  CHECK(merge_driver_state(scratch.workspace()).value() == DriverState::other_driver);
}

#include "store/new_workspace.hpp"

#include <sys/stat.h>

#include <catch2/catch.hpp>
#include <filesystem>

#include "unit/store/scratch.hpp"

using namespace escalate;
using namespace escalate::store_test;
namespace fs = std::filesystem;

namespace {

/// A folder that is no workspace and lies in none.
struct Outside {
  Scratch scratch;
  fs::path start = scratch.root();

  Outside() {
    fs::remove_all(start / "policies");
    fs::remove_all(start / "cases");
  }
};

std::string refusal(const fs::path& start, const std::string& typed) {
  const auto place = workspace_place(start, typed);
  REQUIRE_FALSE(place);
  return std::to_string(static_cast<int>(place.error().code)) + " " + place.error().text;
}

Workspace made(const fs::path& start, const std::string& typed) {
  return make_folders(start, workspace_place(start, typed).value()).value();
}

}  // namespace

TEST_CASE("a new workspace is its owner's alone, whatever the umask") {
  for (const mode_t mask : {0000, 0022, 0077, 0777}) {
    const Outside outside;
    const Umask umask(mask);
    const Workspace workspace = made(outside.start, "concerns");
    CHECK(mode_of(workspace.root) == 0700);
    CHECK(mode_of(workspace.root / "cases") == 0700);
    CHECK(is_private(workspace).value());
  }
}

TEST_CASE("a folder that was there keeps its mode, and its cases are its owner's alone") {
  const Outside outside;
  fs::create_directory(outside.start / "concerns");
  ::chmod((outside.start / "concerns").c_str(), 0755);
  const Workspace workspace = made(outside.start, "concerns/");
  CHECK(mode_of(workspace.root) == 0755);
  CHECK(mode_of(workspace.root / "cases") == 0700);
}

TEST_CASE("in a folder shared on purpose the group may open the cases") {
  const Outside outside;
  fs::create_directory(outside.start / "concerns");
  ::chmod((outside.start / "concerns").c_str(), 02770);
  const Workspace workspace = made(outside.start, "concerns");
  CHECK(mode_of(workspace.root / "cases") == 02770);
  CHECK_FALSE(is_private(workspace).value());
}

TEST_CASE("making the folders again changes nothing") {
  const Outside outside;
  made(outside.start, "concerns");
  ::chmod((outside.start / "concerns/cases").c_str(), 0750);
  made(outside.start, "concerns");
  CHECK(mode_of(outside.start / "concerns/cases") == 0750);
}

TEST_CASE("no workspace is made where it cannot be or should not") {
  const Outside outside;
  outside.scratch.put("file");
  fs::create_symlink("nowhere", outside.start / "link");
  CHECK(refusal(outside.start, "") == "2 the name of the folder is empty");
  CHECK(refusal(outside.start, "file") == "4 'file' is a file, not a folder");
  CHECK(refusal(outside.start, "link") == "4 'link' is a symbolic link that leads nowhere");
  CHECK(refusal(outside.start, "a\nb") == "2 the name of the folder, 'a\\nb', holds what cannot be shown");
  CHECK(refusal(outside.start, "a\x1b[31m") == "2 the name of the folder, 'a\\x1b[31m', holds what cannot be shown");
  CHECK_THAT(refusal(outside.start, "no/such"),
             Catch::StartsWith("4 there is no folder '") && Catch::EndsWith("/no' to make 'no/such' in"));
}

TEST_CASE("a symbolic link to a folder is that folder") {
  const Outside outside;
  fs::create_directory(outside.start / "real");
  fs::create_directory_symlink("real", outside.start / "link");
  CHECK(made(outside.start, "link").root == fs::canonical(outside.start / "real"));
}

TEST_CASE("no workspace is made within another, and a workspace is itself") {
  const Scratch scratch;
  scratch.put("policies/x.yaml");
  scratch.put("cases/x/y");
  CHECK_THAT(refusal(scratch.root(), "concerns"),
             Catch::StartsWith("4 'concerns' would lie inside another workspace, '"));
  CHECK_THAT(refusal(scratch.root() / "cases", "."), Catch::StartsWith("4 '.' would lie inside another workspace"));
  CHECK(workspace_place(scratch.root(), ".")->folder == fs::canonical(scratch.root()));
  scratch.put("inner/policies/x.yaml");
  scratch.put("inner/cases/x");
  CHECK(workspace_place(scratch.root(), "inner"));
}

TEST_CASE("cases that cannot be made leave nothing behind") {
  const Outside outside;
  ::chmod(outside.start.c_str(), 0500);
  give_to_ordinary_user(outside.scratch);
  CHECK(as_ordinary_user([&] {
          const auto workspace = make_folders(outside.start, workspace_place(outside.start, ".").value());
          return !workspace && workspace.error().text == "cannot make the folder 'cases': permission denied" ? 0 : 1;
        }) == 0);
  ::chmod(outside.start.c_str(), 0700);
  CHECK(names_in(outside.start).empty());
}

TEST_CASE("cases that are a file are not made into a folder") {
  const Outside outside;
  outside.scratch.put("cases");
  const auto workspace = make_folders(outside.start, workspace_place(outside.start, ".").value());
  REQUIRE_FALSE(workspace);
  CHECK(workspace.error().code == ExitCode::refused);
  CHECK(workspace.error().text == "'cases' is a file, not a folder");
}

TEST_CASE("a file is placed once, and what stands there stays") {
  const Outside outside;
  const Workspace workspace = made(outside.start, ".");
  const Lock lock = lock_cases(workspace).value();
  const NewFile file{"policies/kent.yaml", "id: kent\n"};
  CHECK(place_file(lock, workspace, file).value() == Placed::added);
  CHECK(mode_of(workspace.root / "policies/kent.yaml") == 0600);
  CHECK(place_file(lock, workspace, file).value() == Placed::same);
  CHECK(place_file(lock, workspace, {file.below, "id: kent\nmine\n"}).value() == Placed::other);
  CHECK(place_file(lock, workspace, {file.below, "id"}).value() == Placed::other);
  CHECK(bytes_of(workspace.root / file.below) == file.bytes);
}

#include "store/shipped.hpp"

#include <catch2/catch.hpp>
#include <filesystem>

#include "unit/store/scratch.hpp"

using namespace escalate;
using namespace escalate::store_test;

namespace {

Env program_at(const std::filesystem::path& path) {
  Env env;
  env.program = path;
  return env;
}

}  // namespace

TEST_CASE("an installed program finds its policies wherever its prefix was moved to") {
  const Scratch scratch;
  scratch.put("usr/bin/escalate");
  scratch.put("usr/share/escalate/policies/calendars/scotland.yaml");
  const auto found = shipped_files(program_at(scratch.root() / "usr/bin/escalate"));
  REQUIRE(found);
  CHECK(found->root == std::filesystem::canonical(scratch.root() / "usr/share/escalate"));
}

TEST_CASE("a built program finds those of its source through a link") {
  const Scratch scratch;
  scratch.put("source/policies/calendars/scotland.yaml");
  scratch.put("build/escalate");
  std::filesystem::create_directory_symlink("../source/policies", scratch.root() / "build/policies");
  const auto found = shipped_files(program_at(scratch.root() / "build/escalate"));
  REQUIRE(found);
  CHECK(found->root == std::filesystem::canonical(scratch.root() / "source"));
}

TEST_CASE("policies of which not all can be seen are not taken for all of them") {
  const Scratch scratch;
  scratch.put("policies/calendars/scotland.yaml");
  std::filesystem::permissions(scratch.root() / "policies/calendars", std::filesystem::perms::none);
  give_to_ordinary_user(scratch);
  CHECK(as_ordinary_user([&] {
          const auto files = files_beside_policies(scratch.workspace());
          return !files && files.error().code == ExitCode::data &&
                         files.error().text.find("policies/calendars': permission denied") != std::string::npos
                     ? 0
                     : 1;
        }) == 0);
  std::filesystem::permissions(scratch.root() / "policies/calendars", std::filesystem::perms::owner_all);
}

TEST_CASE("what stands in the folders beside the policies is listed, hidden files are not") {
  const Scratch scratch;
  for (const char* below : {"policies/kent.yaml", "policies/schema/b.json", "policies/schema/a.json",
                            "policies/calendars/scotland.yaml", "policies/calendars/.scotland.yaml.swp"})
    scratch.put(below);
  CHECK(
      files_beside_policies(scratch.workspace()).value() ==
      std::vector<std::string>{"policies/calendars/scotland.yaml", "policies/schema/a.json", "policies/schema/b.json"});
}

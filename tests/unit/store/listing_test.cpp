#include "store/listing.hpp"

#include <unistd.h>

#include <catch2/catch.hpp>

#include "unit/store/scratch.hpp"

namespace escalate {
namespace {

using namespace store_test;
namespace fs = std::filesystem;

/// Each problem as `FILE TEXT; HELP`.
std::vector<std::string> lines(const Faults& problems) {
  std::vector<std::string> texts;
  for (const Fault& fault : problems) texts.push_back(fault.place.file + " " + fault.text + "; " + fault.help);
  return texts;
}

template <typename File>
std::vector<std::string> shown_of(const std::vector<File>& files) {
  std::vector<std::string> names;
  for (const File& file : files) names.push_back(file.shown);
  return names;
}

using Lines = std::vector<std::string>;
const std::string no_case = " is not read: a case is kept at cases/YEAR/ID.yaml; ";
const std::string no_policy = " is not read: a policy is kept at policies/ID.yaml; ";
const std::string no_calendar = " is not read: a calendar is kept at policies/calendars/NAME.yaml; ";

/// The one problem that a file below `cases/` or `policies/` is.
std::string problem_of(const fs::path& below) {
  const Scratch scratch;
  scratch.put(below);
  const Faults problems = *below.begin() == "cases" ? list_cases(scratch.workspace()).problems
                                                    : list_policies(scratch.workspace()).problems;
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].severity == Severity::error);
  return lines(problems)[0];
}

}  // namespace

TEST_CASE("case files are listed by name, with their ids and years") {
  const Scratch scratch;
  scratch.put("cases/2026/NY-2026-K7QXM.yaml");
  scratch.put("cases/2026/LEED-2026-00000.yaml");
  scratch.put("cases/2025/NY-2025-ZZZZZ.yaml");
  const Listing listing = list_cases(scratch.workspace());
  CHECK(listing.problems.empty());
  CHECK(shown_of(listing.files) ==
        Lines{"cases/2025/NY-2025-ZZZZZ.yaml", "cases/2026/LEED-2026-00000.yaml", "cases/2026/NY-2026-K7QXM.yaml"});
  CHECK(listing.files[2].id == "NY-2026-K7QXM");
  CHECK(listing.files[2].year == 2026);
  CHECK(listing.files[2].path == scratch.root() / "cases/2026/NY-2026-K7QXM.yaml");
}

TEST_CASE("hidden files and other endings are passed over") {
  const Scratch scratch;
  for (const char* below : {"cases/.hidden.yaml", "cases/.git/x.yaml", "cases/2026/README.md", "cases/2026/.#a.yaml",
                            "cases/2026/NY-2026-K7QXM.yaml~", "cases/2026/NY-2026-K7QXM.yaml.orig", "cases/2026/yaml",
                            "cases/2026/.escalate-0123456789abcdef.tmp"})
    scratch.put(below);
  const Listing listing = list_cases(scratch.workspace());
  CHECK(listing.files.empty());
  CHECK(listing.problems.empty());
}

TEST_CASE("a case file with the wrong name is a problem that names the right one") {
  const std::string rename = "rename it to 'cases/2026/NY-2026-K1QXM.yaml'";
  const std::string move = "move it to 'cases/2026/NY-2026-K1QXM.yaml'";
  for (const char* name : {"NY-2026-K1QXM.yml", "ny-2026-k1qxm.yaml", "NY-2026-KLQXM.yaml", "NY-2026-K1QXM.YAML",
                           "NY-2026-K1QXM (1).yaml"})
    CHECK(problem_of(fs::path("cases/2026") / name) == "cases/2026/" + std::string(name) + no_case + rename);
  for (const char* folder :
       {"cases", "cases/2025", "cases/2026/old", "cases/archive/2026", "cases/26", "cases/x.yaml.d"})
    CHECK(problem_of(fs::path(folder) / "NY-2026-K1QXM.yaml") ==
          std::string(folder) + "/NY-2026-K1QXM.yaml" + no_case + move);
}

TEST_CASE("a case file whose id cannot be made out is a problem all the same") {
  const std::string help = "name it after the id on its line 'case:', for example cases/2026/NY-2026-K7QXM.yaml";
  for (const char* below : {"cases/2026/notes.yaml", "cases/2026/NY-2026-K7QXU.yaml", "cases/a.yml"})
    CHECK(problem_of(below) == below + no_case + help);
  CHECK(problem_of("cases/2026/a\n\x1b.yaml") == "cases/2026/a\\n\\x1b.yaml" + no_case + help);
}

TEST_CASE("where the right name is in use the problem does not say to write over it") {
  const Scratch scratch;
  scratch.put("cases/2026/NY-2026-K7QXM.yaml");
  scratch.put("cases/2026/NY-2026-K7QXM.yml");
  const Listing listing = list_cases(scratch.workspace());
  CHECK(listing.files.size() == 1);
  CHECK(lines(listing.problems) ==
        Lines{"cases/2026/NY-2026-K7QXM.yml" + no_case +
              "'cases/2026/NY-2026-K7QXM.yaml' exists as well: compare the two and keep one"});
}

TEST_CASE("a link to a folder is a problem and not followed, so that no loop is") {
  const Scratch scratch;
  scratch.put("cases/2026/NY-2026-K7QXM.yaml");
  fs::create_directory_symlink(".", scratch.root() / "cases/2026/loop");
  fs::create_directory_symlink("2026", scratch.root() / "cases/2025");
  fs::create_symlink("missing", scratch.root() / "cases/dangling");
  const Listing listing = list_cases(scratch.workspace());
  CHECK(listing.files.size() == 1);
  const std::string text =
      " is a symbolic link to a folder, which is not followed; put the folder itself there, or take the link away";
  CHECK(lines(listing.problems) == Lines{"cases/2025" + text, "cases/2026/loop" + text});
}

TEST_CASE("what has the name of a case is listed, whatever it is, for reading to refuse") {
  const Scratch scratch;
  fs::create_directories(scratch.root() / "cases/2026/NY-2026-K7QXM.yaml");
  fs::create_symlink("missing", scratch.root() / "cases/2026/NY-2026-K7QXN.yaml");
  scratch.put("cases/2026/NY-2026-K7QXM.yaml/NY-2026-K7QXP.yaml");
  const Listing listing = list_cases(scratch.workspace());
  CHECK(listing.files.size() == 2);
  CHECK(listing.problems.size() == 1);
}

TEST_CASE("a folder that cannot be looked into is a problem, and hides no other") {
  const Scratch scratch;
  scratch.put("cases/2025/NY-2025-ZZZZZ.yaml");
  scratch.put("cases/2026/NY-2026-K7QXM.yaml");
  fs::permissions(scratch.root() / "cases/2025", fs::perms::none);
  give_to_ordinary_user(scratch);
  CHECK(as_ordinary_user([&] {
          const Listing listing = list_cases(scratch.workspace());
          const Lines wanted{"cases/2025 cannot be looked into: permission denied; whatever it holds is missing here"};
          return listing.files.size() == 1 && lines(listing.problems) == wanted ? 0 : 1;
        }) == 0);
  fs::permissions(scratch.root() / "cases/2025", fs::perms::owner_all);
}

TEST_CASE("a missing folder is a problem") {
  const Scratch scratch;
  fs::remove(scratch.root() / "cases");
  CHECK(lines(list_cases(scratch.workspace()).problems) ==
        Lines{"cases cannot be looked into: no such file or directory; whatever it holds is missing here"});
}

TEST_CASE("policies and calendars are listed by name") {
  const Scratch scratch;
  for (const char* below : {"policies/leeds-2019.yaml", "policies/a.yaml", "policies/calendars/scotland.yaml",
                            "policies/calendars/england-and-wales.yaml", "policies/schema/case.schema.json",
                            "policies/letter.mustache", "policies/.draft.yaml"})
    scratch.put(below);
  const PolicyListing listing = list_policies(scratch.workspace());
  CHECK(shown_of(listing.policies) == Lines{"policies/a.yaml", "policies/leeds-2019.yaml"});
  CHECK(listing.policies[1].id == "leeds-2019");
  CHECK(shown_of(listing.calendars) ==
        Lines{"policies/calendars/england-and-wales.yaml", "policies/calendars/scotland.yaml"});
  CHECK(listing.problems.empty());
}

TEST_CASE("a policy file with the wrong name is a problem that names the right one") {
  const std::string bad_name = "name it after its id: small letters, digits and single hyphens, then .yaml";
  CHECK(problem_of("policies/leeds.yml") == "policies/leeds.yml" + no_policy + "rename it to 'policies/leeds.yaml'");
  CHECK(problem_of("policies/Leeds 2019.yaml") ==
        "policies/Leeds 2019.yaml" + no_policy + "rename it to 'policies/leeds-2019.yaml'");
  CHECK(problem_of("policies/leeds!.yaml") == "policies/leeds!.yaml" + no_policy + bad_name);
  CHECK(problem_of("policies/old/leeds.yaml") ==
        "policies/old/leeds.yaml" + no_policy + "move it to 'policies/leeds.yaml'");
  CHECK(problem_of("policies/schema/x.yaml") == "policies/schema/x.yaml" + no_policy + "move it to 'policies/x.yaml'");
}

TEST_CASE("only the three calendars are read") {
  const std::string help =
      "the names are england-and-wales, northern-ireland and scotland; uk-any is computed from them and has no file";
  for (const char* below : {"policies/calendars/uk-any.yaml", "policies/calendars/wales.yaml"})
    CHECK(problem_of(below) == below + no_calendar + help);
  CHECK(problem_of("policies/calendars/Scotland.yml") ==
        "policies/calendars/Scotland.yml" + no_calendar + "rename it to 'policies/calendars/scotland.yaml'");
}

TEST_CASE("a case's file is known from its id, and only from an id in its written form") {
  const Scratch scratch;
  const auto file = case_file({scratch.root(), "../"}, "NY-2026-K7QXM");
  REQUIRE(file);
  CHECK(file->path == scratch.root() / "cases/2026/NY-2026-K7QXM.yaml");
  CHECK(file->shown == "../cases/2026/NY-2026-K7QXM.yaml");
  CHECK(case_file(scratch.workspace(), "NY-0026-K7QXM")->path == scratch.root() / "cases/0026/NY-0026-K7QXM.yaml");
  for (const char* other : {"", "../../etc/passwd", "ny-2026-K7QXM", "NY-2026-K7QX/"})
    CHECK_FALSE(case_file(scratch.workspace(), other));
}

}  // namespace escalate

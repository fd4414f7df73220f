#include "store/exposure.hpp"

#include <sys/stat.h>

#include <catch2/catch.hpp>

#include "unit/store/scratch.hpp"

namespace escalate {
namespace {

using namespace store_test;
namespace fs = std::filesystem;

void set_mode(const Scratch& scratch, const fs::path& below, mode_t mode) {
  REQUIRE(::chmod((scratch.root() / below).c_str(), mode) == 0);
}

/// A workspace that is nobody else's: folders 0750, files 0640.
void make_private(const Scratch& scratch) {
  scratch.put("cases/2026/WI-2026-AAAAA.yaml");
  scratch.put("policies/example.yaml");
  scratch.put("escalate.yaml");
  set_mode(scratch, "", 0750);
  for (const char* folder : {"cases", "cases/2026", "policies"}) set_mode(scratch, folder, 0750);
  for (const char* file : {"cases/2026/WI-2026-AAAAA.yaml", "policies/example.yaml", "escalate.yaml"})
    set_mode(scratch, file, 0640);
}

std::string told(const Scratch& scratch) {
  std::string lines;
  for (const Fault& fault : open_to_others(scratch.workspace()))
    lines += fault.place.file + ": " + fault.text.substr(std::string("every user of this computer can ").size()) + "\n";
  return lines;
}

}  // namespace

TEST_CASE("a workspace of owner and group alone says nothing", "[exposure]") {
  const Scratch scratch;
  make_private(scratch);
  CHECK(told(scratch).empty());
}

TEST_CASE("cases that others can read are told once, where they come in", "[exposure]") {
  const Scratch scratch;
  make_private(scratch);
  set_mode(scratch, "cases", 0755);
  set_mode(scratch, "cases/2026", 0755);
  set_mode(scratch, "cases/2026/WI-2026-AAAAA.yaml", 0644);
  CHECK(told(scratch) == "cases: read what is in it\n");
}

TEST_CASE("a folder that others can enter but not list is as open", "[exposure]") {
  const Scratch scratch;
  make_private(scratch);
  set_mode(scratch, "cases", 0711);
  CHECK(told(scratch) == "cases: read what is in it\n");
}

TEST_CASE("what lies behind a closed folder is out of reach", "[exposure]") {
  const Scratch scratch;
  make_private(scratch);
  set_mode(scratch, "cases/2026", 0777);
  set_mode(scratch, "cases/2026/WI-2026-AAAAA.yaml", 0666);
  CHECK(told(scratch).empty());
}

TEST_CASE("a case file that others can change is told beside a folder they can read", "[exposure]") {
  const Scratch scratch;
  make_private(scratch);
  for (const char* folder : {"cases", "cases/2026"}) set_mode(scratch, folder, 0755);
  set_mode(scratch, "cases/2026/WI-2026-AAAAA.yaml", 0646);
  CHECK(told(scratch) == "cases: read what is in it\ncases/2026/WI-2026-AAAAA.yaml: read and change it\n");
}

TEST_CASE("of policies, settings and the workspace only changing them is told", "[exposure]") {
  const Scratch scratch;
  make_private(scratch);
  set_mode(scratch, "", 0757);
  set_mode(scratch, "policies", 0755);
  set_mode(scratch, "policies/example.yaml", 0646);
  set_mode(scratch, "escalate.yaml", 0646);
  CHECK(told(scratch) == ".: change what is in it\npolicies/example.yaml: change it\nescalate.yaml: change it\n");
  set_mode(scratch, "", 01757);  // sticky: others can only add
  set_mode(scratch, "policies/example.yaml", 0644);
  set_mode(scratch, "escalate.yaml", 0644);
  CHECK(told(scratch).empty());
}

TEST_CASE("the cure is a command that a shell takes as it stands", "[exposure]") {
  const Scratch scratch;
  make_private(scratch);
  set_mode(scratch, "cases", 0755);
  const Faults faults = open_to_others({scratch.root(), "../my cases/"});
  REQUIRE(faults.size() == 1);
  CHECK(faults.front().help == "to keep others out: chmod -R o-rwx '../my cases/cases'");
}

TEST_CASE("a symbolic link is not followed", "[exposure]") {
  const Scratch scratch;
  make_private(scratch);
  fs::create_symlink("/tmp", scratch.root() / "policies" / "elsewhere");
  set_mode(scratch, "policies", 0755);
  CHECK(told(scratch).empty());
}

}  // namespace escalate

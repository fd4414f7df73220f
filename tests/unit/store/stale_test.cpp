#include "store/stale.hpp"

#include <catch2/catch.hpp>

#include "unit/store/scratch.hpp"

namespace escalate {
namespace {

using namespace store_test;

std::string told(const Scratch& scratch) {
  std::string lines;
  for (const Fault& fault : stale_temporaries(scratch.workspace())) lines += fault.place.file + "\n";
  return lines;
}

}  // namespace

TEST_CASE("a workspace without temporary files says nothing", "[stale]") {
  const Scratch scratch;
  scratch.put("cases/2026/WI-2026-AAAAA.yaml");
  scratch.put("cases/2026/.hidden.yaml");
  scratch.put("cases/2026/.escalate-notes");
  CHECK(told(scratch).empty());
}

TEST_CASE("temporary files are found wherever something is written", "[stale]") {
  const Scratch scratch;
  for (const char* file : {".escalate-1.tmp", "cases/.escalate-2.tmp", "cases/2026/.escalate-3.tmp",
                           "policies/.escalate-4.tmp", "policies/calendars/.escalate-5.tmp"})
    scratch.put(file);
  CHECK(told(scratch) ==
        ".escalate-1.tmp\ncases/.escalate-2.tmp\ncases/2026/.escalate-3.tmp\npolicies/.escalate-4.tmp\n"
        "policies/calendars/.escalate-5.tmp\n");
}

TEST_CASE("while another writes, its temporary file is its own", "[stale]") {
  const Scratch scratch;
  {
    const Lock lock = scratch.lock();
    scratch.put("cases/2026/.escalate-3.tmp");
    CHECK(is_locked(scratch.workspace()));
    CHECK(told(scratch).empty());
  }
  CHECK_FALSE(is_locked(scratch.workspace()));
  CHECK(told(scratch) == "cases/2026/.escalate-3.tmp\n");
}

}  // namespace escalate

#include "cli/library.hpp"

#include <catch2/catch.hpp>

#include "render/faults.hpp"
#include "unit/support/world.hpp"

using namespace escalate;
using namespace escalate::test;

namespace {

std::string failure_text(const Result<const Policy*>& result) { return result ? "" : text_of(result.error()); }
std::string failure_text(const Result<const Calendar*>& result) { return result ? "" : text_of(result.error()); }

}  // namespace

TEST_CASE("a policy is read once and stays where it is") {
  const World world;
  world.add_policy("test", sample_policy());
  Library library(world.scratch.workspace());
  const auto first = library.policy("test");
  REQUIRE(first);
  world.add_policy("test", "no longer a policy");
  CHECK(*library.policy("test") == *first);
  CHECK((*first)->title == "Resolving disagreements");
}

TEST_CASE("an unknown policy is refused with the nearest name") {
  const World world;
  world.add_policy("test", sample_policy());
  Library library(world.scratch.workspace());
  const auto policy = library.policy("tset");
  CHECK(failure_text(policy) == "escalate: no policy 'tset'\n  did you mean 'test'?\n");
  CHECK(policy.error().code == ExitCode::refused);
}

TEST_CASE("an id is never a path") {
  const World world;
  world.add_policy("test", sample_policy());
  world.scratch.put("policies/calendars/test.yaml", sample_policy());
  Library library(world.scratch.workspace());
  for (const char* id : {"calendars/test", "../policies/test", "/etc/passwd", "", ".", "test.yaml"})
    CHECK_FALSE(library.policy(id));
}

TEST_CASE("a faulty policy fails with all its faults and leaves the others usable") {
  const World world;
  world.add_policy("bad", "escalate: policy/1\nid: bad\ntitel: Bad\n");
  world.add_policy("test", sample_policy());
  Library library(world.scratch.workspace());
  const auto bad = library.policy("bad");
  REQUIRE_FALSE(bad);
  CHECK(bad.error().code == ExitCode::data);
  CHECK(bad.error().faults.size() > 1);
  Faults problems;
  CHECK(library.policies(problems).size() == 1);
  CHECK(problems.size() == bad.error().faults.size());
}

TEST_CASE("a policy's name that is a folder is a fault of that file") {
  const World world;
  world.scratch.put("policies/folder.yaml/inside", "");
  Library library(world.scratch.workspace());
  CHECK(failure_text(library.policy("folder")) ==
        "policies/folder.yaml: error: is a folder, not a file\n  put the file itself there; nothing else is read\n");
}

TEST_CASE("uk-any is closed when any nation is") {
  const World world;
  world.add_calendars();
  Library library(world.scratch.workspace());
  const auto all = library.calendar("uk-any");
  REQUIRE(all);
  const Date second_of_january = std::chrono::year{2026} / 1 / 2;
  CHECK_FALSE((*all)->is_working(second_of_january));
  CHECK((*library.calendar("england-and-wales"))->is_working(second_of_january));
}

TEST_CASE("a missing calendar is bad data and names the file") {
  const World world;
  Library library(world.scratch.workspace());
  const auto calendar = library.calendar("scotland");
  CHECK(failure_text(calendar) ==
        "policies/calendars/scotland.yaml: error: is missing\n"
        "  no working day of 'scotland' can be counted without it\n");
  CHECK(calendar.error().code == ExitCode::data);
}

TEST_CASE("uk-any tells every nation that is missing") {
  const World world;
  Library library(world.scratch.workspace());
  CHECK(library.calendar("uk-any").error().faults.size() == 3);
}

TEST_CASE("an unknown calendar is refused with the nearest name") {
  const World world;
  Library library(world.scratch.workspace());
  CHECK(failure_text(library.calendar("scotlnd")) == "escalate: no calendar 'scotlnd'\n  did you mean 'scotland'?\n");
}

#include <catch2/catch.hpp>

#include "cli/check_parts.hpp"
#include "cli/commands.hpp"
#include "unit/support/world.hpp"

using namespace escalate;
using namespace escalate::test;

namespace {

const char* const opened = R"(escalate: case/1
case: "TE-2026-AAAAA"
events:
- event: opened
  at: "2026-01-05T09:00+00:00"
  by: "Head teacher"
  policy: "nowhere"
  policy-digest: "0123456789abcdef"
  route: "standard"
  child: "C-1042"
  raising: {agency: "Example Primary School"}
  receiving: {agency: "Example Police"}
  concern: "Nobody came to see about the blue door."
  logged: "2026-01-05T09:05:00Z"
  after: []
  id: "0123456789abcdef"
)";

}  // namespace

TEST_CASE("nothing read is nothing wrong") {
  World world;
  world.add_calendars();
  CHECK(run(CheckOptions{}, world.context) == ExitCode::ok);
  CHECK(world.err.find("error") == std::string::npos);
}

TEST_CASE("an error of any file is exit code 1, of a file that cannot be read too") {
  for (const char* file : {"cases/2026/TE-2026-AAAAA.yaml", "cases/stray.yaml", "policies/bad.yaml", "escalate.yaml",
                           "policies/calendars/scotland.yaml", "policies/calendars/stray.yaml"}) {
    CAPTURE(file);
    World world;
    world.scratch.put(file, "a: [");
    CHECK(run(CheckOptions{}, world.context) == ExitCode::found);
    CHECK_THAT(world.err,
               Catch::Contains(file + std::string(": error: ")) || Catch::Contains(file + std::string(":1")));
  }
}

TEST_CASE("a faulty file is told once, however many cases need it") {
  World world;
  world.scratch.put("cases/2026/TE-2026-AAAAA.yaml", opened);
  world.add_policy("nowhere", "escalate: policy/1\n");
  CHECK(run(CheckOptions{}, world.context) == ExitCode::found);
  const std::size_t first = world.err.find("policies/nowhere.yaml:1:1: error: the policy lacks 'id'");
  REQUIRE(first != std::string::npos);
  CHECK(world.err.find("the policy lacks 'id'", first + 60) == std::string::npos);
  CHECK_THAT(world.err, Catch::Contains("no dates: the case follows the policy 'nowhere', which cannot be used"));
}

TEST_CASE("no line of a case is shown") {
  World world;
  std::string text = opened;
  text.insert(text.find("  logged"), "  concren: \"The green door.\"\n");
  world.scratch.put("cases/2026/TE-2026-AAAAA.yaml", text);
  CHECK(run(CheckOptions{}, world.context) == ExitCode::found);
  CHECK_THAT(world.err, Catch::Contains("concren"));
  CHECK_THAT(world.err, !Catch::Contains("door") && !Catch::Contains("C-1042"));
}

TEST_CASE("errors are told before warnings") {
  World world;
  world.scratch.put("cases/2026/.escalate-0.tmp");
  world.scratch.put("cases/stray.yaml");
  CHECK(run(CheckOptions{}, world.context) == ExitCode::found);
  CHECK(world.err.rfind("error: ") < world.err.find("warning: "));
}

TEST_CASE("JSON leaves standard error empty") {
  World world;
  world.context.global.format = Format::json;
  world.scratch.put("cases/stray.yaml");
  CHECK(run(CheckOptions{}, world.context) == ExitCode::found);
  CHECK(world.err.empty());
  CHECK_THAT(world.out, Catch::Contains("\"errors\": 1"));
}

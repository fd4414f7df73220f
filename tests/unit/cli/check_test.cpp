#include <catch2/catch.hpp>

#include "cli/check_parts.hpp"
#include "cli/commands.hpp"
#include "unit/support/times.hpp"
#include "unit/support/world.hpp"
#include "yaml/event_writer.hpp"

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

/// The file of a case that went to and fro `moves` times, each with a due recorded.
std::string case_with(int moves) {
  std::vector<Event> events(1);
  events[0].body =
      Opened{"test", "0123456789abcdef", "standard", "C-1042", {"A", ""}, {"B", ""}, "", "", "", "x", "", {}};
  for (int i = 0; i < moves; ++i) {
    Event event;
    event.body = Advanced{i % 2 == 0 ? "2" : "1", "x", ""};
    event.was_due = {{i % 2 == 0 ? "stage-1" : "stage-2", stamp("2026-01-12")}};
    events.push_back(event);
  }
  std::string before;
  for (Event& event : events) {
    event.at = stamp("2026-01-05");
    event.logged = instant("2026-01-05T09:00");
    event.by = "Head teacher";
    if (!before.empty()) event.after = {before};
    seal("TE-2026-AAAAA", event);
    before = event.id;
  }
  return case_text("TE-2026-AAAAA", events);
}

const char* const two_stages = R"(escalate: policy/1
id: test
title: Two stages
partnership: Example Partnership
edition: undated
case-prefix: TE
calendar: england-and-wales
roles: {worker: {title: Worker, side: raising}}
stages:
  1: {title: One, owner: worker, within: 5 working days, source: p. 1}
  2: {title: Two, owner: worker, within: 5 working days, source: p. 1}
routes: {standard: {title: Standard, stages: [1, 2]}}
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

TEST_CASE("the recorded dues of a record that is very long are not counted again, and that is said") {
  const std::string so_many = "so many events that their recorded dues were not counted again";
  for (const int moves : {100, 510}) {
    CAPTURE(moves);
    World world;
    world.add_calendars();
    world.add_policy("test", two_stages);
    world.scratch.put("cases/2026/TE-2026-AAAAA.yaml", case_with(moves));
    CHECK(run(CheckOptions{}, world.context) == ExitCode::ok);
    CHECK((world.err.find(so_many) != std::string::npos) == (moves > 500));
  }
}

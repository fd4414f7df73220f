#include <catch2/catch.hpp>

#include "cli/commands.hpp"
#include "render/faults.hpp"
#include "unit/support/world.hpp"

using namespace escalate;
using namespace escalate::test;

namespace {

/// A policy with no fault and no warning but those a test adds.
std::string small_policy(const std::string& id, const std::string& words = "first they talk") {
  return "escalate: policy/1\nid: " + id +
         "\ntitle: Small\npartnership: Example Partnership\nedition: undated\n"
         "case-prefix: SM\ncalendar: scotland\n"
         "roles: {worker: {title: Worker, side: raising}}\n"
         "stages: {talk: {title: Talk, owner: worker, within: 5 working days, source: p. 1, words: " +
         words +
         "}}\n"
         "routes: {standard: {title: Standard, stages: [talk]}}\n";
}

template <typename Options>
std::string refusal(World& world, const Options& options) {
  const auto code = run(options, world.context);
  REQUIRE_FALSE(code);
  CHECK(world.out.empty());
  return text_of(code.error()) + std::to_string(static_cast<int>(code.error().code));
}

PolicyTimetableOptions timetable_options(const std::string& from, const std::vector<std::string>& marks = {}) {
  PolicyTimetableOptions options;
  options.policy = "test";
  options.from = from;
  options.marks = marks;
  return options;
}

}  // namespace

TEST_CASE("the good policies are listed when another has faults") {
  World world;
  world.add_policy("good", small_policy("good"));
  world.add_policy("bad", "id: bad\n");
  CHECK(run(PolicyListOptions{}, world.context) == ExitCode::data);
  CHECK_THAT(world.out, Catch::StartsWith("good\n"));
  CHECK_THAT(world.err, Catch::Contains("policies/bad.yaml") && !Catch::Contains("good.yaml"));
}

TEST_CASE("a policy file that is not where it is read is told by the list") {
  World world;
  world.add_policy("good", small_policy("good"));
  world.scratch.put("policies/other.yml", small_policy("other"));
  CHECK(run(PolicyListOptions{}, world.context) == ExitCode::data);
  CHECK_THAT(world.err, Catch::Contains("policies/other.yml: error: is not read"));
}

TEST_CASE("showing a policy does not tell the faults of another") {
  World world;
  world.add_policy("good", small_policy("good"));
  world.add_policy("bad", "id: bad\n");
  CHECK(run(PolicyShowOptions{"good"}, world.context) == ExitCode::ok);
  CHECK(world.err.empty());
}

TEST_CASE("the commands on policies have no CSV") {
  World world;
  world.context.global.format = Format::csv;
  CHECK(refusal(world, PolicyListOptions{}).back() == '2');
  CHECK(refusal(world, PolicyShowOptions{"x"}).back() == '2');
  CHECK(refusal(world, PolicyCheckOptions{}).back() == '2');
  CHECK(refusal(world, timetable_options("today")).back() == '2');
}

TEST_CASE("a check without a file reads every policy and calendar") {
  World world;
  world.add_calendars();
  world.add_policy("small", small_policy("small"));
  CHECK(run(PolicyCheckOptions{}, world.context) == ExitCode::ok);
  CHECK(world.out ==
        "policies/small.yaml: no faults, no warnings\n"
        "policies/calendars/england-and-wales.yaml: no faults, no warnings\n"
        "policies/calendars/northern-ireland.yaml: no faults, no warnings\n"
        "policies/calendars/scotland.yaml: no faults, no warnings\n");
  CHECK(world.err.empty());
}

TEST_CASE("every fault and warning is told in file order, with its line") {
  World world;
  world.add_calendars();
  std::string yaml = small_policy("small");
  yaml.replace(yaml.find("case-prefix"), 0, "in-force: {review-by: 2020-01-01}\n");
  world.add_policy("small", yaml);
  CHECK(run(PolicyCheckOptions{}, world.context) == ExitCode::ok);
  CHECK_THAT(world.err, Catch::StartsWith("policies/small.yaml:") && Catch::Contains("warning") &&
                            Catch::Contains("was to be reviewed by 2020-01-01"));
  CHECK_THAT(world.out, Catch::StartsWith("policies/small.yaml: no faults, 1 warning\n"));
}

TEST_CASE("a fault of any file makes the check fail") {
  World world;
  world.add_calendars();
  world.scratch.put("policies/calendars/scotland.yaml", "escalate: calendar/1\nid: scotland\n");
  world.add_policy("small", small_policy("small"));
  CHECK(run(PolicyCheckOptions{}, world.context) == ExitCode::data);
  CHECK_THAT(world.err,
             Catch::Contains("policies/calendars/scotland.yaml") && Catch::Contains("the sums were not checked"));
}

TEST_CASE("a file outside any workspace is checked, but for the sums") {
  World world;
  const auto path = world.scratch.put("small.yaml", small_policy("small"));
  world.leave_workspace();
  PolicyCheckOptions options;
  options.file = path.native();
  CHECK(run(options, world.context) == ExitCode::ok);
  CHECK_THAT(world.err, Catch::Contains("warning: the sums were not checked"));
  CHECK(world.out == path.native() + ": no faults, 1 warning\n");
}

TEST_CASE("a policy is checked by its id as well") {
  World world;
  world.add_calendars();
  world.add_policy("small", small_policy("small"));
  PolicyCheckOptions options;
  options.file = "small";
  CHECK(run(options, world.context) == ExitCode::ok);
  CHECK(world.out == "policies/small.yaml: no faults, no warnings\n");
  world.out.clear();
  options.file = "smal";
  CHECK(refusal(world, options) == "escalate: no policy 'smal'\n  did you mean 'small'?\n4");
}

TEST_CASE("quotations are looked for in the document they come from") {
  World world;
  world.add_calendars();
  world.add_policy("small", small_policy("small"));
  PolicyCheckOptions options;
  options.file = "small";
  options.against = "-";
  world.input = "In the beginning\n  first  they talk.";
  CHECK(run(options, world.context) == ExitCode::ok);
  CHECK(world.out == "policies/small.yaml: no faults, no warnings; every quotation is in standard input\n");
  world.out.clear();
  world.input = "They write.";
  CHECK(run(options, world.context) == ExitCode::data);
  CHECK(world.out == "policies/small.yaml: 1 fault, no warnings; 1 quotation is not in standard input\n");
  CHECK_THAT(world.err, Catch::StartsWith("policies/small.yaml:9:"));
}

TEST_CASE("a document needs a policy to be held against") {
  World world;
  PolicyCheckOptions options;
  options.against = "text.txt";
  CHECK(refusal(world, options).back() == '2');
}

TEST_CASE("a calendar is checked as one, and has no quotations") {
  World world;
  world.add_calendars();
  PolicyCheckOptions options;
  options.file = "policies/calendars/scotland.yaml";
  CHECK(run(options, world.context) == ExitCode::ok);
  CHECK(world.out == "policies/calendars/scotland.yaml: no faults, no warnings\n");
  world.out.clear();
  options.against = "-";
  CHECK(refusal(world, options).back() == '2');
}

TEST_CASE("the JSON of a check counts by file and lists all problems once") {
  World world;
  world.add_calendars();
  world.add_policy("small", small_policy("smal"));
  world.context.global.format = Format::json;
  PolicyCheckOptions options;
  options.file = "small";
  CHECK(run(options, world.context) == ExitCode::data);
  CHECK(world.err.empty());
  CHECK_THAT(world.out, Catch::Contains("\"policy\": \"small\"") && Catch::Contains("\"errors\": 1") &&
                            Catch::Contains("\"severity\": \"error\""));
}

TEST_CASE("a timetable names an unknown policy, route or mark") {
  World world;
  world.add_calendars();
  world.add_policy("test", sample_policy());
  PolicyTimetableOptions options = timetable_options("today", {"leter"});
  CHECK(refusal(world, options) == "escalate: policy 'test' has no mark 'leter'\n  did you mean 'letter'?\n4");
  options = timetable_options("today");
  options.route = "shrt";
  CHECK(refusal(world, options) == "escalate: policy 'test' has no route 'shrt'\n  did you mean 'short'?\n4");
  options.policy = "tset";
  CHECK(refusal(world, options) == "escalate: no policy 'tset'\n  did you mean 'test'?\n4");
}

TEST_CASE("a timetable needs a day to begin with") {
  World world;
  PolicyTimetableOptions options;
  options.policy = "test";
  CHECK(refusal(world, options).back() == '2');
}

TEST_CASE("a mark may be given with a time, as unknown, or alone, but once") {
  World world;
  world.add_calendars();
  world.add_policy("test", sample_policy());
  CHECK(run(timetable_options("2026-11-02", {"letter=2026-12-01", "imminent-risk"}), world.context) == ExitCode::ok);
  CHECK_THAT(world.out,
             Catch::Contains("since Tuesday 1 December 2026.") && Catch::Contains("since Monday 2 November 2026."));
  world.out.clear();
  CHECK(run(timetable_options("2026-11-02", {"letter=unknown"}), world.context) == ExitCode::ok);
  CHECK_THAT(world.out, Catch::Contains("since when is unknown"));
  world.out.clear();
  CHECK(refusal(world, timetable_options("2026-11-02", {"letter", "letter=today"})).back() == '2');
}

TEST_CASE("a timetable beyond the calendar is incomplete data, but printed") {
  World world;
  world.add_calendars();
  world.add_policy("test", sample_policy());
  PolicyTimetableOptions options = timetable_options("2035-12-28T10:00");
  CHECK(run(options, world.context) == ExitCode::data);
  CHECK_THAT(world.out, Catch::Contains("Stage top"));
  CHECK_THAT(world.err, Catch::Contains("limit 'stage-heads': the calendar 'england-and-wales' ends on 2035-12-31"));
}

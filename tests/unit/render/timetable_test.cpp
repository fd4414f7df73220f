#include "render/timetable.hpp"

#include <catch2/catch.hpp>

#include "render/timetable_stages.hpp"
#include "unit/support/calendars.hpp"
#include "unit/support/made_case.hpp"
#include "unit/support/times.hpp"
#include "unit/support/world.hpp"

using namespace escalate;
using namespace escalate::test;

namespace {

using Marks = std::vector<std::pair<std::string, Since>>;

Timetable timetable_of(const Policy& policy, const std::string& start, Marks marks = {},
                       const std::string& route = "standard") {
  const TimetableQuestion question{&policy, &england_and_wales(), route, stamp(start), std::move(marks), nullptr};
  return {question, timetable(question), collisions(question)};
}

}  // namespace

TEST_CASE("a timetable tells each stage with its limits and which one binds") {
  const Policy policy = policy_of(std::string(sample_policy()));
  CHECK(timetable_text(timetable_of(policy, "2026-11-02T10:15", {{"letter", Since(stamp("2026-11-04"))}}, "short")) ==
        "Resolving disagreements\n"
        "Example Partnership (Second edition), policy test\n"
        "\n"
        "Route short, The short way, from Monday 2 November 2026 at 10:15, with every\n"
        "limit used to the full.\n"
        "Mark letter (The letter was received): since Wednesday 4 November 2026.\n"
        "\n"
        "Stage talk: Talk\n"
        "  entered  Mon 2 Nov 2026 10:15\n"
        "  due      Fri 6 Nov 2026 10:15\n"
        "  - its own time: 96 hours, from Mon 2 Nov 2026 10:15; due Fri 6 Nov 2026 10:15,\n"
        "    binds; aim Tue 3 Nov 2026 10:15\n"
        "  - whole, All of it: 1 month (as a guide), from Mon 2 Nov 2026 10:15; due Wed 2\n"
        "    Dec 2026\n"
        "\n"
        "Stage top: The top\n"
        "  entered  Fri 6 Nov 2026 10:15\n"
        "  due      Wed 2 Dec 2026\n"
        "  - whole, All of it: 1 month (as a guide), from Mon 2 Nov 2026 10:15; due Wed 2\n"
        "    Dec 2026, binds\n");
}

TEST_CASE("a mark that opening would ask for is named when it is not given") {
  const std::string text =
      timetable_text(timetable_of(policy_called("wiltshire"), "2026-04-02", {}, "conference-dissent"));
  CHECK_THAT(text, Catch::Contains("Mark dissent-letter (The formal letter of dissent was received) is not given:\n"
                                   "  limits that count from it wait. Give it with --mark dissent-letter=TIME.\n"));
  CHECK_THAT(text, Catch::Contains("waits for the mark dissent-letter"));
  CHECK_THAT(
      text,
      Catch::Contains(
          "  no date: waits for the mark dissent-letter; the next stage is\n           reckoned from the same time\n"));
}

TEST_CASE("a mark asked for on another route is not missed") {
  const std::string text = timetable_text(timetable_of(policy_called("wiltshire"), "2026-04-02"));
  CHECK_THAT(text, !Catch::Contains("dissent-letter"));
}

TEST_CASE("an urgent rule stands first while its mark holds") {
  const std::string text = timetable_text(
      timetable_of(policy_called("wiltshire"), "2026-04-02", {{"imminent-risk", Since(stamp("2026-04-02"))}}));
  CHECK_THAT(text, Catch::StartsWith("URGENT: Refer direct to the nominated WSCB representative of your agency"));
}

TEST_CASE("a due before the stage is entered is said to be one") {
  const std::string text = timetable_text(timetable_of(policy_called("north-yorkshire"), "2026-10-24T10:00",
                                                       {{"disputed-decision", Since(stamp("2026-12-18"))}}));
  CHECK_THAT(
      text, Catch::Contains("  due      Wed 11 Nov 2026, before it is entered: 'thirteen-days' has run out by then\n"));
}

TEST_CASE("a limit beyond the calendar is a problem of its own, the others stand") {
  const Timetable late = timetable_of(policy_called("leeds-2022"), "2035-12-20");
  const Faults problems = problems_of(late.stages);
  REQUIRE_FALSE(problems.empty());
  CHECK(problems.front().text == "stage '1', limit 'stage-1': the calendar 'england-and-wales' ends on 2035-12-31");
  CHECK_THAT(timetable_text(late), Catch::Contains("whole-process") && Catch::Contains("due Sun 20 Jan 2036, binds"));
}

TEST_CASE("a timetable that consulted a projected year says so") {
  CHECK_THAT(timetable_text(timetable_of(policy_called("leeds-2022"), "2030-05-01")),
             Catch::Contains("(provisional)") && Catch::Contains("Provisional: GOV.UK has published"));
}

TEST_CASE("the JSON of a timetable has every limit with what it counts from") {
  const Timetable answer = timetable_of(policy_called("wiltshire"), "2026-04-02", {}, "conference-dissent");
  const Json json = Json::parse(timetable_json(answer, {instant("2026-04-01T09:00"), true, {}}));
  CHECK(json["policy"] == "wiltshire");
  CHECK(json["route"] == "conference-dissent");
  CHECK(
      json["stages"][0].dump() ==
      R"({"stage":"dissent-one","entered":"2026-04-02","earliest":false,"due":null,"limits":[{"limit":"dissent-before-wscb","from":null,"due":null,)"
      R"("binding":false,"provisional":false}]})");
  CHECK(
      json["stages"][2].dump() ==
      R"({"stage":"three","entered":"2026-04-02","earliest":true,"due":"2026-04-09","limits":[{"limit":"stage-three","from":"2026-04-02",)"
      R"("due":"2026-04-09","binding":true,"provisional":false}]})");
}

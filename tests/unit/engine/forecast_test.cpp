// The timetable of a case from now (SEMANTICS.md 31).
#include <catch2/catch.hpp>

#include "engine/timetable.hpp"
#include "unit/support/made_case.hpp"

using namespace escalate;
using namespace escalate::test;

namespace {

/// Returns `STAGE ENTERED DUE`, with `?` where it is the earliest, a line a stage.
std::string lines(const std::vector<TimetableStage>& stages) {
  std::string text;
  for (const TimetableStage& stage : stages)
    text += stage.stage + " " + iso(stage.entered) + (stage.earliest ? "? " : " ") +
            (stage.due ? iso(*stage.due) : "-") + "\n";
  return text;
}

std::string ahead(const MadeCase& made, const std::string& now) { return lines(forecast_of(made.at(now)).stages); }

constexpr const char* three = R"(escalate: policy/1
id: test
title: T
partnership: P
edition: E
case-prefix: EX
calendar: england-and-wales
roles:
  a: {title: A, side: raising}
marks:
  risk: {title: At risk}
urgent:
  - {if: risk, say: Go., enter: top, source: none}
stages:
  low: {title: Low, owner: a, within: 5 days, source: none}
  middle: {title: Middle, owner: a, within: agreed, source: none}
  top: {title: Top, owner: a, within: 48 hours, source: none}
routes:
  only: {title: Only, stages: [low, middle, top]}
duties:
  write: {what: Write, by: a, when: entered top, within: 2 working days, source: none}
)";

}  // namespace

TEST_CASE("each stage still before a case is entered when the one before it runs out") {
  MadeCase made(policy_called("leeds-2019"), "2026-12-14T10:00");
  CHECK(ahead(made, "2026-12-15T09:00") ==
        "1 2026-12-14T10:00+00:00 2026-12-30\n"
        "2 2026-12-30 2027-01-14\n"
        "3a 2027-01-14 2027-01-14\n"
        "3b 2027-01-14 2027-01-14\n"
        "4 2027-01-14 2027-01-14\n");
}

TEST_CASE("a forecast begins with what was agreed and extended") {
  const Policy policy = policy_of(three);
  MadeCase made(policy, "2026-11-02T10:00");
  made.agree("2026-11-02T11:00", "2026-11-04", "stage-low");
  CHECK(forecast_of(made.at("2026-11-02T12:00")).stages.front().limits.front().settled ==
        TimetableLimit::Settled::agreed);
  CHECK(ahead(made, "2026-11-02T12:00").find("middle 2026-11-04 -") != std::string::npos);
  made.extend("2026-11-03T11:00", "2026-11-20", "stage-low");
  CHECK(forecast_of(made.at("2026-11-03T12:00")).stages.front().limits.front().settled ==
        TimetableLimit::Settled::extended);
  CHECK(ahead(made, "2026-11-03T12:00") ==
        "low 2026-11-02T10:00+00:00 2026-11-20\n"
        "middle 2026-11-20 -\n"
        "top 2026-11-20? 2026-11-22T00:00+00:00\n");
}

TEST_CASE("after a stage without a date the others are told at the earliest") {
  const Policy policy = policy_of(three);
  MadeCase made(policy, "2026-11-02T10:00");
  const auto stages = forecast_of(made.at("2026-11-02T12:00")).stages;
  CHECK_FALSE(stages[1].earliest);
  CHECK(stages[1].limits.front().nothing_agreed);
  CHECK(stages[2].earliest);
}

TEST_CASE("a stage that is overdue is left now, not when it ran out") {
  const Policy policy = policy_of(three);
  MadeCase made(policy, "2026-11-02T10:00");
  CHECK(ahead(made, "2026-11-16T09:00") ==
        "low 2026-11-02T10:00+00:00 2026-11-07\n"
        "middle 2026-11-16T09:00+00:00 -\n"
        "top 2026-11-16T09:00+00:00? 2026-11-18T09:00+00:00\n");
}

TEST_CASE("a stage that runs out today leaves what is left of the day to the next") {
  const Policy policy = policy_of(three);
  MadeCase made(policy, "2026-11-02T10:00");
  CHECK(ahead(made, "2026-11-07T15:00").find("middle 2026-11-07T15:00+00:00") != std::string::npos);
  CHECK(ahead(made, "2026-11-06T15:00").find("middle 2026-11-07 ") != std::string::npos);
}

TEST_CASE("a case entered after now, by a clock that was fast, is not left before it was entered") {
  const Policy policy = policy_of(three);
  MadeCase made(policy, "2026-11-02T10:00");
  made.advance("2026-11-05T10:00", "middle");
  CHECK(ahead(made, "2026-11-04T09:00") ==
        "middle 2026-11-05T10:00+00:00 -\n"
        "top 2026-11-05T10:00+00:00? 2026-11-07T10:00+00:00\n");
}

TEST_CASE("a stage foretold has the duties with a time that arise there") {
  const Policy policy = policy_of(three);
  MadeCase made(policy, "2026-11-02T10:00");
  made.agree("2026-11-02T10:30", "2026-11-03", "stage-low");
  const auto stages = forecast_of(made.at("2026-11-02T12:00")).stages;
  CHECK(stages[0].duties.empty());
  REQUIRE(stages[2].duties.size() == 1);
  CHECK(stages[2].duties[0].duty->id == "write");
  CHECK(iso(stages[2].duties[0].due) == "2026-11-05");
  CHECK(stages[2].duties[0].roles == std::vector<std::string>{"a"});
}

TEST_CASE("while an urgent mark holds the way it offers is foretold too") {
  const Policy policy = policy_of(three);
  MadeCase made(policy, "2026-11-02T10:00");
  CHECK(forecast_of(made.at("2026-11-02T12:00")).urgent.empty());
  made.mark("2026-11-02T11:00", "risk", "2026-11-02T11:00");
  const Forecast forecast = forecast_of(made.at("2026-11-02T12:00"));
  CHECK(lines(forecast.stages).find("middle") != std::string::npos);
  REQUIRE(forecast.urgent.size() == 1);
  CHECK(lines(forecast.urgent[0]) == "top 2026-11-02T12:00+00:00 2026-11-04T12:00+00:00\n");
}

TEST_CASE("a halt changes no date of a forecast") {
  const Policy policy = policy_of(three);
  MadeCase made(policy, "2026-11-02T10:00");
  const std::string before = ahead(made, "2026-11-03T12:00");
  made.add("2026-11-03T10:00", Halted{"because"});
  CHECK(ahead(made, "2026-11-03T12:00") == before);
}

TEST_CASE("two copies that were merged are foretold from the stronger, as if one event followed both") {
  const Policy policy = policy_of(three);
  MadeCase made(policy, "2026-11-02T10:00");
  const std::string opened = made.record().events.back().id;
  made.add_after({opened}, "2026-11-03T10:00", Advanced{"middle", "because", ""});
  made.add_after({opened}, "2026-11-03T11:00", Resolved{"low", "agreed", "", ""});
  CHECK(ahead(made, "2026-11-03T12:00") ==
        "middle 2026-11-03T10:00+00:00 -\n"
        "top 2026-11-03T12:00+00:00? 2026-11-05T12:00+00:00\n");
}

TEST_CASE("a case that is not open has no forecast") {
  const Policy policy = policy_of(three);
  MadeCase made(policy, "2026-11-02T10:00");
  made.resolve("2026-11-03T10:00");
  CHECK(forecast_of(made.at("2026-11-04T12:00")).stages.empty());
  made.add("2026-11-04T10:00", Closed{""});
  CHECK(forecast_of(made.at("2026-11-04T12:00")).stages.empty());
  made.add("2026-11-05T10:00", Corrected{"e1", "opened in error", {}});
  CHECK(forecast_of(made.at("2026-11-05T12:00")).stages.empty());
}

TEST_CASE("at the top there is the present stage alone") {
  const Policy policy = policy_of(three);
  MadeCase made(policy, "2026-11-02T10:00");
  made.advance("2026-11-03T10:00", "top");
  CHECK(ahead(made, "2026-11-03T12:00") == "top 2026-11-03T10:00+00:00 2026-11-05T10:00+00:00\n");
}

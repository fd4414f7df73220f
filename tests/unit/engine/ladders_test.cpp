// Golden ladders: a case driven through every stage of every policy, each stage used to the full, and what binds there.
#include <catch2/catch.hpp>

#include "engine/timetable.hpp"
#include "unit/support/calendars.hpp"
#include "unit/support/made_case.hpp"
#include "unit/support/times.hpp"

using namespace escalate;
using namespace escalate::test;

namespace {

/// Returns `STAGE entered ENTRY due DUE (LIMITS)` a stage.
std::string ladder(const std::string& id, const std::string& route, const std::string& start,
                   const std::vector<std::pair<std::string, std::string>>& marks = {}) {
  const Policy& policy = policy_called(id);
  TimetableQuestion question{&policy, &calendar_called(policy.calendar), route, stamp(start), {}, nullptr};
  for (const auto& [mark, since] : marks) question.marks.emplace_back(mark, Since(stamp(since)));
  std::string text;
  for (const TimetableStage& stage : timetable(question)) {
    text += stage.stage + " entered " + iso(stage.entered) + " due " + (stage.due ? iso(*stage.due) : "-");
    for (const TimetableLimit& limit : stage.limits) text += (limit.binding ? " *" : " ") + limit.limit->id;
    text += "\n";
  }
  return text;
}

/// Drives a real case through every stage of a route, a day apart, and returns what binds at each.
std::string driven(const std::string& id, const std::string& route, const std::vector<std::string>& days,
                   const std::vector<std::pair<std::string, std::string>>& marks = {}) {
  const Policy& policy = policy_called(id);
  MadeCase made(policy, days.front(), marks, route);
  std::string text = binding_line(made.at(days.front() + "T12:00")) + "\n";
  for (std::size_t i = 1; i < days.size(); ++i) {
    made.advance(days[i], policy.route(route)->rungs[i].stages.front());
    text += binding_line(made.at(days[i] + "T12:00")) + "\n";
  }
  return text;
}

}  // namespace

TEST_CASE("Leeds 2019 climbs in tens of working days that a month cuts short") {
  // 4 May and 25 May 2026 are holidays
  CHECK(driven("leeds-2019", "standard", {"2026-05-01", "2026-05-06", "2026-05-18", "2026-05-20", "2026-05-29"}) ==
        "1: 2026-05-18 (stage-1)\n"
        "2: 2026-05-20 (stage-2)\n"
        "3a: 2026-06-01 (whole-process)\n"
        "3b: 2026-06-01 (whole-process)\n"
        "4: 2026-06-01 (whole-process)\n");
}

TEST_CASE("Leeds 2022 climbs as Leeds 2019 does") {
  CHECK(driven("leeds-2022", "standard", {"2026-05-01", "2026-05-06", "2026-05-18", "2026-05-20", "2026-05-29"}) ==
        "1: 2026-05-18 (stage-1)\n"
        "2: 2026-05-20 (stage-2)\n"
        "3a: 2026-06-01 (whole-process)\n"
        "3b: 2026-06-01 (whole-process)\n"
        "4: 2026-06-01 (whole-process)\n");
}

TEST_CASE("Wiltshire has five working days before the board and three at it") {
  CHECK(driven("wiltshire", "standard", {"2026-04-02", "2026-04-08", "2026-04-10", "2026-05-01"}) ==
        "pre: 2026-04-13 (before-wscb)\n"
        "one: 2026-04-13 (before-wscb)\n"
        "two: 2026-04-13 (before-wscb)\n"
        "three: 2026-05-07 (stage-three)\n");
}

TEST_CASE("Wiltshire's conference dissent counts its five days from the letter") {
  CHECK(driven("wiltshire", "conference-dissent", {"2026-04-07", "2026-04-08", "2026-04-10"},
               {{"dissent-letter", "2026-04-02"}}) ==
        "dissent-one: 2026-04-13 (dissent-before-wscb)\n"
        "dissent-two: 2026-04-13 (dissent-before-wscb)\n"
        "three: 2026-04-15 (stage-three)\n");
}

TEST_CASE("North Yorkshire's seven stages bind by hours, at once, ten, one, three and thirteen working days") {
  CHECK(driven("north-yorkshire", "standard",
               {"2026-12-18", "2026-12-21", "2026-12-22", "2026-12-23", "2026-12-29", "2026-12-30", "2027-01-08"},
               {{"disputed-decision", "2026-12-18"}}) ==
        "1: 2026-12-22T00:00+00:00 (stage-1)\n"
        "2: 2026-12-21 (stage-2)\n"
        "3: 2027-01-06 (between-agencies)\n"
        "4: 2027-01-06 (between-agencies)\n"
        "5: 2026-12-30 (stage-5)\n"
        "6: 2027-01-05 (stage-6)\n"
        "7: 2027-01-10T00:00+00:00 (stage-7)\n");
}

TEST_CASE("Kent names no number on any of its four routes") {
  CHECK(driven("kent", "referral", {"2026-05-01", "2026-05-05", "2026-05-06", "2026-05-07", "2026-05-08"}) ==
        "practitioners: none\nfirst-line: none\nservice-manager: none\nheads: none\nsub-group: none\n");
  CHECK(driven("kent", "section-47", {"2026-05-01", "2026-05-05", "2026-05-06", "2026-05-07", "2026-05-08"}) ==
        "s47-team-manager: none\ns47-service-manager: none\ns47-quality-manager: none\nheads: none\nsub-group: none\n");
  CHECK(driven("kent", "conference-dissent", {"2026-05-01", "2026-05-05", "2026-05-06", "2026-05-07", "2026-05-08"}) ==
        "chair-decision: none\ndissent-raised: none\ndissent-quality-manager: none\nheads: none\nsub-group: none\n");
  CHECK(driven("kent", "protection-plan", {"2026-05-01", "2026-05-05", "2026-05-06", "2026-05-07"}) ==
        "plan-line-managers: none\nservice-manager: none\nheads: none\nsub-group: none\n");
}

TEST_CASE("a timetable enters the next stage at the later of entry and due") {
  CHECK(ladder("wiltshire", "standard", "2026-04-02") ==
        "pre entered 2026-04-02 due 2026-04-13 *before-wscb\n"
        "one entered 2026-04-13 due 2026-04-13 *before-wscb\n"
        "two entered 2026-04-13 due 2026-04-13 *before-wscb\n"
        "three entered 2026-04-13 due 2026-04-16 *stage-three\n");
  CHECK(ladder("north-yorkshire", "standard", "2026-12-18T10:00", {{"disputed-decision", "2026-12-18"}}) ==
        "1 entered 2026-12-18T10:00+00:00 due 2026-12-22T10:00+00:00 *stage-1\n"
        "2 entered 2026-12-22T10:00+00:00 due 2026-12-22T10:00+00:00 *stage-2\n"
        "3 entered 2026-12-22T10:00+00:00 due 2027-01-06 *between-agencies\n"
        "4 entered 2027-01-06 due 2027-01-06 *between-agencies\n"
        "5 entered 2027-01-06 due 2027-01-07 *stage-5\n"
        "6 entered 2027-01-07 due 2027-01-11 stage-6 *thirteen-days\n"
        "7 entered 2027-01-11 due 2027-01-11 stage-7 *thirteen-days\n");
}

TEST_CASE("a stage without a due is left at once") {
  CHECK(ladder("kent", "protection-plan", "2026-05-01") ==
        "plan-line-managers entered 2026-05-01 due -\n"
        "service-manager entered 2026-05-01 due -\n"
        "heads entered 2026-05-01 due -\n"
        "sub-group entered 2026-05-01 due -\n");
}

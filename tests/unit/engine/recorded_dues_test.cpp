#include "engine/recorded_dues.hpp"

#include <catch2/catch.hpp>

#include "engine/provisional.hpp"
#include "unit/support/calendars.hpp"
#include "unit/support/fault_lines.hpp"
#include "unit/support/made_case.hpp"
#include "unit/support/times.hpp"

using namespace escalate;
using namespace escalate::test;

namespace {

/// A case of stage 1 that ended with this recorded due.
MadeCase ended(const std::string& was_due, const std::string& at = "2026-11-10T10:00") {
  MadeCase made(policy_called("leeds-2022"), "2026-11-02T09:30");
  made.advance(at, "2");
  made.record().events.back().was_due = {{"stage-1", stamp(was_due)}};
  return made;
}

std::string told(const MadeCase& made, const Calendar& calendar) {
  Subject subject = made.subject();
  subject.calendar = &calendar;
  return fault_lines(counted_otherwise_today(subject, made.record()));
}

Calendar with_holiday(const char* day) {
  Calendar calendar = england_and_wales();
  calendar.holidays[date(day)] = "Day of mourning";
  return calendar;
}

void opened_with(MadeCase& made, const std::string& policy, const std::string& digest) {
  auto& opened = std::get<Opened>(made.record().events[0].body);
  opened.policy = policy;
  opened.policy_digest = digest;
}

}  // namespace

TEST_CASE("a recorded due that is counted alike today says nothing") {
  MadeCase made = ended("2026-11-16");
  opened_with(made, "leeds-2022", policy_called("leeds-2022").digest);
  CHECK(told(made, england_and_wales()).empty());
  CHECK(told(made, with_holiday("2026-11-17")).empty());
}

TEST_CASE("a holiday that came later gives another date, and both are told") {
  MadeCase made = ended("2026-11-16");
  opened_with(made, "leeds-2022", policy_called("leeds-2022").digest);
  CHECK(told(made, with_holiday("2026-11-05")) ==
        "warning event e2, advanced to 2 on Tuesday 10 November 2026 at 10:00: 'stage-1' was due by end of Monday 16 "
        "November 2026; today's calendar would say by end of Tuesday 17 November 2026\n");
}

TEST_CASE("what was late then stays late, whatever would be counted today") {
  MadeCase made = ended("2026-11-16", "2026-11-17T10:00");
  opened_with(made, "leeds-2022", policy_called("leeds-2022").digest);
  const Calendar calendar = with_holiday("2026-11-05");
  Subject subject = made.subject();
  subject.calendar = &calendar;
  const Faults faults = counted_otherwise_today(subject, made.record());
  REQUIRE(faults.size() == 1);
  CHECK(faults.front().help == "the recorded date stands: what was late then stays late; nothing need be done");
}

TEST_CASE("where the policy was changed as well, that is said") {
  MadeCase made = ended("2026-11-13");
  opened_with(made, "leeds-2022", "0123456789abcdef");
  CHECK_THAT(told(made, england_and_wales()), Catch::Contains("today's policy and calendar would say"));
}

TEST_CASE("what followed another policy then is not compared") {
  MadeCase made = ended("2026-11-13");
  opened_with(made, "leeds-2019", "0123456789abcdef");
  CHECK(told(made, england_and_wales()).empty());
}

TEST_CASE("a recorded due of a limit that no longer runs there is not compared, and one without a name is told") {
  MadeCase made = ended("2026-11-13");
  made.record().events.back().was_due = {{"stage-9", stamp("2026-11-13")}};
  opened_with(made, "leeds-2022", policy_called("leeds-2022").digest);
  CHECK(told(made, england_and_wales()).empty());
  CHECK(fault_lines(unknown_recorded_dues(made.at("2026-11-20T10:00"))) ==
        "warning event e2, advanced to 2 on Tuesday 10 November 2026 at 10:00, tells when 'stage-9' was due; the "
        "policy 'leeds-2022' has no such limit or duty\n");
}

TEST_CASE("a due on projected bank holidays is provisional") {
  MadeCase made(policy_called("leeds-2022"), "2026-11-02T09:30");
  CHECK(provisional_dues(made.at("2026-11-03T10:00")).empty());
  const MadeCase later(policy_called("leeds-2022"), "2028-12-27T09:30");
  CHECK_THAT(fault_lines(provisional_dues(later.at("2028-12-28T10:00"))),
             Catch::StartsWith("warning the due of 'stage-1', by end of ") &&
                 Catch::Contains("is provisional: the bank holidays after Sunday 31 December 2028 are projected"));
}

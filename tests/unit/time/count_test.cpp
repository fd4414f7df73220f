#include <catch2/catch.hpp>

#include "time/due.hpp"
#include "time/newest_holidays.hpp"
#include "time/words.hpp"
#include "unit/support/calendars.hpp"
#include "unit/support/times.hpp"

namespace escalate::test {
namespace {

Timed<Count> counted(std::string_view from, std::string_view length, CountFrom way = CountFrom::receipt,
                     const Calendar& calendar = england_and_wales()) {
  return count(stamp(from), duration(length), calendar, way);
}

std::string due_of(std::string_view from, std::string_view length, CountFrom way = CountFrom::receipt,
                   const Calendar& calendar = england_and_wales()) {
  const auto result = counted(from, length, way, calendar);
  return result ? iso(result->due) : word_of(result.error().kind) + ": " + result.error().text;
}

/// Returns the days of a count, one a line: the number of the day, `0` or `-`, the day, and why.
std::string told(const Timed<Count>& result) {
  std::string text;
  for (const CountedDay& day : result.value().days) {
    const bool skipped = day.kind == CountedDay::Kind::skipped;
    CHECK((day.kind == CountedDay::Kind::counted) == (day.number > 0));
    text += (skipped ? "-" : std::to_string(day.number)) + " " + short_words(day.day);
    text += (day.why.empty() ? "" : ": " + day.why) + "\n";
  }
  return text;
}

constexpr CountFrom receipt = CountFrom::receipt;
constexpr CountFrom deemed = CountFrom::deemed;
constexpr CountFrom inclusive = CountFrom::inclusive;

}  // namespace

//     April 2026
// Mo Tu We Th Fr Sa Su
//        1 (2)[3] 4  5      (2) opened   [3] [6] Good Friday, Easter Monday
// [6] 7  8  9 10 11 12
// <13>                      <13> due
TEST_CASE("five working days step over Easter") {
  CHECK(due_of("2026-04-02", "5 working days") == "2026-04-13");
  CHECK(due_of("2026-04-02T17:30", "5 working days") == "2026-04-13");
  CHECK(told(counted("2026-04-02", "5 working days")) ==
        "0 Thu 2 Apr 2026: the day itself\n"
        "- Fri 3 Apr 2026: Good Friday\n"
        "- Sat 4 Apr 2026: Saturday\n"
        "- Sun 5 Apr 2026: Sunday\n"
        "- Mon 6 Apr 2026: Easter Monday\n"
        "1 Tue 7 Apr 2026\n"
        "2 Wed 8 Apr 2026\n"
        "3 Thu 9 Apr 2026\n"
        "4 Fri 10 Apr 2026\n"
        "- Sat 11 Apr 2026: Saturday\n"
        "- Sun 12 Apr 2026: Sunday\n"
        "5 Mon 13 Apr 2026\n");
}

//    December 2026
// Mo Tu We Th Fr Sa Su
// 21 22 23 24 [5](26)27     (26) a Saturday   [5] [8] Christmas Day, Boxing Day
// [8] 29 30 31
TEST_CASE("from a closed day, each way to count has its own day 0") {
  CHECK(told(counted("2026-12-26", "1 working day", receipt)) ==
        "0 Sat 26 Dec 2026: the day itself\n"
        "- Sun 27 Dec 2026: Sunday\n"
        "- Mon 28 Dec 2026: Boxing Day (substitute day)\n"
        "1 Tue 29 Dec 2026\n");
  CHECK(told(counted("2026-12-26", "1 working day", deemed)) ==
        "- Sat 26 Dec 2026: Saturday\n"
        "- Sun 27 Dec 2026: Sunday\n"
        "- Mon 28 Dec 2026: Boxing Day (substitute day)\n"
        "0 Tue 29 Dec 2026: the next working day\n"
        "1 Wed 30 Dec 2026\n");
  CHECK(told(counted("2026-12-26", "1 working day", inclusive)) ==
        "- Sat 26 Dec 2026: Saturday\n"
        "- Sun 27 Dec 2026: Sunday\n"
        "- Mon 28 Dec 2026: Boxing Day (substitute day)\n"
        "1 Tue 29 Dec 2026\n");
  CHECK(told(counted("2026-12-26", "same working day")) ==
        "- Sat 26 Dec 2026: Saturday\n"
        "- Sun 27 Dec 2026: Sunday\n"
        "- Mon 28 Dec 2026: Boxing Day (substitute day)\n"
        "0 Tue 29 Dec 2026: the next working day\n");
}

TEST_CASE("from an open day, deemed counts as receipt does and inclusive a day less") {
  CHECK(told(counted("2026-12-29", "1 working day", receipt)) ==
        "0 Tue 29 Dec 2026: the day itself\n1 Wed 30 Dec 2026\n");
  CHECK(told(counted("2026-12-29", "1 working day", deemed)) ==
        "0 Tue 29 Dec 2026: the day itself\n1 Wed 30 Dec 2026\n");
  CHECK(told(counted("2026-12-29", "1 working day", inclusive)) == "1 Tue 29 Dec 2026\n");
  CHECK(told(counted("2026-12-29", "same working day")) == "0 Tue 29 Dec 2026: the day itself\n");
}

TEST_CASE("the same working day is the same however days are counted") {
  for (const CountFrom way : {receipt, deemed, inclusive}) {
    CHECK(due_of("2026-12-26T10:00", "same working day", way) == "2026-12-29");
    CHECK(due_of("2026-12-24T23:59", "same working day", way) == "2026-12-24");
  }
}

TEST_CASE("a moment belongs to its London day") {
  CHECK(due_of("2026-07-02T23:30Z", "1 working day") == "2026-07-06");  // Friday 00:30 in London
  CHECK(due_of("2026-07-02T22:30Z", "1 working day") == "2026-07-03");
}

TEST_CASE("hours are elapsed hours, over the changes of the clocks too") {
  CHECK(due_of("2026-10-24T10:00", "96 hours") == "2026-10-28T09:00+00:00");
  CHECK(due_of("2026-10-24T10:00", "24 hours") == "2026-10-25T09:00+00:00");
  CHECK(due_of("2026-10-24T01:30", "24 hours") == "2026-10-25T01:30+01:00");
  CHECK(due_of("2026-10-24T01:30", "25 hours") == "2026-10-25T01:30+00:00");
  CHECK(due_of("2026-03-28T01:30", "24 hours") == "2026-03-29T02:30+01:00");
  CHECK(due_of("2026-03-28T10:00", "24 hours") == "2026-03-29T11:00+01:00");
}

TEST_CASE("hours from a date alone run from 00:00 in London") {
  CHECK(due_of("2026-07-02", "24 hours") == "2026-07-03T00:00+01:00");
  CHECK(due_of("2026-10-25", "24 hours") == "2026-10-25T23:00+00:00");
  CHECK(due_of("2026-03-29", "24 hours") == "2026-03-30T01:00+01:00");
}

TEST_CASE("days and weeks are calendar days, to the end of the day") {
  CHECK(due_of("2026-12-20T09:00", "5 days") == "2026-12-25");
  CHECK(due_of("2026-12-20", "2 weeks") == "2027-01-03");
  CHECK(due_of("2028-02-28", "1 day") == "2028-02-29");
  CHECK(due_of("2026-03-28T23:30", "1 day") == "2026-03-29");
}

TEST_CASE("months keep the number of the day, or take the last of the month") {
  CHECK(due_of("2026-12-14", "1 month") == "2027-01-14");
  CHECK(due_of("2027-01-31", "1 month") == "2027-02-28");
  CHECK(due_of("2028-01-31", "1 month") == "2028-02-29");
  CHECK(due_of("2027-01-31", "2 months") == "2027-03-31");
  CHECK(due_of("2026-08-31T10:00", "3 months") == "2026-11-30");
  CHECK(due_of("2024-02-29", "12 months") == "2025-02-28");
  CHECK(due_of("2000-02-29", "1200 months") == "2100-02-28");
}

TEST_CASE("immediately is the moment, or the day when only that is known") {
  CHECK(due_of("2026-07-02T10:15", "immediately") == "2026-07-02T10:15+01:00");
  CHECK(due_of("2026-07-02", "immediately") == "2026-07-02");
  CHECK(counted("2026-07-02T10:15", "immediately")->due.immediately);
  CHECK(counted("2026-07-02", "immediately")->due.immediately);
  CHECK_FALSE(counted("2026-07-02", "1 day")->due.immediately);
}

TEST_CASE("only a count of working days lists its days") {
  for (const char* length : {"5 hours", "5 days", "5 weeks", "5 months", "immediately"})
    CHECK(counted("2026-07-02", length)->days.empty());
}

//     December 2028
// Mo Tu We Th Fr Sa Su
// [25][6]27<28> 29 30 31    <28> the last day published by GOV.UK is the 31st
TEST_CASE("a count that consults a projected day is provisional") {
  CHECK_FALSE(counted("2028-12-28", "1 working day")->provisional);  // Friday 29 December
  CHECK(counted("2028-12-28", "2 working days")->provisional);       // Tuesday 2 January 2029
  CHECK(counted("2028-12-30", "same working day")->provisional);
  CHECK_FALSE(counted("2028-12-29", "same working day")->provisional);
  CHECK_FALSE(counted("2028-12-29", "1 working day", inclusive)->provisional);
  CHECK_FALSE(counted("2028-12-29", "3 months")->provisional);
  CHECK_FALSE(counted("2030-12-29T10:00", "48 hours")->provisional);
}

TEST_CASE("the last day published is not projected") {
  Calendar calendar = england_and_wales();
  calendar.official_until = date("2028-12-29");
  CHECK_FALSE(counted("2028-12-28", "1 working day", receipt, calendar)->provisional);
  CHECK_FALSE(counted("2028-12-29", "same working day", receipt, calendar)->provisional);
  calendar.official_until = date("2028-12-28");
  CHECK(counted("2028-12-28", "1 working day", receipt, calendar)->provisional);
  CHECK(counted("2028-12-29", "same working day", receipt, calendar)->provisional);
}

TEST_CASE("a count that leaves the calendar is a fault that names the calendar and its end") {
  const std::string ends = "coverage: the calendar 'england-and-wales' ends on 2035-12-31";
  CHECK(due_of("2035-12-28", "1 working day") == "2035-12-31");
  CHECK(due_of("2035-12-28", "2 working days") == ends);
  CHECK(due_of("2036-03-01", "same working day") == ends);
  CHECK(due_of("2036-03-01", "1 working day", deemed) == ends);
  CHECK(due_of("2036-03-01", "1 working day", inclusive) == ends);
  CHECK(due_of("2030-01-01", "9999 working days") == ends);
  CHECK(due_of("2035-12-31", "1 working day", receipt, scotland()) ==
        "coverage: the calendar 'scotland' ends on 2035-12-31");
  CHECK(counted("2036-03-01", "1 working day").error().help == bring_in_the_newest);
}

TEST_CASE("before the calendar begins, receipt consults only the days after the moment") {
  const std::string begins = "coverage: the calendar 'england-and-wales' begins on 2012-01-01";
  CHECK(due_of("2011-12-31", "1 working day", receipt) == "2012-01-03");
  CHECK(due_of("2011-12-31", "1 working day", deemed) == begins);
  CHECK(due_of("2011-12-31", "1 working day", inclusive) == begins);
  CHECK(due_of("2011-12-31", "same working day") == begins);
  CHECK(due_of("2011-12-30", "1 working day", receipt) == begins);
  CHECK(due_of("2011-12-30", "1 month") == "2012-01-30");
}

TEST_CASE("a due outside the years that can be placed is a fault of coverage") {
  const std::string after = "coverage: the time is after the year 9999";
  CHECK(due_of("9999-12-30", "1 day") == "9999-12-31");
  CHECK(due_of("9999-12-31", "1 day") == after);
  CHECK(due_of("9999-12-31", "1 week") == after);
  CHECK(due_of("9999-12-31", "1 month") == after);
  CHECK(due_of("9999-12-31T23:00", "1 hour") == after);
  CHECK(due_of("9999-12-31", "1 hour") == "9999-12-31T01:00+00:00");
  CHECK(due_of("1995-12-31", "1 hour") == "coverage: the time is before 1996, when the clocks changed by other rules");
  CHECK(due_of("1978-09-30", "4 months") == "1979-01-30");
  CHECK(due_of("1900-01-01", "1 day") == "1900-01-02");
  const auto early = count(Stamp{first_date - std::chrono::days{1}}, Days{1}, england_and_wales(), receipt);
  CHECK(early.error().text == "the time is before the year 1900");
}

TEST_CASE("the next working days after a day can be asked for") {
  CHECK(working_day_after(date("2026-04-07"), 1, england_and_wales()) == date("2026-04-08"));
  CHECK(working_day_after(date("2026-04-02"), 1, england_and_wales()) == date("2026-04-07"));
  CHECK(working_day_after(date("2026-04-02"), 1, scotland()) == date("2026-04-06"));
  CHECK(working_day_after(date("2026-04-04"), 2, england_and_wales()) == date("2026-04-08"));
  CHECK(working_day_after(date("2035-12-31"), 1, scotland()).error().kind == TimeFault::Kind::coverage);
}

}  // namespace escalate::test

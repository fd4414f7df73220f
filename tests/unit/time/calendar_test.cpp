#include "time/calendar.hpp"

#include <catch2/catch.hpp>

#include "unit/support/calendars.hpp"
#include "unit/support/times.hpp"

namespace escalate::test {
namespace {

Calendar tiny(const std::string& id, std::map<Date, std::string> holidays) {
  return {id, id, date("2026-01-01"), date("2026-06-30"), date("2026-12-31"), std::move(holidays)};
}

}  // namespace

//    December 2026
// Mo Tu We Th Fr Sa Su
// 21 22 23 24 [5] 26 27     [5] Christmas Day
// [8] 29 30 31              [8] Boxing Day (substitute day)
TEST_CASE("offices are closed at weekends and on bank holidays, and the calendar says why") {
  const Calendar& calendar = england_and_wales();
  CHECK(calendar.is_working(date("2026-12-24")));
  CHECK(calendar.closed_because(date("2026-12-24")) == "");
  CHECK_FALSE(calendar.is_working(date("2026-12-25")));
  CHECK(calendar.closed_because(date("2026-12-25")) == "Christmas Day");
  CHECK(calendar.closed_because(date("2026-12-26")) == "Saturday");
  CHECK(calendar.closed_because(date("2026-12-27")) == "Sunday");
  CHECK(calendar.closed_because(date("2026-12-28")) == "Boxing Day (substitute day)");
  CHECK(calendar.is_working(date("2026-12-29")));
}

TEST_CASE("a holiday at a weekend is named as the holiday") {
  const Calendar calendar = tiny("x", {{date("2026-03-14"), "Founders' Day"}});
  CHECK_FALSE(calendar.is_working(date("2026-03-14")));
  CHECK(calendar.closed_because(date("2026-03-14")) == "Founders' Day");
}

TEST_CASE("the nations differ") {
  CHECK(scotland().is_working(date("2026-04-06")));  // Easter Monday
  CHECK_FALSE(england_and_wales().is_working(date("2026-04-06")));
  CHECK_FALSE(scotland().is_working(date("2026-11-30")));  // St Andrew's Day
  CHECK(england_and_wales().is_working(date("2026-11-30")));
  CHECK_FALSE(northern_ireland().is_working(date("2026-03-17")));
}

TEST_CASE("a calendar covers its first and last day and no other beyond") {
  const Calendar& calendar = england_and_wales();
  CHECK(calendar.covers(date("2012-01-01")));
  CHECK(calendar.covers(date("2035-12-31")));
  CHECK_FALSE(calendar.covers(date("2011-12-31")));
  CHECK_FALSE(calendar.covers(date("2036-01-01")));
}

TEST_CASE("the union is closed when any nation is, and says which where not all are") {
  const Calendar& all = uk_any();
  CHECK(all.id == "uk-any");
  CHECK(all.title == "United Kingdom, any nation's bank holiday");
  CHECK(all.closed_because(date("2026-12-25")) == "Christmas Day");
  CHECK(all.closed_because(date("2026-11-30")) == "St Andrew's Day (scotland)");
  CHECK(all.closed_because(date("2026-04-06")) == "Easter Monday (england-and-wales, northern-ireland)");
  CHECK(all.closed_because(date("2026-04-04")) == "Saturday");
  CHECK(all.is_working(date("2026-04-07")));
}

TEST_CASE("a day with another name in each nation has them all") {
  CHECK(uk_any().closed_because(date("2017-01-02")) ==
        "2nd January (scotland) and New Year's Day (substitute day) (england-and-wales, northern-ireland)");
}

TEST_CASE("the union is open only where all three are") {
  for (Date day = date("2012-01-01"); day <= date("2035-12-31"); day += std::chrono::days{1}) {
    const bool all_open =
        england_and_wales().is_working(day) && scotland().is_working(day) && northern_ireland().is_working(day);
    if (uk_any().is_working(day) != all_open) FAIL_CHECK(iso(day));
  }
}

TEST_CASE("the union covers, and is official, only where all are") {
  Calendar early = tiny("early", {});
  early.covers_from = date("2025-01-01");
  early.official_until = date("2026-03-31");
  early.covers_until = date("2026-11-30");
  const Calendar both = union_of({tiny("late", {}), early});
  CHECK(both.covers_from == date("2026-01-01"));
  CHECK(both.official_until == date("2026-03-31"));
  CHECK(both.covers_until == date("2026-11-30"));
}

TEST_CASE("a union of no calendars covers no day") {
  const Calendar none = union_of({});
  CHECK(none.covers_until < none.covers_from);
  CHECK_FALSE(none.covers(date("2026-11-05")));
}

TEST_CASE("the calendars have their names, and all but the union a file") {
  CHECK(calendar_names() == std::vector<std::string>{"england-and-wales", "scotland", "northern-ireland", "uk-any"});
  CHECK(calendar_files() == std::vector<std::string>{"england-and-wales", "scotland", "northern-ireland"});
}

}  // namespace escalate::test

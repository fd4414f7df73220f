#include "time/office_hours.hpp"

#include <catch2/catch.hpp>

#include "time/due.hpp"
#include "unit/support/calendars.hpp"
#include "unit/support/times.hpp"

namespace escalate::test {
namespace {

OfficeHours hours_of(const std::vector<std::pair<std::string, std::string>>& texts) {
  OfficeHours hours;
  for (const auto& [days, open] : texts)
    for (const unsigned day : read_weekdays(days)) hours.days.at(day) = read_open_hours(open);
  return hours;
}

const OfficeHours& nine_to_five() {
  static const OfficeHours hours = hours_of({{"monday-thursday", "09:00-17:00"}, {"friday", "09:00-16:30"}});
  return hours;
}

bool in_hours(const std::string& at) { return in_office_hours(stamp(at), nine_to_five(), england_and_wales()).value(); }

std::string due(const std::string& from, const std::string& within, const OfficeHours& hours = nine_to_five()) {
  const auto counted = count(stamp(from), parse_within(within).value(), england_and_wales(), CountFrom::receipt, hours);
  return counted ? iso(counted->due) : counted.error().text;
}

}  // namespace

TEST_CASE("office hours are read as they are written, and written as they are read") {
  CHECK(text_of(nine_to_five()) == std::vector<std::pair<std::string, std::string>>{{"monday-thursday", "09:00-17:00"},
                                                                                    {"friday", "09:00-16:30"}});
  CHECK(text_of(hours_of({{"saturday-tuesday", "10:00-12:00"}})) ==
        std::vector<std::pair<std::string, std::string>>{{"monday-tuesday", "10:00-12:00"},
                                                         {"saturday-sunday", "10:00-12:00"}});
}

TEST_CASE("what is no weekday and no hours of a day is not read") {
  for (const std::string text : {"", "mon", "Monday", "monday-", "-friday", "monday-monday", "monday-friday-sunday"})
    CHECK(read_weekdays(text).empty());
  for (const std::string text : {"", "9:00-17:00", "09:00", "09:00-", "17:00-09:00", "09:00-09:00", "09:00-24:00",
                                 "09:00 - 17:00", "09:00-17:00x"})
    CHECK_FALSE(read_open_hours(text));
}

TEST_CASE("an office opens at the minute, closes at the minute, and not on a bank holiday") {
  CHECK_FALSE(in_hours("2026-11-19T08:59"));
  CHECK(in_hours("2026-11-19T09:00"));
  CHECK(in_hours("2026-11-19T16:59"));
  CHECK_FALSE(in_hours("2026-11-19T17:00"));
  CHECK_FALSE(in_hours("2026-11-20T16:30"));  // a Friday
  CHECK_FALSE(in_hours("2026-11-21T10:00"));  // a Saturday
  CHECK_FALSE(in_hours("2026-12-25T10:00"));
}

TEST_CASE("a day alone lies in office hours when the office opens on it at all") {
  CHECK(in_hours("2026-11-19"));
  CHECK_FALSE(in_hours("2026-11-21"));
}

//    November 2026
// Mo Tu We Th Fr Sa Su
// 16 17 18 19 20 21 22     office hours: Mo-Th 09:00-17:00, Fr 09:00-16:30
// 23 24
TEST_CASE("24 hours, or the next working day if out of hours") {
  const std::string within = "24 hours, out of hours next working day";
  CHECK(due("2026-11-19T10:00", within) == "2026-11-20T10:00+00:00");
  CHECK(due("2026-11-19T17:00", within) == "2026-11-20");  // Thursday evening: Friday
  CHECK(due("2026-11-20T16:30", within) == "2026-11-23");  // Friday evening: Monday
  CHECK(due("2026-11-21T11:00", within) == "2026-11-23");
  CHECK(due("2026-11-23T07:30", within) == "2026-11-23");  // before it opens: that same day
  CHECK(due("2026-12-24T18:00", within) == "2026-12-29");  // Christmas Eve: 25th and 28th are holidays
}

TEST_CASE("the next working day begins at midnight where no office hours are known") {
  CHECK(due("2026-11-23T07:30", "next working day", {}) == "2026-11-24");
  CHECK(due("2026-11-20", "next working day", {}) == "2026-11-23");
}

TEST_CASE("office hours change a ceiling and a time that may be sooner, too") {
  CHECK(due("2026-11-21T11:00", "agreed, at most 24 hours, out of hours next working day") == "2026-11-23");
  CHECK(due("2026-11-21T11:00", "24 hours or sooner, out of hours 2 working days") == "2026-11-24");
  CHECK(due("2026-11-21T11:00", "immediately, out of hours same working day") == "2026-11-23");
}

TEST_CASE("office hours on a day beyond the calendar are not guessed") {
  CHECK(due("2036-01-02T10:00", "24 hours, out of hours next working day") ==
        "the calendar 'england-and-wales' ends on 2035-12-31");
}

}  // namespace escalate::test

#include "yaml/calendar_reader.hpp"

#include <catch2/catch.hpp>

#include "unit/support/places.hpp"
#include "unit/support/times.hpp"
#include "unit/yaml/read_support.hpp"

namespace escalate::test {
namespace {

const std::string calendar = R"(escalate: calendar/1
id: scotland
title: Scotland
covers-from: 2026-01-01
official-until: 2026-12-31
covers-until: 2027-12-31
holidays:
  2026-01-01: New Year's Day
  2026-01-02: 2nd January
)";

std::string told(const std::string& from, const std::string& to,
                 const std::string& file = "policies/calendars/scotland.yaml") {
  std::string text = calendar;
  text.replace(text.find(from), from.size(), to);
  const auto read = read_calendar(file, text);
  return read ? "" : lines_of(read.error());
}

}  // namespace

TEST_CASE("a calendar is read with its holidays and what it covers") {
  const Calendar read = read_calendar("scotland.yaml", calendar).value();
  CHECK(read.id == "scotland");
  CHECK(read.title == "Scotland");
  CHECK(read.covers_from == date("2026-01-01"));
  CHECK(read.official_until == date("2026-12-31"));
  CHECK(read.covers_until == date("2027-12-31"));
  CHECK(read.holidays.size() == 2);
  CHECK(read.closed_because(date("2026-01-02")) == "2nd January");
}

TEST_CASE("what is wrong with a calendar is said at its place") {
  CHECK(told("calendar/1", "calender/1") == "1:11: unknown escalate 'calender/1'; did you mean 'calendar/1'?\n");
  CHECK(told("id: scotland", "id: uk-any") ==
        "2:5: unknown id 'uk-any'; write england-and-wales, scotland or northern-ireland\n");
  CHECK(told("", "", "england-and-wales.yaml") ==
        "2:5: id 'scotland' is unlike the name of its file; write 'id: england-and-wales', or call the file "
        "'scotland.yaml'\n");
  CHECK(told("title: Scotland\n", "") == "1:1: the calendar lacks 'title'; write 'title:' and its value there\n");
  CHECK(
      told("covers-from: 2026", "covers-from: 2027") ==
      "5:17: 'official-until' 2026-12-31 is before 'covers-from' 2027-01-01\n"
      "8:3: 2026-01-01 is not between 'covers-from' and 'covers-until'; correct the day, or what the calendar covers\n"
      "9:3: 2026-01-02 is not between 'covers-from' and 'covers-until'; correct the day, or what the calendar "
      "covers\n");
  CHECK(told("covers-until: 2027", "covers-until: 2025")
            .find("6:15: 'covers-until' 2025-12-31 is before 'official-until' 2026-12-31\n") == 0);
  CHECK(told("2026-01-02:", "2/1/2026:").find("9:3: '2/1/2026' ") == 0);
  CHECK(told("2nd January", "") ==
        "9:14: '2026-01-02' has no value; write one after '2026-01-02:', or remove the line\n");
  CHECK(told("2026-01-02:", "2026-01-01:").find("9:3: ") == 0);
  CHECK(told("holidays:", "closed:") ==
        "1:1: the calendar lacks 'holidays'; write 'holidays:' and its value there\n7:1: unknown key 'closed' in the "
        "calendar; "
        "the keys here are escalate, id, title, covers-from, official-until, covers-until and holidays\n");
}

TEST_CASE("every calendar of this repository is read without faults") {
  for (const std::string& id : calendar_files()) {
    const std::string file = test::in_repository("policies/calendars/" + id + ".yaml");
    const auto read = read_calendar(file, bytes_of(file));
    CHECK((read ? "" : lines_of(read.error())) == std::string());
  }
}

}  // namespace escalate::test

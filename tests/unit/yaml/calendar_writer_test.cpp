#include "yaml/calendar_writer.hpp"

#include <catch2/catch.hpp>

#include "unit/support/times.hpp"
#include "yaml/calendar_reader.hpp"

namespace escalate::test {
namespace {

const std::string file = "policies/calendars/scotland.yaml";
const std::string text = R"(# Ours.
escalate: calendar/1
id: scotland
title: Scotland   # all of it
covers-from: 2026-01-01
official-until: 2026-12-31 # see the minutes
covers-until: "2027-12-31"
holidays:
  # the winter
  2026-01-01: New Year's Day
  '2026-01-02': '2nd January'   # asked twice

  # the spring
  2026-04-03: "Good Friday"
  2026-05-04: Early May bank holiday
)";

Calendar calendar_of(const std::string& bytes) { return read_calendar(file, bytes).value(); }

std::string edited(const std::string& bytes, const Calendar& after) {
  const auto result = edited_calendar(file, bytes, calendar_of(bytes), after);
  return result
             ? *result
             : result.error().text + (result.error().faults.empty() ? "" : ": " + result.error().faults.front().text);
}

std::string with(std::string whole, const std::string& from, const std::string& to) {
  REQUIRE(whole.find(from) != std::string::npos);
  return whole.replace(whole.find(from), from.size(), to);
}

}  // namespace

TEST_CASE("a calendar that changes nothing keeps every byte") { CHECK(edited(text, calendar_of(text)) == text); }

TEST_CASE("a new day stands behind the last one before it, above the comment of the next") {
  Calendar after = calendar_of(text);
  after.holidays[date("2026-03-02")] = "Holiday of St David's";
  after.holidays[date("2026-02-02")] = "Candlemas";
  after.holidays[date("2026-12-25")] = "Christmas Day";
  CHECK(edited(text, after) ==
        with(text, "twice\n", "twice\n  '2026-02-02': \"Candlemas\"\n  '2026-03-02': \"Holiday of St David's\"\n") +
            "  2026-12-25: Christmas Day\n");
}

TEST_CASE("a day before all others stands first") {
  const std::string later = with(text, "  2026-01-01: New Year's Day\n", "");
  Calendar after = calendar_of(later);
  after.holidays[date("2026-01-01")] = "New Year's Day";
  CHECK(edited(later, after) == with(text, "2026-01-01: New Year's Day", "'2026-01-01': \"New Year's Day\""));
}

TEST_CASE("a day that is taken away leaves the comment behind it") {
  Calendar after = calendar_of(text);
  after.holidays.erase(date("2026-01-02"));
  after.holidays.erase(date("2026-05-04"));
  CHECK(edited(text, after) ==
        with(with(text, "'2026-01-02': '2nd January'   #", "#"), "  2026-05-04: Early May bank holiday\n", ""));
}

TEST_CASE("a name and the days it holds for change where they stand") {
  Calendar after = calendar_of(text);
  after.holidays[date("2026-01-02")] = "Second of January";
  after.official_until = date("2027-12-31");
  after.covers_until = date("2028-12-31");
  CHECK(edited(text, after) ==
        with(with(with(text, "'2nd January'", "Second of January"), "2026-12-31 #", "2027-12-31 #"), "\"2027-12-31\"",
             "\"2028-12-31\""));
}

TEST_CASE("line ends stay as they are, and a last line without one gets it") {
  std::string crlf = text;
  for (std::size_t at = crlf.find('\n'); at != std::string::npos; at = crlf.find('\n', at + 2)) crlf.insert(at, "\r");
  Calendar after = calendar_of(crlf);
  after.holidays[date("2026-12-25")] = "Christmas Day";
  CHECK(edited(crlf, after) == crlf + "  2026-12-25: Christmas Day\r\n");
  const std::string cut = text.substr(0, text.size() - 1);
  CHECK(edited(cut, after) == text + "  2026-12-25: Christmas Day\n");
  CHECK(edited(cut, calendar_of(cut)) == cut);
}

TEST_CASE("a day is moved where the last day is taken away and another follows it") {
  Calendar after = calendar_of(text);
  after.holidays.erase(date("2026-05-04"));
  after.holidays[date("2026-05-08")] = "Early May bank holiday";
  CHECK(edited(text, after) == with(text, "2026-05-04", "2026-05-08"));
}

TEST_CASE("a name that YAML could misread is quoted") {
  for (const std::string name : {"no", "2026", "- x", "a: b", "a #b", "\"", "'", "\\", "Yes", "@", "a\tb"}) {
    Calendar after = calendar_of(text);
    after.holidays[date("2026-12-25")] = name;
    CHECK(calendar_of(edited(text, after)).holidays.at(date("2026-12-25")) == name);
  }
}

TEST_CASE("a list that is not written by lines is left to its owner") {
  const std::string flow = with(text.substr(0, text.find("holidays:")), "# Ours.\n", "") +
                           "holidays: {2026-01-01: New Year, 2026-01-02: 2nd January}\n";
  Calendar after = calendar_of(flow);
  after.holidays[date("2026-12-25")] = "Christmas Day";
  CHECK(edited(flow, after) == "the calendar cannot be changed: 'holidays' is written in { }");
  const std::string folded = with(text, "Early May bank holiday", "Early May\n    bank holiday");
  after = calendar_of(folded);
  CHECK(edited(folded, after) == folded);
  after.holidays.erase(date("2026-05-04"));
  CHECK(edited(folded, after) == "the calendar cannot be changed: '2026-05-04' does not stand on a line of its own");
}

}  // namespace escalate::test

#include "feed/bank_holidays.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "unit/support/times.hpp"

namespace escalate::test {
namespace {

const std::string feed = R"({"england-and-wales": {"division": "england-and-wales", "events": [
  {"title": "New Year’s Day", "date": "2026-01-01", "notes": "", "bunting": true},
  {"title": "Boxing Day", "date": "2026-12-28", "notes": "Substitute day", "bunting": true}]},
"scotland": {"division": "scotland", "events": [
  {"title": "2nd January", "date": "2026-01-02", "notes": "", "bunting": true}]},
"northern-ireland": {"division": "northern-ireland", "events": [
  {"title": "Good Friday", "date": "2026-04-03", "notes": "Moved", "bunting": false}]}}
)";

FeedReading read(const std::string& text) { return read_bank_holidays("f.json", text, date("2026-11-02")); }

/// Returns a line a fault: `LINE:COLUMN TEXT`.
std::string told_of(const Faults& faults) {
  std::string lines;
  for (const Fault& fault : faults)
    lines += std::to_string(fault.place.line) + ":" + std::to_string(fault.place.column) + " " + fault.text + "\n";
  return lines;
}

std::string told(const std::string& from, const std::string& to) {
  std::string text = feed;
  REQUIRE(text.find(from) != std::string::npos);
  text.replace(text.find(from), from.size(), to);
  return told_of(read(text).faults);
}

}  // namespace

TEST_CASE("the feed is read by nation, its names as the calendars write them") {
  const FeedReading reading = read(feed);
  CHECK(reading.faults.empty());
  REQUIRE(reading.published.size() == 3);
  CHECK(reading.published[0].calendar == "england-and-wales");
  CHECK(reading.published[0].days == std::map<Date, std::string>{{date("2026-01-01"), "New Year's Day"},
                                                                 {date("2026-12-28"), "Boxing Day (substitute day)"}});
  CHECK(reading.published[1].calendar == "scotland");
  CHECK(reading.published[2].days.at(date("2026-04-03")) == "Good Friday (Moved)");
}

TEST_CASE("what is no JSON is told with its place") {
  CHECK(told("\"title\": \"2nd", "\"title\" \"2nd") == "5:24 this is no JSON\n");
  CHECK(told("}}\n", "}\n") == "8:1 the file ends too early, or this is no JSON\n");
  CHECK(told("}}\n", "}} 5\n") == "7:89 this is no JSON\n");
  CHECK(told("\"bunting\": true", "bunting: true") == "2:66 this is no JSON\n");
  CHECK(told("2nd", "2nd\xFF") == "5:17 this is no JSON\n");
}

TEST_CASE("an empty file and a web page are called so") {
  CHECK(told_of(read("").faults) == "0:0 is empty\n");
  CHECK(told_of(read(" \n").faults) == "0:0 is empty\n");
  CHECK(told_of(read("<!DOCTYPE html>").faults) == "1:1 this is a web page, not JSON\n");
  CHECK(told_of(read("[]").faults) == "1:1 this is no object with the nations as its keys\n");
}

TEST_CASE("a key that stands twice is told at its second place") {
  CHECK(told("\"date\": \"2026-01-02\"", "\"date\": \"2026-01-02\", \"date\": \"2026-01-03\"") ==
        "5:50 key 'date' stands here twice\n");
}

TEST_CASE("a feed too deep is refused, not followed") {
  CHECK(told_of(read(std::string(100000, '[')).faults) == "1:17 this lies more than 16 levels deep\n");
}

TEST_CASE("each nation must be there, with its own name and its events") {
  CHECK(told("\"scotland\": {", "\"alba\": {") ==
        "1:1 'scotland' is missing\n4:1 no calendar is called 'alba'; it is left out\n");
  CHECK(told("\"division\": \"scotland\"", "\"division\": \"wales\"") ==
        "4:26 'division' of 'scotland' is not 'scotland'\n");
  CHECK(told("\"division\": \"scotland\", ", "") == "4:13 'division' of 'scotland' is not 'scotland'\n");
  CHECK(told(R"([
  {"title": "2nd January", "date": "2026-01-02", "notes": "", "bunting": true}])",
             "[]") == "4:48 'scotland' has no events\n");
}

TEST_CASE("dates must be days, once each, and not far away") {
  CHECK(told("2026-01-02", "2026-02-30") == "5:36 '2026-02-30' does not exist: that month has days 01 to 28\n");
  CHECK(told("2026-12-28", "2026-01-01") == "3:35 2026-01-01 stands twice in 'england-and-wales'\n");
  CHECK(told("2026-01-02", "2126-01-02") == "5:36 2126-01-02 lies far outside the years that are published\n");
  CHECK(told("2026-01-02", "1926-01-02") == "5:36 1926-01-02 lies far outside the years that are published\n");
  CHECK(told("\"date\": \"2026-01-02\"", "\"date\": 20260102") == "5:36 this event has no text 'date'\n");
  CHECK(told("\"date\": \"2026-01-02\", ", "") == "5:3 this event has no text 'date'\n");
}

TEST_CASE("names must be one line that a terminal can bear") {
  CHECK(told("\"2nd January\"", "\"\"") == "5:13 'title' is empty\n");
  CHECK(told("2nd January", "2nd\\nJanuary") == "5:13 'title' is more than one line\n");
  CHECK_THAT(told("2nd January", "2nd \\u001b[31m"), Catch::Contains("5:13 'title'"));
  CHECK(told("\"title\": \"2nd January\", ", "") == "5:3 this event has no text 'title'\n");
}

TEST_CASE("many faults are told by halves") {
  std::string events;
  for (int i = 0; i < 100; ++i) events += "{\"title\": \"x\", \"date\": \"never\"},\n";
  const std::string text = told_of(read(std::string(feed).replace(feed.find("  {\"title\": \"2nd"), 0, events)).faults);
  CHECK(std::count(text.begin(), text.end(), '\n') == 21);
  CHECK_THAT(text, Catch::Contains("there may be more like this"));
}

}  // namespace escalate::test

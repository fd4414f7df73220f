#include "render/deadline.hpp"

#include <catch2/catch.hpp>

#include "unit/support/calendars.hpp"
#include "unit/support/times.hpp"

using namespace escalate;
using namespace escalate::test;

namespace {

Deadline deadline(const std::string& from, const std::string& within, CountFrom count_from = CountFrom::receipt,
                  bool by_default = true) {
  Deadline result{stamp(from), *parse_within(within), "england-and-wales", by_default, nullptr, count_from, {}};
  if (!result.within.time) return result;
  if (within.find("working") != std::string::npos) result.calendar = &england_and_wales();
  result.count = *count(result.from, *result.within.time, england_and_wales(), count_from);
  return result;
}

}  // namespace

//    December 2026
// Mo Tu We Th Fr Sa Su
// 14 15 16 17 18 19 20      14 is day 0
// 21 22 23 24(25)26 27      25 Christmas Day
//(28)29<30>                 28 Boxing Day (substitute day), 30 due
TEST_CASE("a deadline is told with every day that counts and why others do not") {
  CHECK(deadline_text(deadline("2026-12-14", "10 working days")) ==
        "Due by end of Wednesday 30 December 2026.\n"
        "10 working days from Monday 14 December 2026, england-and-wales bank holidays\n"
        "(england-and-wales is the default), counted from receipt.\n"
        "\n"
        "  day 0   Mon 14 Dec 2026\n"
        "  day 1   Tue 15 Dec 2026\n"
        "  day 2   Wed 16 Dec 2026\n"
        "  day 3   Thu 17 Dec 2026\n"
        "  day 4   Fri 18 Dec 2026\n"
        "     -    Sat 19 Dec 2026  Saturday\n"
        "     -    Sun 20 Dec 2026  Sunday\n"
        "  day 5   Mon 21 Dec 2026\n"
        "  day 6   Tue 22 Dec 2026\n"
        "  day 7   Wed 23 Dec 2026\n"
        "  day 8   Thu 24 Dec 2026\n"
        "     -    Fri 25 Dec 2026  Christmas Day\n"
        "     -    Sat 26 Dec 2026  Saturday\n"
        "     -    Sun 27 Dec 2026  Sunday\n"
        "     -    Mon 28 Dec 2026  Boxing Day (substitute day)\n"
        "  day 9   Tue 29 Dec 2026\n"
        "  day 10  Wed 30 Dec 2026\n");
}

TEST_CASE("a moved day 0 says that it was moved") {
  CHECK(deadline_text(deadline("2026-12-19", "1 working day", CountFrom::deemed, false)) ==
        "Due by end of Tuesday 22 December 2026.\n"
        "1 working day from Saturday 19 December 2026, england-and-wales bank holidays,\n"
        "counted from deemed receipt (a closed day counts as the next working day, which\n"
        "is day 0).\n"
        "\n"
        "     -   Sat 19 Dec 2026  Saturday\n"
        "     -   Sun 20 Dec 2026  Sunday\n"
        "  day 0  Mon 21 Dec 2026  the next working day\n"
        "  day 1  Tue 22 Dec 2026\n");
}

TEST_CASE("a ceiling says that a sooner day is agreed") {
  CHECK_THAT(deadline_text(deadline("2026-11-02", "agreed, at most 1 working day")),
             Catch::Contains("This is\nthe most; a sooner day is agreed."));
  CHECK_THAT(deadline_text(deadline("2026-11-02", "1 working day or sooner")),
             Catch::Contains("A sooner day\nmay be agreed."));
}

TEST_CASE("an open duration has no due time and no date is made up for it") {
  CHECK(deadline_text(deadline("2026-11-02", "agreed")) == "No due time until one is agreed: 'agreed' sets none.\n");
  CHECK(deadline_text(deadline("2026-11-02", "as soon as possible")) ==
        "No due time: 'as soon as possible' sets none.\n");
}

TEST_CASE("hours over a change of the clocks are explained") {
  CHECK(deadline_text(deadline("2026-10-24T10:00", "96 hours")) ==
        "Due by 09:00 on Wednesday 28 October 2026.\n"
        "96 hours from Saturday 24 October 2026 at 10:00. The clocks change in between;\n"
        "the hours are counted as they pass.\n");
}

TEST_CASE("hours from a day alone say from when they count") {
  CHECK(deadline_text(deadline("2026-11-02", "24 hours")) ==
        "Due by 00:00 on Tuesday 3 November 2026.\n"
        "24 hours from Monday 2 November 2026. A day without a time counts from 00:00.\n");
}

TEST_CASE("a month that ends early is explained") {
  CHECK(deadline_text(deadline("2026-01-31", "1 month")) ==
        "Due by end of Saturday 28 February 2026.\n"
        "1 month from Saturday 31 January 2026. That month is shorter; its last day\n"
        "counts.\n");
}

TEST_CASE("immediately is in time until the day ends") {
  CHECK(deadline_text(deadline("2026-11-02T10:15", "immediately")) ==
        "Due immediately (since 10:15 on Monday 2 November 2026).\n"
        "In time until the end of that day.\n");
}

TEST_CASE("a projected year makes a deadline provisional, in words and in JSON") {
  const Deadline projected = deadline("2030-12-30", "1 working day");
  CHECK_THAT(deadline_text(projected),
             Catch::Contains("Provisional: GOV.UK has published bank holidays until Sunday 31 December 2028.\n"
                             "The later ones are worked out by rule, so this due time may still change.\n"));
  CHECK(row_of(projected).provisional == "true");
}

TEST_CASE("the JSON of a deadline has every day with its kind, number and reason") {
  const Json json =
      Json::parse(deadline_json(deadline("2026-12-24", "1 working day"), {instant("2026-12-24T09:00"), true, {}}));
  CHECK(
      json.dump() ==
      R"({"schemaVersion":1,"now":"2026-12-24T09:00+00:00","complete":true,"problems":[],"from":"2026-12-24",)"
      R"("duration":"1 working day","calendar":"england-and-wales","count-from":"receipt","due":"2026-12-29","provisional":false,)"
      R"("days":[{"day":"2026-12-24","kind":"zero","number":0,"why":"the day itself"},)"
      R"({"day":"2026-12-25","kind":"skipped","number":null,"why":"Christmas Day"},)"
      R"({"day":"2026-12-26","kind":"skipped","number":null,"why":"Saturday"},)"
      R"({"day":"2026-12-27","kind":"skipped","number":null,"why":"Sunday"},)"
      R"~({"day":"2026-12-28","kind":"skipped","number":null,"why":"Boxing Day (substitute day)"},)~"
      R"({"day":"2026-12-29","kind":"counted","number":1,"why":null}]})");
}

TEST_CASE("a deadline without a due time is null in JSON and empty in CSV") {
  const Deadline open = deadline("2026-11-02", "without delay");
  const Json json = Json::parse(deadline_json(open, {instant("2026-11-02T09:00"), true, {}}));
  CHECK(json["due"].is_null());
  CHECK(json["provisional"].is_null());
  CHECK(rows_csv({row_of(open)}) ==
        "from,duration,calendar,count-from,due,provisional,error\n"
        "2026-11-02,without delay,england-and-wales,receipt,,,\n");
}

TEST_CASE("what was typed into a row reaches a terminal harmless") {
  DeadlineRow row;
  row.from = "\x1b[2J";
  row.duration = "=1+1";
  row.error = "usage";
  CHECK(rows_csv({row}) == "from,duration,calendar,count-from,due,provisional,error\n\\x1b[2J,'=1+1,,,,,usage\n");
}

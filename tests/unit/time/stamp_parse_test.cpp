#include <catch2/catch.hpp>

#include "time/stamp.hpp"
#include "unit/support/times.hpp"

namespace escalate::test {
namespace {

/// A text, and what is made of it: the time as a record writes it, or the kind, text and help of the fault.
struct Example {
  std::string text;
  std::string read;
};

template <typename T>
std::string told(const Timed<T>& read) {
  if (read) return iso(*read);
  return word_of(read.error().kind) + ": " + read.error().text + "; " + read.error().help;
}

std::string typed(const std::string& text, std::string_view now = "2026-11-05T16:40:51Z") {
  return told(parse_typed(text, instant(now)));
}

const std::string typed_form = "write a day as 2026-11-05, a time as 2026-11-05T16:40, or 16:40 for today";
const std::string stored_form = "write a day as 2026-11-05 or a time as 2026-11-05T16:40+00:00";
const std::string date_form = "write a day as 2026-11-05";

}  // namespace

TEST_CASE("a typed time is read in each of its forms") {
  const std::vector<Example> examples{{"2026-11-05", "2026-11-05"},
                                      {"2026-11-05T16:40", "2026-11-05T16:40+00:00"},
                                      {"2026-11-05 16:40", "2026-11-05T16:40+00:00"},
                                      {"2026-11-05T16:40:00", "2026-11-05T16:40+00:00"},
                                      {"2026-07-05T16:40", "2026-07-05T16:40+01:00"},
                                      {"2026-07-05 00:00", "2026-07-05T00:00+01:00"},
                                      {"2026-07-05T16:40Z", "2026-07-05T17:40+01:00"},
                                      {"2026-07-05T16:40:00Z", "2026-07-05T17:40+01:00"},
                                      {"2026-07-05 16:40+00:00", "2026-07-05T17:40+01:00"},
                                      {"2026-11-05T16:40-05:00", "2026-11-05T21:40+00:00"},
                                      {"2026-11-05T02:40+13:00", "2026-11-04T13:40+00:00"},
                                      {"2026-11-05T16:40+05:30", "2026-11-05T11:10+00:00"},
                                      {"2026-11-05T16:40+14:00", "2026-11-05T02:40+00:00"},
                                      {"2026-11-05T16:40-12:00", "2026-11-06T04:40+00:00"},
                                      {"2026-10-25T01:30+01:00", "2026-10-25T01:30+01:00"},
                                      {"2026-10-25T01:30Z", "2026-10-25T01:30+00:00"},
                                      {"2026-03-29T01:30+00:00", "2026-03-29T02:30+01:00"},
                                      {"16:40", "2026-11-05T16:40+00:00"},
                                      {"00:00", "2026-11-05T00:00+00:00"},
                                      {"today", "2026-11-05"},
                                      {"yesterday", "2026-11-04"},
                                      {"1900-01-01", "1900-01-01"},
                                      {"9999-12-31", "9999-12-31"},
                                      {"9999-12-31T23:59", "9999-12-31T23:59+00:00"},
                                      {"2028-02-29", "2028-02-29"}};
  for (const Example& example : examples) {
    INFO(example.text);
    CHECK(typed(example.text) == example.read);
  }
}

TEST_CASE("today is London's day, not that of UTC") {
  CHECK(typed("today", "2026-06-30T23:30:00Z") == "2026-07-01");
  CHECK(typed("yesterday", "2026-06-30T23:30:00Z") == "2026-06-30");
  CHECK(typed("09:00", "2026-06-30T23:30:00Z") == "2026-07-01T09:00+01:00");
}

TEST_CASE("a typed time of day on the night of a change is as doubtful as a whole one") {
  CHECK(typed("01:30", "2026-10-25T12:00:00Z").substr(0, 10) == "ambiguous:");
  CHECK(typed("01:30", "2026-03-29T12:00:00Z").substr(0, 12) == "nonexistent:");
  CHECK(typed("2026-10-25 01:59").substr(0, 10) == "ambiguous:");
  CHECK(typed("2026-03-29T01:00").substr(0, 12) == "nonexistent:");
}

TEST_CASE("a date written otherwise is refused with the very form to type") {
  const std::vector<Example> examples{{"5/11/2026", "2026-11-05"},
                                      {"05/11/2026", "2026-11-05"},
                                      {"5.11.2026", "2026-11-05"},
                                      {"5-11-2026", "2026-11-05"},
                                      {"31/12/2026", "2026-12-31"},
                                      {"1/1/1900", "1900-01-01"},
                                      {"2026/11/05", "2026-11-05"},
                                      {"2026-1-5", "2026-01-05"},
                                      {"2026-11-05 ", "2026-11-05"},
                                      {" 2026-11-05", "2026-11-05"},
                                      {"2026-11-05\n", "2026-11-05"},
                                      {"5/11/2026 16:40", "2026-11-05T16:40"},
                                      {"2026-11-05t16:40", "2026-11-05T16:40"},
                                      {"2026-11-05T16:40 ", "2026-11-05T16:40"},
                                      {"2026-11-05  16:40", "2026-11-05T16:40"}};
  for (const Example& example : examples) {
    INFO(example.text);
    const auto read = parse_typed(example.text, instant("2026-11-05T16:40"));
    REQUIRE_FALSE(read);
    CHECK(read.error().kind == TimeFault::Kind::usage);
    CHECK(read.error().help == "write " + example.read);
  }
  CHECK(typed("5/11/2026") == "usage: '5/11/2026' is not a time; write 2026-11-05");
  CHECK(typed("2026-11-05\n") == "usage: '2026-11-05\\n' is not a time; write 2026-11-05");
}

TEST_CASE("a typed time that cannot be read is refused with what to type") {
  const std::string offset_form = "write an offset as +01:00, from -12:00 to +14:00, or Z for UTC";
  const std::vector<Example> examples{
      {"", "'' is not a time; " + typed_form},
      {"13/25/2026", "'13/25/2026' is not a time; " + typed_form},
      {"31/12/1899", "'31/12/1899' is not a time; " + typed_form},
      {"2026", "'2026' is not a time; " + typed_form},
      {"5 11 2026", "'5 11 2026' is not a time; " + typed_form},
      {"5/11/26", "'5/11/26' is not a time; " + typed_form},
      {"26-1-1", "'26-1-1' is not a time; " + typed_form},
      {"1/2049/2026", "'1/2049/2026' is not a time; " + typed_form},
      {"2026/11/2049", "'2026/11/2049' is not a time; " + typed_form},
      {"2026-13-01", "'2026-13-01' does not exist: months go from 01 to 12; " + date_form},
      {"2026-00-01", "'2026-00-01' does not exist: months go from 01 to 12; " + date_form},
      {"2026-02-30", "'2026-02-30' does not exist: that month has days 01 to 28; " + date_form},
      {"2026-02-29T10:00", "'2026-02-29' does not exist: that month has days 01 to 28; " + date_form},
      {"2026-06-31", "'2026-06-31' does not exist: that month has days 01 to 30; " + date_form},
      {"2026-06-00", "'2026-06-00' does not exist: that month has days 01 to 30; " + date_form},
      {"1899-12-31", "'1899-12-31' is before the year 1900; " + typed_form},
      {"0000-01-01", "'0000-01-01' is before the year 1900; " + typed_form},
      {"2026-11-05T24:00",
       "'2026-11-05T24:00' is not a time: the clock goes from 00:00 to 23:59; "
       "write 00:00 of the day that begins then"},
      {"24:00", "'24:00' is not a time: the clock goes from 00:00 to 23:59; write 00:00 of the day that begins then"},
      {"16:60", "'16:60' is not a time; " + typed_form},
      {"9:40", "'9:40' is not a time; " + typed_form},
      {"16:40:00", "'16:40:00' is not a time; " + typed_form},
      {"16:40Z", "'16:40Z' is not a time; " + typed_form},
      {"2026-11-05T16", "'2026-11-05T16' is not a time; " + typed_form},
      {"2026-11-05T", "'2026-11-05T' is not a time; " + typed_form},
      {"2026-11-05T16:40:30", "'2026-11-05T16:40:30' has seconds; write the time to the minute"},
      {"2026-11-05T16:40:61", "'2026-11-05T16:40:61' is not a time; " + typed_form},
      {"2026-11-05T16:40:00.5", "'2026-11-05T16:40:00.5' is not a time; " + typed_form},
      {"2026-11-05T16:40z", "'2026-11-05T16:40z' is not a time; " + typed_form},
      {"2026-11-05T16:40ZZ", "'2026-11-05T16:40ZZ' is not a time; " + typed_form},
      {"2026-11-05Z", "'2026-11-05Z' is not a time; " + typed_form},
      {"2026-11-05T16:40+0100", "'2026-11-05T16:40+0100' has the offset '+0100'; " + offset_form},
      {"2026-11-05T16:40+1", "'2026-11-05T16:40+1' has the offset '+1'; " + offset_form},
      {"2026-11-05T16:40+15:00", "'2026-11-05T16:40+15:00' has the offset '+15:00'; " + offset_form},
      {"2026-11-05T16:40-12:30", "'2026-11-05T16:40-12:30' has the offset '-12:30'; " + offset_form},
      {"10000-01-01", "'10000-01-01' is not a time; " + typed_form},
      {"+2026-11-05", "'+2026-11-05' is not a time; " + typed_form},
      {"2026-11-0５", "'2026-11-0５' is not a time; " + typed_form},
      {"tomorrow", "'tomorrow' is not a time; " + typed_form},
      {"monday", "'monday' is not a time; " + typed_form},
      {"Today", "'Today' is not a time; did you mean 'today'?"},
      {"yesteday", "'yesteday' is not a time; did you mean 'yesterday'?"}};
  for (const Example& example : examples) {
    INFO(example.text);
    CHECK(typed(example.text) == "usage: " + example.read);
  }
}

TEST_CASE("a time outside the years that can be placed is a fault of coverage") {
  CHECK(typed("1995-12-31T12:00") ==
        "coverage: '1995-12-31T12:00' is before 1996, when the clocks changed by other rules; "
        "times of day are known from 1996 on; an earlier day can only be given alone");
  CHECK(typed("1995-12-31") == "1995-12-31");
  CHECK(typed("1996-01-01T00:30+01:00").substr(0, 9) == "coverage:");
  CHECK(typed("9999-12-31T23:30-01:00").substr(0, 9) == "coverage:");
}

TEST_CASE("a record holds a time only as it would be written") {
  const std::vector<std::string> accepted{"2026-11-05",
                                          "2026-11-05T16:40+00:00",
                                          "2026-07-05T16:40+01:00",
                                          "2026-10-25T01:30+01:00",
                                          "2026-10-25T01:30+00:00",
                                          "2026-03-29T00:59+00:00",
                                          "2026-03-29T02:00+01:00"};
  for (const std::string& text : accepted) CHECK(told(parse_stored(text)) == text);
}

TEST_CASE("a record's time in any other form is refused with the one to write") {
  const std::vector<Example> examples{
      {"2026-11-05T16:40+01:00", "2026-11-05T15:40+00:00"}, {"2026-07-05T16:40+00:00", "2026-07-05T17:40+01:00"},
      {"2026-03-29T01:30+00:00", "2026-03-29T02:30+01:00"}, {"2026-11-05T16:40Z", "2026-11-05T16:40+00:00"},
      {"2026-11-05T16:40-00:00", "2026-11-05T16:40+00:00"}, {"2026-11-05T16:40:00+00:00", "2026-11-05T16:40+00:00"},
      {"2026-11-05 16:40+00:00", "2026-11-05T16:40+00:00"}, {"2026-07-05T16:40", "2026-07-05T16:40+01:00"}};
  for (const Example& example : examples)
    CHECK(told(parse_stored(example.text)) ==
          "usage: '" + example.text + "' is not to the minute with London's offset then; write " + example.read);
  CHECK(told(parse_stored("2026-11-05T16:40:30+00:00")) ==
        "usage: '2026-11-05T16:40:30+00:00' has seconds; write the time to the minute");
  CHECK(told(parse_stored("5/7/2026 16:40")) == "usage: '5/7/2026 16:40' is not a time; write 2026-07-05T16:40+01:00");
  CHECK(told(parse_stored("25/10/2026 01:40")) == "usage: '25/10/2026 01:40' is not a time; " + stored_form);
  CHECK(told(parse_stored("today")) == "usage: 'today' is not a time; " + stored_form);
  CHECK(told(parse_stored("16:40")) == "usage: '16:40' is not a time; " + stored_form);
  CHECK(told(parse_stored("2026-10-25T01:30")).substr(0, 10) == "ambiguous:");
  CHECK(told(parse_stored("1995-06-01T12:00+01:00")).substr(0, 9) == "coverage:");
}

TEST_CASE("a date is read strictly") {
  CHECK(told(parse_date("2026-11-05")) == "2026-11-05");
  CHECK(told(parse_date("5/11/2026 16:40")) == "usage: '5/11/2026 16:40' is not a date; write 2026-11-05");
  CHECK(told(parse_date("2026-11-05T16:40")) == "usage: '2026-11-05T16:40' is more than a date; write 2026-11-05");
  CHECK(told(parse_date("2026-11-05 ")) == "usage: '2026-11-05 ' is more than a date; write 2026-11-05");
  CHECK(told(parse_date("today")) == "usage: 'today' is not a date; " + date_form);
  CHECK(told(parse_date("")) == "usage: '' is not a date; " + date_form);
  CHECK(told(parse_date("2026-02-30")) ==
        "usage: '2026-02-30' does not exist: that month has days 01 to 28; " + date_form);
  CHECK(told(parse_date("1850-01-01")) == "usage: '1850-01-01' is before the year 1900; " + date_form);
}

TEST_CASE("a time of UTC is read to the second, and only so") {
  const std::string form = "write a time of UTC to the second, as 2026-11-05T16:44:51Z";
  CHECK(iso_utc(parse_utc("2026-11-05T16:44:51Z").value()) == "2026-11-05T16:44:51Z");
  CHECK(iso_utc(parse_utc("1970-01-01T00:00:00Z").value()) == "1970-01-01T00:00:00Z");
  for (const std::string text : {"2026-11-05T16:44Z", "2026-11-05T16:44:51+00:00", "2026-11-05T16:44:60Z", "2026-11-05",
                                 "2026-11-05 16:44:51Z", "2026-11-05T16:44:51", "2026-11-05T16:44:51ZZ", "now", ""})
    CHECK(told(parse_utc(text)) == "usage: '" + text + "' is not a time of UTC; " + form);
}

TEST_CASE("what is written is read back") {
  for (Instant at = instant("2026-01-01T00:00:00Z"); at < instant("2027-01-01T00:00:00Z");
       at += std::chrono::minutes{30}) {
    if (parse_stored(iso(at)) != Stamp{at}) FAIL_CHECK(iso(at));
    if (parse_utc(iso_utc(at)) != at) FAIL_CHECK(iso_utc(at));
    const Date day = day_of(Stamp{at});
    if (parse_stored(iso(day)) != Stamp{day}) FAIL_CHECK(iso(day));
  }
}

TEST_CASE("a long or unprintable text is quoted short and safe") {
  CHECK(typed(std::string(1000, 'x')) == "usage: '" + std::string(60, 'x') + "...' is not a time; " + typed_form);
  CHECK(typed("\x1b[31m") == "usage: '\\x1b[31m' is not a time; " + typed_form);
  const std::string long_word = std::string(59, 'x') + "é" + std::string(59, 'x');
  CHECK(typed(long_word) == "usage: '" + std::string(59, 'x') + "...' is not a time; " + typed_form);
}

}  // namespace escalate::test

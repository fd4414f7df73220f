#include "time/words.hpp"

#include <catch2/catch.hpp>

#include "unit/support/times.hpp"

namespace escalate::test {

TEST_CASE("a day is written as people do") {
  CHECK(in_words(date("2026-11-16")) == "Monday 16 November 2026");
  CHECK(in_words(date("2026-04-05")) == "Sunday 5 April 2026");
  CHECK(in_words(date("2028-02-29")) == "Tuesday 29 February 2028");
  CHECK(short_words(date("2026-11-16")) == "Mon 16 Nov 2026");
  CHECK(short_words(date("2026-09-05")) == "Sat 5 Sep 2026");
}

TEST_CASE("every weekday and month has its name") {
  const std::vector<std::string> weekdays{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
  for (std::size_t i = 0; i < weekdays.size(); ++i)
    CHECK(in_words(date("2026-06-01") + std::chrono::days{i}) ==
          weekdays[i] + " " + std::to_string(i + 1) + " June 2026");
  const std::vector<std::string> months{"January", "February", "March",     "April",   "May",      "June",
                                        "July",    "August",   "September", "October", "November", "December"};
  for (std::size_t i = 0; i < months.size(); ++i) {
    const std::chrono::month month{static_cast<unsigned>(i) + 1};
    CHECK(in_words(Date{std::chrono::year{2026} / month / 1}).find(" 1 " + months[i] + " 2026") != std::string::npos);
  }
}

TEST_CASE("a time is written by London's clock") {
  CHECK(in_words(stamp("2026-11-16")) == "Monday 16 November 2026");
  CHECK(in_words(stamp("2026-10-28T09:00")) == "Wednesday 28 October 2026 at 09:00");
  CHECK(in_words(stamp("2026-07-01T23:30Z")) == "Thursday 2 July 2026 at 00:30");
}

//  UTC          24th 23:59  25th 00:00  00:59  01:00  01:59  02:00
//  London       00:59       01:00 BST   01:59  01:00  01:59  02:00 GMT
TEST_CASE("a time that comes twice that night says which it is") {
  CHECK(clock_words(instant("2026-10-24T23:59:00Z")) == "00:59");
  CHECK(clock_words(instant("2026-10-25T00:00:00Z")) == "01:00 BST");
  CHECK(clock_words(instant("2026-10-25T00:59:00Z")) == "01:59 BST");
  CHECK(clock_words(instant("2026-10-25T01:00:00Z")) == "01:00 GMT");
  CHECK(clock_words(instant("2026-10-25T01:59:00Z")) == "01:59 GMT");
  CHECK(clock_words(instant("2026-10-25T02:00:00Z")) == "02:00");
  CHECK(clock_words(instant("2026-03-29T01:00:00Z")) == "02:00");
  CHECK(clock_words(instant("1970-01-01T00:00:00Z")) == "00:00");  // a computer that has lost its clock
  CHECK(in_words(stamp("2026-10-25T01:30+01:00")) == "Sunday 25 October 2026 at 01:30 BST");
  CHECK(by_words(due("2026-10-25T01:30+00:00")) == "by 01:30 GMT on Sunday 25 October 2026");
}

TEST_CASE("a due says by when, or since when it is owed at once") {
  CHECK(by_words(due("2026-11-16")) == "by end of Monday 16 November 2026");
  CHECK(by_words(due("2026-10-28T09:00")) == "by 09:00 on Wednesday 28 October 2026");
  CHECK(by_words(Due{stamp("2026-11-02T10:15"), true}) == "immediately (since 10:15 on Monday 2 November 2026)");
  CHECK(by_words(Due{stamp("2026-11-02"), true}) == "immediately (since Monday 2 November 2026)");
}

TEST_CASE("a due is short in a table") {
  CHECK(short_words(due("2026-11-16")) == "Mon 16 Nov 2026");
  CHECK(short_words(due("2026-10-28T09:00")) == "Wed 28 Oct 2026 09:00");
  CHECK(short_words(due("2026-10-25T01:30+01:00")) == "Sun 25 Oct 2026 01:30 BST");
  CHECK(short_words(Due{stamp("2026-11-02T10:15"), true}) == "Mon 2 Nov 2026 10:15");
}

TEST_CASE("an age is in whole days") {
  CHECK(age_in_words(0) == "today");
  CHECK(age_in_words(1) == "1 day");
  CHECK(age_in_words(12) == "12 days");
  CHECK(age_in_words(-1) == "today");
}

}  // namespace escalate::test

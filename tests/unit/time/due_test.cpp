#include "time/due.hpp"

#include <catch2/catch.hpp>

#include "unit/support/times.hpp"

namespace escalate::test {
namespace {

Due at_once(std::string_view since) { return Due{stamp(since), true}; }

}  // namespace

TEST_CASE("a day is met until London's midnight") {
  const Due friday = due("2026-07-03");
  CHECK_FALSE(passed(friday, stamp("2026-07-03T00:00")));
  CHECK_FALSE(passed(friday, stamp("2026-07-03T23:59")));
  CHECK_FALSE(passed(friday, Stamp{instant("2026-07-03T22:59:59Z")}));
  CHECK(passed(friday, Stamp{instant("2026-07-03T23:00:00Z")}));
  CHECK(passed(friday, stamp("2026-07-04")));
  CHECK_FALSE(passed(friday, stamp("2026-07-03")));
}

TEST_CASE("an instant is met until its minute is over") {
  const Due nine = due("2026-10-28T09:00");
  CHECK_FALSE(passed(nine, stamp("2026-10-28T08:59")));
  CHECK_FALSE(passed(nine, stamp("2026-10-28T09:00")));
  CHECK_FALSE(passed(nine, Stamp{instant("2026-10-28T09:00:59Z")}));
  CHECK(passed(nine, stamp("2026-10-28T09:01")));
}

TEST_CASE("a date alone is not after a time of its own day") {
  const Due nine = due("2026-10-28T09:00");
  CHECK_FALSE(passed(nine, stamp("2026-10-27")));
  CHECK_FALSE(passed(nine, stamp("2026-10-28")));
  CHECK(passed(nine, stamp("2026-10-29")));
}

TEST_CASE("immediately passes at the end of its London day") {
  const Due since_ten = at_once("2026-07-02T10:15");
  CHECK_FALSE(passed(since_ten, stamp("2026-07-02T10:15")));
  CHECK_FALSE(passed(since_ten, stamp("2026-07-02T23:59")));
  CHECK(passed(since_ten, stamp("2026-07-03T00:00")));
  CHECK_FALSE(passed(since_ten, stamp("2026-07-02")));
  CHECK_FALSE(passed(at_once("2026-07-02"), stamp("2026-07-02T23:59")));
  CHECK(passed(at_once("2026-07-02"), stamp("2026-07-03")));
}

//  25 October 2026: 01:30 BST comes an hour before 01:30 GMT
TEST_CASE("a due in the hour that comes twice passes in the one it means") {
  const Due first = due("2026-10-25T01:30+01:00");
  CHECK_FALSE(passed(first, stamp("2026-10-25T01:30+01:00")));
  CHECK(passed(first, stamp("2026-10-25T01:10+00:00")));
  CHECK_FALSE(passed(due("2026-10-25T01:10+00:00"), stamp("2026-10-25T01:30+01:00")));
}

TEST_CASE("between dues a day counts as its end and an instant as itself") {
  CHECK(order_of(due("2026-10-28T09:00")) == instant("2026-10-28T09:00"));
  CHECK(order_of(due("2026-10-28")) == instant("2026-10-29T00:00"));
  CHECK(iso_utc(order_of(due("2026-07-03"))) == "2026-07-03T23:00:00Z");
  CHECK(order_of(due("2026-10-28T23:59")) < order_of(due("2026-10-28")));
  CHECK(order_of(due("2026-10-28")) < order_of(due("2026-10-29T00:01")));
  CHECK(order_of(at_once("2026-10-28T10:15")) == instant("2026-10-28T10:15"));
  CHECK(order_of(at_once("2026-10-28")) == order_of(due("2026-10-28")));
}

TEST_CASE("a due falls on a London day") {
  CHECK(day_of(due("2026-12-30")) == date("2026-12-30"));
  CHECK(day_of(due("2026-07-01T00:30")) == date("2026-07-01"));
  CHECK(day_of(at_once("2026-07-01T00:30")) == date("2026-07-01"));
}

TEST_CASE("a due is written as a day or an instant, and immediately as its day in a record") {
  CHECK(iso(due("2026-12-30")) == "2026-12-30");
  CHECK(iso(due("2026-10-28T09:00")) == "2026-10-28T09:00+00:00");
  CHECK(iso(at_once("2026-07-02T10:15")) == "2026-07-02T10:15+01:00");
  CHECK(iso(as_was_due(due("2026-12-30"))) == "2026-12-30");
  CHECK(iso(as_was_due(due("2026-10-28T09:00"))) == "2026-10-28T09:00+00:00");
  CHECK(iso(as_was_due(at_once("2026-07-02T10:15"))) == "2026-07-02");
  CHECK(iso(as_was_due(at_once("2026-07-02"))) == "2026-07-02");
}

TEST_CASE("the ways to count have their words") {
  for (const CountFrom way : {CountFrom::receipt, CountFrom::deemed, CountFrom::inclusive})
    CHECK(count_from_word(word_of(way)) == way);
  CHECK(word_of(CountFrom::receipt) == "receipt");
  CHECK(word_of(CountFrom::deemed) == "deemed");
  CHECK(word_of(CountFrom::inclusive) == "inclusive");
  CHECK_FALSE(count_from_word("Receipt").has_value());
  CHECK_FALSE(count_from_word("").has_value());
}

}  // namespace escalate::test

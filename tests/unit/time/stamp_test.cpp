#include "time/stamp.hpp"

#include <catch2/catch.hpp>

#include "unit/support/times.hpp"

namespace escalate::test {

TEST_CASE("a time is written with London's offset") {
  CHECK(iso(date("2026-11-05")) == "2026-11-05");
  CHECK(iso(instant("2026-11-05T16:40:51Z")) == "2026-11-05T16:40+00:00");
  CHECK(iso(instant("2026-06-30T23:30:00Z")) == "2026-07-01T00:30+01:00");
  CHECK(iso(stamp("2026-11-05")) == "2026-11-05");
  CHECK(iso(stamp("2026-07-01T09:00")) == "2026-07-01T09:00+01:00");
  CHECK(iso(date("1900-01-01")) == "1900-01-01");
}

TEST_CASE("a time of UTC is written to the second") {
  CHECK(iso_utc(instant("2026-11-05T16:44:51Z")) == "2026-11-05T16:44:51Z");
  CHECK(iso_utc(instant("2026-07-01T00:30+01:00")) == "2026-06-30T23:30:00Z");
  CHECK(iso_utc(Instant{std::chrono::seconds{-1}}) == "1969-12-31T23:59:59Z");
}

TEST_CASE("the day of a time is London's") {
  CHECK(day_of(stamp("2026-07-01T00:30+01:00")) == date("2026-07-01"));
  CHECK(day_of(stamp("2026-12-31T23:59")) == date("2026-12-31"));
  CHECK(day_of(stamp("2026-11-05")) == date("2026-11-05"));
}

TEST_CASE("a date alone stands at 00:00 in arithmetic") {
  CHECK(iso_utc(instant_of(stamp("2026-07-01"))) == "2026-06-30T23:00:00Z");
  CHECK(iso_utc(instant_of(stamp("2026-07-01T09:00"))) == "2026-07-01T08:00:00Z");
}

TEST_CASE("a date alone is neither before nor after a time of its day") {
  CHECK_FALSE(before(stamp("2026-11-05"), stamp("2026-11-05T16:40")));
  CHECK_FALSE(before(stamp("2026-11-05T16:40"), stamp("2026-11-05")));
  CHECK_FALSE(before(stamp("2026-11-05"), stamp("2026-11-05")));
  CHECK(before(stamp("2026-11-05"), stamp("2026-11-06T00:00")));
  CHECK(before(stamp("2026-11-04T23:59"), stamp("2026-11-05")));
  CHECK_FALSE(before(stamp("2026-11-05"), stamp("2026-11-04T23:59")));
  CHECK(before(stamp("2026-07-01T23:59"), stamp("2026-07-02")));  // both 1 July by UTC
}

TEST_CASE("two instants of one night are in the order in which they happened") {
  CHECK(before(stamp("2026-10-25T01:45+01:00"), stamp("2026-10-25T01:15+00:00")));
  CHECK_FALSE(before(stamp("2026-10-25T01:15+00:00"), stamp("2026-10-25T01:45+01:00")));
  CHECK_FALSE(before(stamp("2026-11-05T16:40"), stamp("2026-11-05T16:40")));
}

TEST_CASE("seconds are cut off to the minute") {
  CHECK(iso_utc(to_the_minute(instant("2026-11-05T16:44:59Z"))) == "2026-11-05T16:44:00Z");
  CHECK(to_the_minute(instant("2026-11-05T16:44:00Z")) == instant("2026-11-05T16:44:00Z"));
}

}  // namespace escalate::test

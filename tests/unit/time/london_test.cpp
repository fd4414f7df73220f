#include "time/london.hpp"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <ctime>
#include <optional>

#include "unit/support/times.hpp"

namespace escalate::test {
namespace {

using std::chrono::hours;
using std::chrono::minutes;

/// Sets TZ to Europe/London while it lives.
class LondonClock {
 public:
  LondonClock() {
    if (const char* zone = std::getenv("TZ")) m_zone_before = zone;
    setenv("TZ", "Europe/London", 1);
    tzset();
  }
  LondonClock(const LondonClock&) = delete;
  LondonClock& operator=(const LondonClock&) = delete;
  ~LondonClock() {
    if (m_zone_before)
      setenv("TZ", m_zone_before->c_str(), 1);
    else
      unsetenv("TZ");
    tzset();
  }

  minutes offset_at(Instant instant) const {
    const std::time_t moment = instant.time_since_epoch().count();
    std::tm local{};
    localtime_r(&moment, &local);
    return minutes{local.tm_gmtoff / 60};
  }

 private:
  std::optional<std::string> m_zone_before;
};

std::string local(Instant instant) { return iso(london_date(instant)) + " " + clock_text(london_time_of_day(instant)); }

std::string placed(std::string_view day, minutes time_of_day) {
  const auto moment = london_instant(date(day), time_of_day);
  return moment ? iso_utc(*moment) : word_of(moment.error().kind);
}

}  // namespace

TEST_CASE("the rule agrees with the system's time zone data every half hour from 1996 to 2037") {
  const LondonClock system;
  REQUIRE(system.offset_at(instant("2026-07-01T12:00:00Z")) == minutes{60});  // the data is installed
  Instant first_difference{};
  for (Instant at = date("1996-01-01"); at < date("2038-01-01"); at += minutes{30})
    if (first_difference == Instant{} && london_offset(at) != system.offset_at(at)) first_difference = at;
  CHECK(iso_utc(first_difference) == iso_utc(Instant{}));
}

TEST_CASE("the rule agrees with the system's time zone data to the second around every change") {
  const LondonClock system;
  int changes = 0;
  for (Instant at = date("1996-01-01"); at < date("2038-01-01"); at += hours{1}) {
    if (london_offset(at) == london_offset(at - hours{1})) continue;
    ++changes;
    INFO(iso_utc(at));
    CHECK(system.offset_at(at) == london_offset(at));
    CHECK(system.offset_at(at - std::chrono::seconds{1}) == london_offset(at - std::chrono::seconds{1}));
    CHECK(london_offset(at - std::chrono::seconds{1}) != london_offset(at));
  }
  CHECK(changes == 2 * 42);
}

//     UTC     00:00      00:59 01:00      01:59
// 29 March    00:00 GMT  00:59 02:00 BST  02:59     01:00 to 01:59 does not exist
// 25 October  01:00 BST  01:59 01:00 GMT  01:59     01:00 to 01:59 happens twice
TEST_CASE("London's clock shows summer time from the last Sunday of March to the last of October") {
  CHECK(local(instant("2026-03-29T00:59:59Z")) == "2026-03-29 00:59");
  CHECK(local(instant("2026-03-29T01:00:00Z")) == "2026-03-29 02:00");
  CHECK(local(instant("2026-10-25T00:59:59Z")) == "2026-10-25 01:59");
  CHECK(local(instant("2026-10-25T01:00:00Z")) == "2026-10-25 01:00");
  CHECK(local(instant("2026-07-01T22:59:59Z")) == "2026-07-01 23:59");
  CHECK(local(instant("2026-07-01T23:00:00Z")) == "2026-07-02 00:00");
  CHECK(local(instant("9998-07-01T23:00:00Z")) == "9998-07-02 00:00");
}

TEST_CASE("a time of the night the clocks go forward is placed, or does not exist") {
  CHECK(placed("2026-03-29", minutes{0}) == "2026-03-29T00:00:00Z");
  CHECK(placed("2026-03-29", minutes{59}) == "2026-03-29T00:59:00Z");
  CHECK(placed("2026-03-29", minutes{60}) == "nonexistent");
  CHECK(placed("2026-03-29", minutes{119}) == "nonexistent");
  CHECK(placed("2026-03-29", minutes{120}) == "2026-03-29T01:00:00Z");
}

TEST_CASE("a time of the night the clocks go back is placed, or is ambiguous") {
  CHECK(placed("2026-10-25", minutes{59}) == "2026-10-24T23:59:00Z");
  CHECK(placed("2026-10-25", minutes{60}) == "ambiguous");
  CHECK(placed("2026-10-25", minutes{119}) == "ambiguous");
  CHECK(placed("2026-10-25", minutes{120}) == "2026-10-25T02:00:00Z");
}

TEST_CASE("a fault of the clock says what happens that night and what to write") {
  const auto twice = london_instant(date("2026-10-25"), minutes{90});
  CHECK(twice.error().text == "'2026-10-25T01:30' happens twice: the clocks go back from 02:00 to 01:00 that night");
  CHECK(twice.error().help ==
        "write 2026-10-25T01:30+01:00 for the first time or 2026-10-25T01:30+00:00 for the second");
  const auto never = london_instant(date("2026-03-29"), minutes{90});
  CHECK(never.error().text ==
        "'2026-03-29T01:30' does not exist: the clocks go forward from 01:00 to 02:00 that night");
  CHECK(never.error().help ==
        "write a time before 01:00 or from 02:00 on, or add the offset, as in 2026-03-29T01:30+00:00");
}

TEST_CASE("before 1996 a time of day cannot be placed") {
  CHECK(placed("1995-12-31", hours{12}) == "coverage");
  CHECK(placed("1996-01-01", hours{0}) == "1996-01-01T00:00:00Z");
  CHECK(london_instant(date("1970-06-01"), hours{12}).error().text ==
        "'1970-06-01T12:00' is before 1996, when the clocks changed by other rules");
}

TEST_CASE("every half hour of a year that happens once is placed where it was") {
  int doubtful = 0;
  for (Instant at = instant("2026-01-01T00:00:00Z"); at < instant("2027-01-01T00:00:00Z"); at += minutes{30}) {
    const auto back = london_instant(london_date(at), london_time_of_day(at));
    if (back ? *back != at : back.error().kind != TimeFault::Kind::ambiguous) FAIL_CHECK(iso_utc(at));
    if (!back) ++doubtful;
  }
  CHECK(doubtful == 4);  // 01:00 and 01:30, each twice
}

TEST_CASE("a day begins at 00:00 on London's clock") {
  for (Date day = date("1996-01-01"); day < date("2040-01-01"); day += std::chrono::days{1})
    if (local(start_of(day)) != iso(day) + " 00:00") FAIL_CHECK(iso(day));
  CHECK(iso_utc(start_of(date("2026-03-29"))) == "2026-03-29T00:00:00Z");
  CHECK(iso_utc(start_of(date("2026-03-30"))) == "2026-03-29T23:00:00Z");
  CHECK(iso_utc(start_of(date("2026-10-25"))) == "2026-10-24T23:00:00Z");
  CHECK(iso_utc(start_of(date("2026-10-26"))) == "2026-10-26T00:00:00Z");
}

TEST_CASE("an instant is placeable in the years 1996 to 9999") {
  CHECK(placeable(date("1996-01-01")).has_value());
  CHECK(word_of(placeable(date("1996-01-01") - std::chrono::seconds{1}).error().kind) == "coverage");
  CHECK(placeable(Instant{last_date} + hours{23}).has_value());
  CHECK(word_of(placeable(Instant{last_date} + hours{24}).error().kind) == "coverage");
}

}  // namespace escalate::test

// The civil clock of London by rule: two changes a year, each at 01:00 UTC on the last Sunday of its month.
// A time on that clock is turned into an instant by trying both offsets: where neither agrees the hour was left out,
// where both agree it happened twice.
#include "time/london.hpp"

#include <fmt/format.h>

#include <vector>

namespace escalate {
namespace {

using std::chrono::minutes;

constexpr minutes winter_offset{0};
constexpr minutes summer_offset{60};

Instant change_in(std::chrono::year year, std::chrono::month month) {
  return Date{year / month / std::chrono::Sunday[std::chrono::last]} + std::chrono::hours{1};
}

tl::unexpected<TimeFault> nonexistent(const std::string& local) {
  return time_fault(
      TimeFault::Kind::nonexistent,
      fmt::format("'{}' does not exist: the clocks go forward from 01:00 to 02:00 that night", local),
      fmt::format("write a time before 01:00 or from 02:00 on, or add the offset, as in {}+00:00", local));
}

tl::unexpected<TimeFault> ambiguous(const std::string& local) {
  return time_fault(TimeFault::Kind::ambiguous,
                    fmt::format("'{}' happens twice: the clocks go back from 02:00 to 01:00 that night", local),
                    fmt::format("write {}+01:00 for the first time or {}+00:00 for the second", local, local));
}

tl::unexpected<TimeFault> before_the_rule(const std::string& what) {
  return time_fault(TimeFault::Kind::coverage, what + " is before 1996, when the clocks changed by other rules",
                    "times of day are known from 1996 on; an earlier day can only be given alone");
}

}  // namespace

minutes london_offset(Instant instant) {
  const std::chrono::year year = std::chrono::year_month_day{std::chrono::floor<std::chrono::days>(instant)}.year();
  const bool summer = change_in(year, std::chrono::March) <= instant && instant < change_in(year, std::chrono::October);
  return summer ? summer_offset : winter_offset;
}

Date london_date(Instant instant) { return std::chrono::floor<std::chrono::days>(instant + london_offset(instant)); }

minutes london_time_of_day(Instant instant) {
  return std::chrono::floor<minutes>(instant + london_offset(instant) - london_date(instant));
}

std::string clock_text(minutes time_of_day) {
  return fmt::format("{:02}:{:02}", time_of_day.count() / 60, time_of_day.count() % 60);
}

Instant start_of(Date day) { return day - london_offset(day); }

Timed<Instant> london_instant(Date day, minutes time_of_day) {
  const std::string local = iso(day) + "T" + clock_text(time_of_day);
  if (day < first_timed_date) return before_the_rule("'" + local + "'");
  std::vector<Instant> moments;
  for (const minutes offset : {summer_offset, winter_offset}) {
    const Instant moment = day + time_of_day - offset;
    if (london_offset(moment) == offset) moments.push_back(moment);
  }
  if (moments.empty()) return nonexistent(local);
  if (moments.size() > 1) return ambiguous(local);
  return moments.front();
}

Timed<Instant> placeable(Instant instant) {
  if (london_date(instant) < first_timed_date) return before_the_rule("the time");
  if (london_date(instant) > last_date) return time_fault(TimeFault::Kind::coverage, "the time is after the year 9999");
  return instant;
}

}  // namespace escalate

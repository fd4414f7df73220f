// Counts from a moment to a due. Working days are walked one by one, so that every day consulted is one the calendar
// covers and can be shown; hours are added on the UTC line; months go by the number of the day.
#include <fmt/format.h>

#include <algorithm>

#include "base/result.hpp"
#include "time/due.hpp"
#include "time/london.hpp"
#include "time/quote.hpp"

namespace escalate {
namespace {

using Kind = CountedDay::Kind;

constexpr std::chrono::days one_day{1};

/// Consults the days from `day` on, notes the closed ones in `days` and returns the first open one.
Timed<Date> first_open(Date day, const Calendar& calendar, std::vector<CountedDay>& days) {
  for (;; day += one_day) {
    TRY(covered(day, calendar));
    if (calendar.is_working(day)) return day;
    days.push_back({day, Kind::skipped, 0, calendar.closed_because(day)});
  }
}

/// Counts to the `n`-th open day from `day` on, `day` itself included when it is open.
Timed<Date> nth_open(Date day, int n, const Calendar& calendar, std::vector<CountedDay>& days) {
  for (int number = 1;; ++number) {
    day = TRY(first_open(day, calendar, days));
    days.push_back({day, Kind::counted, number, {}});
    if (number >= n) return day;
    day += one_day;
  }
}

/// Finds day 0 as `deemed` does: `day` when it is open, else the next working day.
Timed<Date> deemed_zero(Date day, const Calendar& calendar, std::vector<CountedDay>& days) {
  const Date zero = TRY(first_open(day, calendar, days));
  days.push_back({zero, Kind::zero, 0, zero == day ? "the day itself" : "the next working day"});
  return zero;
}

Timed<Date> counted_day(Date day, int n, const Calendar& calendar, CountFrom from, std::vector<CountedDay>& days) {
  if (from == CountFrom::inclusive) return nth_open(day, n, calendar, days);
  Date zero = day;
  if (from == CountFrom::deemed)
    zero = TRY(deemed_zero(day, calendar, days));
  else
    days.push_back({day, Kind::zero, 0, "the day itself"});
  return nth_open(zero + one_day, n, calendar, days);
}

Date months_after(Date day, int count) {
  const std::chrono::year_month_day start{day};
  const std::chrono::year_month month = start.year() / start.month() + std::chrono::months{count};
  const std::chrono::year_month_day last{month / std::chrono::last};
  return month / std::min(start.day(), last.day());
}

/// Counts one kind of duration each, from one moment.
struct Counting {
  const Stamp& from;
  const Calendar& calendar;
  CountFrom count_from;
  const OfficeHours& hours;

  Timed<Count> operator()(Hours hours) const {
    const Instant start = TRY(placeable(instant_of(from)));
    const Instant due = TRY(placeable(start + std::chrono::hours{hours.count}));
    return Count{{due}, false, {}, false};
  }
  Timed<Count> operator()(WorkingDays length) const {
    std::vector<CountedDay> days;
    const Date due = TRY(counted_day(day_of(from), length.count, calendar, count_from, days));
    return Count{{due}, due > calendar.official_until, std::move(days), false};
  }
  Timed<Count> operator()(SameWorkingDay) const {
    std::vector<CountedDay> days;
    const Date due = TRY(deemed_zero(day_of(from), calendar, days));
    return Count{{due}, due > calendar.official_until, std::move(days), false};
  }
  Timed<Count> operator()(NextWorkingDay) const {
    std::vector<CountedDay> days;
    const Date due = TRY(nth_open(begins_after(), 1, calendar, days));
    return Count{{due}, due > calendar.official_until, std::move(days), false};
  }
  Timed<Count> operator()(Immediately) const { return Count{{from, true}, false, {}, false}; }
  Timed<Count> operator()(Days length) const { return by_date(day_of(from) + std::chrono::days{length.count}); }
  Timed<Count> operator()(Weeks length) const { return by_date(day_of(from) + std::chrono::weeks{length.count}); }
  Timed<Count> operator()(Months length) const { return by_date(months_after(day_of(from), length.count)); }

  /// Returns the first day that begins after the moment.
  Date begins_after() const {
    const Date day = day_of(from);
    const auto& open = hours.on(day);
    const auto* instant = std::get_if<Instant>(&from);
    return open && instant && london_time_of_day(*instant) < open->from ? day : day + one_day;
  }

  static Timed<Count> by_date(Date due) {
    if (due > last_date) return time_fault(TimeFault::Kind::coverage, "the time is after the year 9999");
    return Count{{due}, false, {}, false};
  }
};

}  // namespace

Timed<Count> count(const Stamp& from, const Duration& duration, const Calendar& calendar, CountFrom count_from,
                   const OfficeHours& hours) {
  if (day_of(from) < first_date) return time_fault(TimeFault::Kind::coverage, "the time is before the year 1900");
  return std::visit(Counting{from, calendar, count_from, hours}, duration);
}

Timed<Count> count(const Stamp& from, const Within& within, const Calendar& calendar, CountFrom count_from,
                   const OfficeHours& hours) {
  bool out = false;
  if (within.out_of_hours) {
    const bool in = TRY(in_office_hours(from, hours, calendar));
    out = !in;
  }
  Count counted = TRY(count(from, out ? *within.out_of_hours : *within.time, calendar, count_from, hours));
  counted.out_of_hours = out;
  counted.provisional = counted.provisional || (within.out_of_hours && day_of(from) > calendar.official_until);
  return counted;
}

Timed<Date> working_day_after(Date day, int n, const Calendar& calendar) {
  std::vector<CountedDay> days;
  return nth_open(day + one_day, n, calendar, days);
}

}  // namespace escalate

// Counting checked against another way of counting: the open days of some years in one sorted row, so that the n-th
// working day is found by its place there.
#include <algorithm>
#include <catch2/catch.hpp>

#include "time/due.hpp"
#include "unit/support/calendars.hpp"
#include "unit/support/times.hpp"

namespace escalate::test {
namespace {

constexpr std::chrono::days one_day{1};

/// Returns the open days of 2026 and 2027 straight from the table of bank holidays.
std::vector<Date> open_days(const std::vector<std::string>& nations) {
  std::vector<Date> closed;
  for (const auto& row : rows_of("bank-holidays.csv"))
    if (std::find(nations.begin(), nations.end(), row.at(0)) != nations.end()) closed.push_back(date(row.at(1)));
  std::vector<Date> open;
  for (Date day = date("2026-01-01"); day <= date("2027-12-31"); day += one_day) {
    const auto days_since_a_monday = (day - date("2026-01-05")).count() + 7;
    const bool at_weekend = days_since_a_monday % 7 >= 5;
    if (!at_weekend && std::find(closed.begin(), closed.end(), day) == closed.end()) open.push_back(day);
  }
  return open;
}

/// Returns the due day by its place in the row of open days.
Date by_place(const std::vector<Date>& open, Date from, int n, CountFrom way) {
  const auto on_or_after = std::lower_bound(open.begin(), open.end(), from);
  const auto after = std::upper_bound(open.begin(), open.end(), from);
  if (way == CountFrom::receipt) return *(after + n - 1);
  return way == CountFrom::deemed ? *(on_or_after + n) : *(on_or_after + n - 1);
}

void check_working_days(const Calendar& calendar, const std::vector<std::string>& nations) {
  const std::vector<Date> open = open_days(nations);
  for (const CountFrom way : {CountFrom::receipt, CountFrom::deemed, CountFrom::inclusive})
    for (Date from = date("2026-01-01"); from <= date("2026-12-31"); from += one_day)
      for (int n = 1; n <= 30; ++n) {
        const auto counted = count(from, WorkingDays{n}, calendar, way);
        if (!counted || day_of(counted->due) != by_place(open, from, n, way))
          FAIL_CHECK(calendar.id << ", " << word_of(way) << ", " << iso(from) << ", " << n);
      }
}

/// Returns what is wrong with the days listed by a count, if anything: each day once, in order, numbered on, open or
/// closed as the calendar says.
std::string fault_in(const std::vector<CountedDay>& days, const Calendar& calendar) {
  int number = 0;
  for (std::size_t i = 0; i < days.size(); ++i) {
    const CountedDay& day = days[i];
    if (i > 0 && day.day != days[i - 1].day + one_day) return "a day left out";
    if (day.kind == CountedDay::Kind::counted && day.number != ++number) return "a number left out";
    if (day.kind == CountedDay::Kind::counted && !calendar.is_working(day.day)) return "a closed day counted";
    if (day.kind == CountedDay::Kind::skipped && calendar.is_working(day.day)) return "an open day skipped";
    if (day.kind == CountedDay::Kind::skipped && day.why.empty()) return "a day skipped without a reason";
  }
  return "";
}

}  // namespace

TEST_CASE("working days of 2026 are those of the row of open days") {
  check_working_days(england_and_wales(), {"england-and-wales"});
  check_working_days(scotland(), {"scotland"});
  check_working_days(northern_ireland(), {"northern-ireland"});
  check_working_days(uk_any(), {"england-and-wales", "scotland", "northern-ireland"});
}

TEST_CASE("a count lists every day once, in order, up to the due") {
  for (const CountFrom way : {CountFrom::receipt, CountFrom::deemed, CountFrom::inclusive})
    for (Date from = date("2026-01-01"); from <= date("2026-12-31"); from += one_day) {
      const auto counted = count(from, WorkingDays{12}, uk_any(), way);
      INFO(word_of(way) << ", " << iso(from));
      if (fault_in(counted->days, uk_any()) != "") FAIL_CHECK(fault_in(counted->days, uk_any()));
      if (counted->days.front().day != from || counted->days.back().day != day_of(counted->due)) FAIL_CHECK("its ends");
      if (counted->days.back().number != 12) FAIL_CHECK("its last number");
    }
}

TEST_CASE("the working day after a day is the one a count from receipt finds") {
  for (Date day = date("2026-01-01"); day <= date("2026-12-31"); day += one_day)
    for (const int n : {1, 2, 7}) {
      const auto counted = count(day, WorkingDays{n}, scotland(), CountFrom::receipt);
      if (working_day_after(day, n, scotland()) != day_of(counted->due)) FAIL_CHECK(iso(day) << ", " << n);
    }
}

TEST_CASE("one day more is never due earlier") {
  for (Date from = date("2026-01-01"); from <= date("2026-12-31"); from += one_day) {
    const auto five = count(from, WorkingDays{5}, england_and_wales(), CountFrom::receipt);
    const auto six = count(from, WorkingDays{6}, england_and_wales(), CountFrom::receipt);
    const auto later = count(from + one_day, WorkingDays{5}, england_and_wales(), CountFrom::receipt);
    if (!(order_of(five->due) < order_of(six->due))) FAIL_CHECK(iso(from));
    if (order_of(later->due) < order_of(five->due)) FAIL_CHECK(iso(from));
  }
}

TEST_CASE("hours elapse, whatever the clocks do") {
  for (Instant from = instant("2026-01-01T00:00"); from < instant("2027-01-01T00:00"); from += std::chrono::hours{5})
    for (const int n : {1, 23, 24, 25, 48, 72, 96, 9999}) {
      const auto counted = count(from, Hours{n}, england_and_wales(), CountFrom::receipt);
      if (instant_of(counted->due.when) - from != std::chrono::hours{n}) FAIL_CHECK(iso(from) << ", " << n);
    }
}

TEST_CASE("months are counted from the moment and never chained") {
  for (Date from = date("2026-01-01"); from <= date("2029-12-31"); from += one_day)
    for (int n = 1; n <= 48; ++n) {
      const std::chrono::year_month_day start{from};
      const std::chrono::year_month_day due{
          day_of(count(from, Months{n}, england_and_wales(), CountFrom::receipt)->due)};
      const bool same_number = due.day() == start.day();
      const bool last_of_shorter =
          due.day() < start.day() && due == std::chrono::year_month_day{due.year() / due.month() / std::chrono::last};
      const bool right_month = due.year() / due.month() == start.year() / start.month() + std::chrono::months{n};
      if (!right_month || (!same_number && !last_of_shorter)) FAIL_CHECK(iso(from) << ", " << n);
    }
}

}  // namespace escalate::test

#include "unit/model/clock.hpp"

#include <cstdio>

namespace escalate::model {
namespace {

constexpr long day_minutes = 24 * 60;

struct Civil {
  long year;
  int month;
  int day;
};

int length_of(long year, int month) {
  if (month == 2) return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

Civil civil_of(long day) {
  Civil civil{1970, 1, 1};
  for (;;) {
    const long year = length_of(civil.year, 2) == 29 ? 366 : 365;
    if (day < year) break;
    day -= year;
    ++civil.year;
  }
  while (day >= length_of(civil.year, civil.month)) day -= length_of(civil.year, civil.month++);
  civil.day = static_cast<int>(day) + 1;
  return civil;
}

/// 0 is Monday; 1970-01-01 was a Thursday.
int weekday_of(long day) { return static_cast<int>((day + 3) % 7); }

long last_sunday(int year, int month) {
  long day = days_from(year, month, length_of(year, month));
  while (weekday_of(day) != 6) --day;
  return day;
}

bool works(long day, const Holidays& holidays) { return weekday_of(day) < 5 && holidays.count(day) == 0; }

When the_day(long day) { return {true, day}; }

When working_days(long day, int count, CountFrom way, const Holidays& holidays) {
  if (way != CountFrom::receipt)
    while (!works(day, holidays)) ++day;
  if (way == CountFrom::inclusive) --count;
  while (count > 0)
    if (works(++day, holidays)) --count;
  return the_day(day);
}

When months_on(long day, int count) {
  Civil civil = civil_of(day);
  const int month = civil.month - 1 + count;
  civil.year += month / 12;
  civil.month = month % 12 + 1;
  const int last = length_of(civil.year, civil.month);
  return the_day(days_from(static_cast<int>(civil.year), civil.month, civil.day > last ? last : civil.day));
}

/// The hours of the office on a day, in minutes since midnight in London; nothing when it is closed.
std::optional<OpenHours> office(long day, const Policy& policy, const Holidays& holidays) {
  if (holidays.count(day) > 0) return std::nullopt;
  return policy.office_hours.days.at(static_cast<std::size_t>((weekday_of(day) + 1) % 7));
}

long minute_of_day(const When& when) { return when.number + london_offset(when.number) - day_of(when) * day_minutes; }

bool in_hours(const When& when, const Policy& policy, const Holidays& holidays) {
  const auto hours = office(day_of(when), policy, holidays);
  if (!hours || when.day_only) return hours.has_value();
  return minute_of_day(when) >= hours->from.count() && minute_of_day(when) < hours->until.count();
}

/// The working day that begins next: this one, where the office has still to open.
When next_working_day(const When& start, const Policy& policy, const Holidays& holidays) {
  long day = day_of(start);
  const auto today = office(day, policy, holidays);
  if (works(day, holidays) && today && !start.day_only && minute_of_day(start) < today->from.count())
    return the_day(day);
  do ++day;
  while (!works(day, holidays));
  return the_day(day);
}

}  // namespace

long days_from(int year, int month, int day) {
  long days = day - 1;
  for (int before = 1; before < month; ++before) days += length_of(year, before);
  for (int before = 1970; before < year; ++before) days += length_of(before, 2) == 29 ? 366 : 365;
  return days;
}

long london_offset(long utc) {
  const int year = static_cast<int>(civil_of(utc / day_minutes).year);
  const long from = last_sunday(year, 3) * day_minutes + 60;
  const long until = last_sunday(year, 10) * day_minutes + 60;
  return utc >= from && utc < until ? 60 : 0;
}

long day_of(const When& when) {
  return when.day_only ? when.number : (when.number + london_offset(when.number)) / day_minutes;
}

long order_of(const When& when) {
  if (!when.day_only) return when.number;
  const long midnight = when.number * day_minutes;  // no change of the clocks falls between 23:00 and 01:00 UTC
  return midnight - london_offset(midnight - 60);
}

long end_of(const When& due) { return due.day_only ? order_of(the_day(due.number + 1)) : due.number; }

bool surely_before(const When& a, const When& b) {
  if (a.day_only || b.day_only) return day_of(a) < day_of(b);
  return a.number < b.number;
}

std::string text_of(const When& when) {
  const Civil civil = civil_of(day_of(when));
  std::array<char, 40> text{};
  std::snprintf(text.data(), text.size(), "%04ld-%02d-%02d", civil.year, civil.month, civil.day);
  std::string all = text.data();
  if (when.day_only) return all;
  const long minute = minute_of_day(when);
  std::snprintf(text.data(), text.size(), "T%02ld:%02ld+0%ld:00", minute / 60, minute % 60,
                london_offset(when.number) / 60);
  return all + text.data();
}

When when_of(const std::string& text) {
  const auto number = [&](std::size_t at, std::size_t size) { return std::stoi(text.substr(at, size)); };
  const long day = days_from(number(0, 4), number(5, 2), number(8, 2));
  if (text.size() == 10) return the_day(day);
  return {false, day * day_minutes + number(11, 2) * 60 + number(14, 2) - number(18, 1) * 60};
}

When counted(const When& start, const Duration& length, const Policy& policy, const Holidays& holidays) {
  const long day = day_of(start);
  if (const auto* hours = std::get_if<Hours>(&length)) return {false, order_of(start) + hours->count * 60L};
  if (const auto* working = std::get_if<WorkingDays>(&length))
    return working_days(day, working->count, policy.count_from, holidays);
  if (const auto* days = std::get_if<Days>(&length)) return the_day(day + days->count);
  if (const auto* weeks = std::get_if<Weeks>(&length)) return the_day(day + 7L * weeks->count);
  if (const auto* months = std::get_if<Months>(&length)) return months_on(day, months->count);
  if (std::holds_alternative<SameWorkingDay>(length)) return working_days(day, 0, CountFrom::deemed, holidays);
  if (std::holds_alternative<NextWorkingDay>(length)) return next_working_day(start, policy, holidays);
  return start;
}

std::optional<When> counted(const When& start, const Within& within, const Policy& policy, const Holidays& holidays) {
  if (!within.time) return std::nullopt;
  const bool out = within.out_of_hours && !in_hours(start, policy, holidays);
  return counted(start, out ? *within.out_of_hours : *within.time, policy, holidays);
}

}  // namespace escalate::model

#include "time/guess.hpp"

#include "time/scan.hpp"

namespace escalate {
namespace {

struct ThreeNumbers {
  int first = 0;
  int second = 0;
  int third = 0;
};

/// Takes `5/11/2026`, `5.11.2026` or `2026-1-5` off the front of `text`; one separator throughout.
std::optional<ThreeNumbers> take_three(std::string_view& text) {
  const auto first = take_digits(text, 4);
  if (!first || text.empty() || std::string_view("/.-").find(text.front()) == std::string_view::npos) return {};
  const std::string_view separator = text.substr(0, 1);
  take(text, separator);
  const auto second = take_digits(text, 2);
  if (!second || !take(text, separator)) return {};
  const auto third = take_digits(text, 4);
  if (!third) return {};
  return ThreeNumbers{*first, *second, *third};
}

std::optional<Date> date_of(int year, int month, int day) {
  if (day > 31) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                                         std::chrono::day{static_cast<unsigned>(day)}};
  if (!date.ok() || Date{date} < first_date) return std::nullopt;
  return Date{date};
}

/// Returns the day meant: the number above 999 is the year, and what stands beside it the month.
std::optional<Date> day_meant(const ThreeNumbers& numbers) {
  if (numbers.first > 999) return date_of(numbers.first, numbers.second, numbers.third);
  if (numbers.third > 999) return date_of(numbers.third, numbers.second, numbers.first);
  return std::nullopt;
}

}  // namespace

std::optional<Guess> guess(std::string_view text) {
  std::string_view rest = trimmed(text);
  const auto numbers = take_three(rest);
  const auto day = numbers ? day_meant(*numbers) : std::nullopt;
  if (!day) return std::nullopt;
  if (rest.empty()) return Guess{*day, {}};
  if (!take(rest, "T")) take(rest, "t");
  rest = trimmed(rest);
  const auto clock = take_clock(rest);
  if (!clock || !rest.empty()) return std::nullopt;
  return Guess{*day, clock};
}

}  // namespace escalate

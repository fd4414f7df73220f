#include "time/words.hpp"

#include <fmt/format.h>

#include <array>

#include "time/london.hpp"

namespace escalate {
namespace {

constexpr std::array<std::string_view, 7> weekdays{"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                   "Thursday", "Friday", "Saturday"};
constexpr std::array<std::string_view, 12> months{"January",   "February", "March",    "April",
                                                  "May",       "June",     "July",     "August",
                                                  "September", "October",  "November", "December"};

/// Returns the day with at most `letters` letters of the weekday and of the month.
std::string day_words(Date day, std::size_t letters) {
  const std::chrono::year_month_day date{day};
  return fmt::format("{} {} {} {}", weekdays.at(std::chrono::weekday{day}.c_encoding()).substr(0, letters),
                     static_cast<unsigned>(date.day()),
                     months.at(static_cast<unsigned>(date.month()) - 1).substr(0, letters),
                     static_cast<int>(date.year()));
}

std::string since_words(const Stamp& stamp) {
  const Instant* instant = std::get_if<Instant>(&stamp);
  const std::string day = in_words(day_of(stamp));
  return instant != nullptr ? clock_words(*instant) + " on " + day : day;
}

}  // namespace

std::string in_words(Date day) { return day_words(day, std::string_view::npos); }

std::string in_words(const Stamp& stamp) {
  const Instant* instant = std::get_if<Instant>(&stamp);
  return in_words(day_of(stamp)) + (instant != nullptr ? " at " + clock_words(*instant) : "");
}

std::string clock_words(Instant instant) {
  const std::chrono::minutes shown = london_time_of_day(instant);
  const auto only = london_instant(london_date(instant), shown);
  if (only || only.error().kind != TimeFault::Kind::ambiguous) return clock_text(shown);
  return clock_text(shown) + (london_offset(instant).count() == 0 ? " GMT" : " BST");
}

std::string by_words(const Due& due) {
  if (due.immediately) return "immediately (since " + since_words(due.when) + ")";
  if (std::holds_alternative<Date>(due.when)) return "by end of " + in_words(day_of(due));
  return "by " + since_words(due.when);
}

std::string short_words(Date day) { return day_words(day, 3); }

std::string short_words(const Due& due) {
  const Instant* instant = std::get_if<Instant>(&due.when);
  return short_words(day_of(due)) + (instant != nullptr ? " " + clock_words(*instant) : "");
}

std::string age_in_words(int days) {
  if (days <= 0) return "today";
  return days == 1 ? "1 day" : fmt::format("{} days", days);
}

}  // namespace escalate

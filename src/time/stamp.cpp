#include "time/stamp.hpp"

#include <fmt/format.h>

#include "time/london.hpp"

namespace escalate {
Date day_of(const Stamp& stamp) {
  const Instant* instant = std::get_if<Instant>(&stamp);
  return instant != nullptr ? london_date(*instant) : std::get<Date>(stamp);
}

Instant instant_of(const Stamp& stamp) {
  const Date* day = std::get_if<Date>(&stamp);
  return day != nullptr ? start_of(*day) : std::get<Instant>(stamp);
}

bool before(const Stamp& a, const Stamp& b) {
  if (std::holds_alternative<Instant>(a) && std::holds_alternative<Instant>(b))
    return std::get<Instant>(a) < std::get<Instant>(b);
  return day_of(a) < day_of(b);
}

Instant to_the_minute(Instant instant) { return std::chrono::floor<std::chrono::minutes>(instant); }

std::string iso(Instant instant) {
  return fmt::format("{}T{}+{}", iso(london_date(instant)), clock_text(london_time_of_day(instant)),
                     clock_text(london_offset(instant)));
}

std::string iso(const Stamp& stamp) {
  return std::visit([](auto moment) { return iso(moment); }, stamp);
}

std::string iso_utc(Instant instant) {
  const Date day = std::chrono::floor<std::chrono::days>(instant);
  const std::chrono::seconds time_of_day = instant - day;
  return fmt::format("{}T{}:{:02}Z", iso(day), clock_text(std::chrono::floor<std::chrono::minutes>(time_of_day)),
                     time_of_day.count() % 60);
}

}  // namespace escalate

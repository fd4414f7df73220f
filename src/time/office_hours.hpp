#pragma once

#include <array>
#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "time/calendar.hpp"
#include "time/stamp.hpp"

namespace escalate {

/// From when to when an office is open on a day, on London's clock: open at `from`, closed at `until`.
struct OpenHours {
  std::chrono::minutes from{};
  std::chrono::minutes until{};
};

/// When the offices of a policy are open, by weekday (LANGUAGE.md, `office-hours`). Bank holidays are closed whatever
/// the weekday.
struct OfficeHours {
  std::array<std::optional<OpenHours>, 7> days;  ///< Sunday first, as std::chrono counts

  /// Returns whether the policy says anything of office hours.
  bool given() const;
  /// Returns the hours of `day`, were it no bank holiday; nothing on a weekday without.
  const std::optional<OpenHours>& on(Date day) const;
};

/// Reads `09:00-17:00`, hours of one day; nothing when it is anything else, or ends before it begins.
std::optional<OpenHours> read_open_hours(std::string_view text);
/// Reads `friday` or `monday-thursday`: the weekdays meant, as std::chrono counts; nothing when it is anything else.
std::vector<unsigned> read_weekdays(std::string_view text);

/// Returns the hours as a policy writes them: `monday-thursday` and `09:00-17:00`, alike neighbours together.
std::vector<std::pair<std::string, std::string>> text_of(const OfficeHours& hours);

/// Returns whether `at` lies within office hours. A day alone does when the office opens on it at all. Fails with
/// `coverage` when `calendar` does not know the day.
Timed<bool> in_office_hours(const Stamp& at, const OfficeHours& hours, const Calendar& calendar);

}  // namespace escalate

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "time/duration.hpp"

namespace escalate {

/// A unit durations are counted in.
struct Unit {
  std::string one;   ///< `working day`
  std::string many;  ///< `working days`
  int most = 0;      ///< the largest count accepted
  Duration (*of)(int count) = nullptr;
};

/// What WITHIN has behind a time that may be shortened, and before the most an open time may take.
inline constexpr std::string_view or_sooner = " or sooner";
inline constexpr std::string_view at_most = ", at most ";
/// What stands before the time that counts from a moment out of office hours.
inline constexpr std::string_view out_of_hours = ", out of hours ";

/// The units of TIME (LANGUAGE.md).
const std::vector<Unit>& units();
/// The words of OPEN.
const std::vector<std::string>& open_words();

/// Returns the unit called `name`, singular or plural, or null.
const Unit* unit_called(std::string_view name);
/// Returns the number written as `text`: 1 to 9999 without sign, fraction or leading zero.
std::optional<int> plain_number(std::string_view text);

/// Reads TIME; nothing when `text` is anything else.
std::optional<Duration> read_duration(std::string_view text);
/// Reads OPEN; nothing when `text` is anything else.
std::optional<Open> read_open(std::string_view text);
/// Reads WITHIN; nothing when `text` is anything else, or says both at once and later or sooner.
std::optional<Within> read_within(std::string_view text);
/// The two halves of `TIME, out of hours TIME`; the second is empty where it is missing.
struct InAndOutOfHours {
  std::string_view in;
  std::string_view out;
};
InAndOutOfHours split_hours(std::string_view text);

}  // namespace escalate

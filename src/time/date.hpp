#pragma once

#include <chrono>
#include <string>

namespace escalate {

using Date = std::chrono::sys_days;        ///< a civil day, no zone
using Instant = std::chrono::sys_seconds;  ///< a point on the UTC line

/// The first and last days this program reckons with.
inline constexpr Date first_date = std::chrono::year{1900} / std::chrono::January / 1;
inline constexpr Date last_date = std::chrono::year{9999} / std::chrono::December / 31;
/// The first day whose times of day can be placed: the present rule of summer time holds since then.
inline constexpr Date first_timed_date = std::chrono::year{1996} / std::chrono::January / 1;

/// Returns `2026-11-05`.
std::string iso(Date day);

}  // namespace escalate

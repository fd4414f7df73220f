#pragma once

#include <string>

#include "time/date.hpp"
#include "time/fault.hpp"

namespace escalate {

/// Returns London's offset from UTC at `instant`: 60 minutes from 01:00 UTC on the last Sunday of March until 01:00 UTC
/// on the last Sunday of October, else 0 (The Summer Time Order 2002; the same rule since 1996).
std::chrono::minutes london_offset(Instant instant);

/// Returns the civil day in London at `instant`.
Date london_date(Instant instant);

/// Returns the minutes since London's midnight at `instant`, as its clocks show them.
std::chrono::minutes london_time_of_day(Instant instant);

/// Returns how a clock shows `time_of_day`: `09:00`.
std::string clock_text(std::chrono::minutes time_of_day);

/// Returns the instant at which `day` begins in London (00:00 local always exists and is never ambiguous).
Instant start_of(Date day);

/// Returns the instant a London clock shows `time_of_day` on `day`.
/// Fails with `nonexistent` or `ambiguous` around the two changes, and with `coverage` before 1996.
Timed<Instant> london_instant(Date day, std::chrono::minutes time_of_day);

/// Returns `instant` if its London day lies in the years 1996 to 9999, else fails with `coverage`.
Timed<Instant> placeable(Instant instant);

}  // namespace escalate

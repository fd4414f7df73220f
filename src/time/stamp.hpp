#pragma once

#include <string>
#include <string_view>
#include <variant>

#include "time/date.hpp"
#include "time/fault.hpp"

namespace escalate {

/// A time as a record states it: some time on a day, or a minute (SEMANTICS.md 1 and 2).
using Stamp = std::variant<Date, Instant>;

/// Returns the London day of `stamp`.
Date day_of(const Stamp& stamp);

/// Returns the instant used in arithmetic and order: 00:00 in London for a date alone.
Instant instant_of(const Stamp& stamp);

/// Returns whether `a` is certainly before `b`: a date alone is neither before nor after a time of the same day.
bool before(const Stamp& a, const Stamp& b);

/// Returns `instant` without its seconds.
Instant to_the_minute(Instant instant);

/// Returns `2026-11-05T16:40+00:00` with London's offset, seconds left out.
std::string iso(Instant instant);
/// Returns the one of the two that `stamp` is.
std::string iso(const Stamp& stamp);
/// Returns `2026-11-05T16:44:51Z`, as in `logged`.
std::string iso_utc(Instant instant);

/// Reads a strict `2026-11-05`, a day that exists, years 1900 to 9999.
Timed<Date> parse_date(std::string_view text);
/// Reads a time as a file holds it: a date, or a minute with London's own offset for that moment, no seconds.
Timed<Stamp> parse_stored(std::string_view text);
/// Reads `2026-11-05T16:44:51Z`, as in `logged`.
Timed<Instant> parse_utc(std::string_view text);
/// Reads a time as typed at `now`: as stored, any offset or Z, seconds ignored when 00 (else a usage fault), no offset
/// (London's clock), a space for the T, `16:40` (today), `today`, `yesterday`. `5/11/2026` is refused with the form to
/// type.
Timed<Stamp> parse_typed(std::string_view text, Instant now);

}  // namespace escalate

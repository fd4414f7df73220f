#pragma once

#include <array>
#include <optional>
#include <set>
#include <string>

#include "policy/policy.hpp"

// Time as the model reckons it: whole numbers of days and minutes since 1970, London's summer time by its rule, a
// counter of days that steps from day to day. It shares nothing with src/time but the names of durations.
namespace escalate::model {

/// A day alone, or a minute on the UTC line; as a due, a day is met until its end.
struct When {
  bool day_only = false;
  long number = 0;  ///< days, or minutes, since 1970-01-01
};

long days_from(int year, int month, int day);
/// Returns London's offset from UTC, in minutes, at a minute on the UTC line.
long london_offset(long utc);
/// Returns the London day a time lies on.
long day_of(const When& when);
/// Returns the minute at which it stands in the order of things: 00:00 in London for a day alone.
long order_of(const When& when);
/// Returns the minute until which a due is met.
long end_of(const When& due);
/// Returns whether `a` is certainly before `b` (SEMANTICS 2).
bool surely_before(const When& a, const When& b);
/// Returns `2026-11-05` or `2026-11-05T16:40+00:00`.
std::string text_of(const When& when);
/// Reads what `text_of` gives.
When when_of(const std::string& text);

/// The days on which offices are closed beside weekends.
using Holidays = std::set<long>;

/// Counts `length` from `start` as `policy` says.
When counted(const When& start, const Duration& length, const Policy& policy, const Holidays& holidays);
/// Returns the due of `within` from `start` without any agreement: nothing where it is left open without a ceiling.
std::optional<When> counted(const When& start, const Within& within, const Policy& policy, const Holidays& holidays);

}  // namespace escalate::model

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "time/fault.hpp"

namespace escalate {

/// Elapsed hours on the UTC line.
struct Hours {
  int count = 0;
};
/// Days on which offices are open. Only a Calendar knows which they are.
struct WorkingDays {
  int count = 0;
};
/// Calendar days.
struct Days {
  int count = 0;
};
struct Weeks {
  int count = 0;
};
/// Calendar months: same number, else the last day of the month.
struct Months {
  int count = 0;
};
/// The day itself if working, else the next working day.
struct SameWorkingDay {};
/// The first working day that begins after the moment: at the time its office opens where office hours are known.
struct NextWorkingDay {};
/// The moment itself.
struct Immediately {};

/// A length of time as a policy writes it (LANGUAGE.md, TIME). Counts are 1 to 9999 (months to 1200).
using Duration = std::variant<Hours, WorkingDays, Days, Weeks, Months, SameWorkingDay, NextWorkingDay, Immediately>;

/// A time left open by the policy (LANGUAGE.md, OPEN).
struct Open {
  enum class Kind { agreed, without_delay };
  Kind kind = Kind::agreed;
  std::string words;  ///< as written: `agreed`, `without delay`, `as soon as possible` or `urgently`
};

/// How long a limit or duty has (LANGUAGE.md, WITHIN): a time, a time `or sooner`, open, or open with a ceiling in
/// `time`; and what counts instead of `time` from a moment out of office hours.
struct Within {
  std::optional<Open> open;
  std::optional<Duration> time;  ///< the time; with `open`, the most
  bool or_sooner = false;
  std::optional<Duration> out_of_hours;  ///< only with `time`

  bool agreed() const { return open && open->kind == Open::Kind::agreed; }
  bool without_delay() const { return open && open->kind == Open::Kind::without_delay; }
};

/// Reads TIME: `5 working days`, `1 working day`, `96 hours`, `same working day`, `next working day`, `immediately`.
/// Lower case, one space between words; plain whole numbers without sign, leading zero or fraction. Fails with `usage`,
/// naming the unknown unit.
Timed<Duration> parse_duration(std::string_view text);
/// Reads WITHIN.
Timed<Within> parse_within(std::string_view text);

/// Returns the duration as a policy writes it: `1 working day`, `10 working days`.
std::string text_of(const Duration& duration);
/// Returns `agreed, at most 10 working days`.
std::string text_of(const Within& within);

}  // namespace escalate

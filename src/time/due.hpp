#pragma once

#include <optional>
#include <string>
#include <vector>

#include "time/calendar.hpp"
#include "time/duration.hpp"
#include "time/office_hours.hpp"
#include "time/stamp.hpp"

namespace escalate {

/// A time by which something must have happened. A day ends it, or an instant; `immediately` is shown as its moment and
/// passes at the end of that London day (SEMANTICS.md 3).
struct Due {
  Stamp when;
  bool immediately = false;
};

/// Returns the London day on which `due` falls.
Date day_of(const Due& due);
/// Returns the first instant after `due` for comparing dues: a day counts as its end, an instant as itself.
Instant order_of(const Due& due);
/// Returns whether `due` had passed at `at`: after that London day, or after that minute. A date alone is not after a
/// time of its own day.
bool passed(const Due& due, const Stamp& at);
/// Returns how files, JSON and CSV write it: `2026-12-30` or `2026-10-28T09:00+00:00`.
std::string iso(const Due& due);
/// Returns what `was-due` keeps of it: its time, but the day for `immediately`.
Stamp as_was_due(const Due& due);

/// Which day a count of working days begins from (DESIGN.md section 3).
enum class CountFrom { receipt, deemed, inclusive };
std::optional<CountFrom> count_from_word(std::string_view word);
std::string word_of(CountFrom count_from);

/// One day of a count, for the explanation.
struct CountedDay {
  Date day;
  enum class Kind { zero, counted, skipped } kind = Kind::counted;
  int number = 0;   ///< 0 for day 0, k for the k-th day, 0 for skipped ones
  std::string why;  ///< why it was skipped (holiday or weekday name); for day 0 what makes it so; else empty
};

/// A due with how it was counted. `days` is filled for durations of working days and for `same` and `next working
/// day`, every day once, in order.
struct Count {
  Due due;
  bool provisional = false;  ///< a projected day of the calendar was consulted
  std::vector<CountedDay> days;
  bool out_of_hours = false;  ///< the moment lay out of office hours, and the time for that was counted
};

/// Returns the due of `duration` from `from` (DESIGN.md section 3). `calendar` is consulted for working days only.
/// `hours` say when a working day begins for `next working day`: without them at midnight.
/// Fails with `coverage` when the calendar does not reach that far, or the result leaves years 1900 to 9999.
Timed<Count> count(const Stamp& from, const Duration& duration, const Calendar& calendar, CountFrom count_from,
                   const OfficeHours& hours = {});

/// Returns the due of `within`, which must have a time: of the time for out of hours where there is one and `from` lies
/// out of `hours`. Fails as `count` of a duration does.
Timed<Count> count(const Stamp& from, const Within& within, const Calendar& calendar, CountFrom count_from,
                   const OfficeHours& hours);

/// Returns the `n`-th working day after `day` (n >= 1).
Timed<Date> working_day_after(Date day, int n, const Calendar& calendar);

}  // namespace escalate

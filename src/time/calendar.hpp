#pragma once

#include <map>
#include <string>
#include <vector>

#include "time/date.hpp"
#include "time/fault.hpp"

namespace escalate {

/// The days on which offices of one nation are closed, beside Saturdays and Sundays.
struct Calendar {
  std::string id;
  std::string title;
  Date covers_from;     ///< first day known
  Date official_until;  ///< last day published by GOV.UK; later days are projected by rule
  Date covers_until;    ///< last day known
  std::map<Date, std::string> holidays;

  /// Returns whether offices are open on `day`. `day` must be covered.
  bool is_working(Date day) const;
  /// Returns why `day` is closed: "Saturday", "Sunday" or the holiday's name; empty when it is open.
  std::string closed_because(Date day) const;
  bool covers(Date day) const { return covers_from <= day && day <= covers_until; }
};

/// The names a policy's `calendar` may have: the three nations and their union, `uk-any`.
const std::vector<std::string>& calendar_names();
/// The calendars with a file of their own: all but `uk-any`.
const std::vector<std::string>& calendar_files();

/// Fails with `coverage`, naming where the calendar begins or ends, unless `calendar` covers `day`.
Timed<void> covered(Date day, const Calendar& calendar);

/// Returns a calendar that covers no day: what stands for one that cannot be read, so that each due that needs it is a
/// fault and the others stand.
Calendar unusable_calendar(const std::string& id);

/// Returns the calendar that is closed when any of `nations` is: `uk-any`. Covered and official only where all are.
Calendar union_of(const std::vector<Calendar>& nations);

}  // namespace escalate

#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "time/calendar.hpp"

namespace escalate {

/// The bank holidays of one nation as GOV.UK has published them, for as many years as it does.
struct PublishedHolidays {
  std::string calendar;  ///< one of `calendar_files()`
  std::map<Date, std::string> days;
};

/// What becomes of one day of a calendar.
struct DayChange {
  enum class Kind {
    added,
    moved,    ///< the same holiday of the same year on another day
    removed,  ///< a year that is published whole does not have it
    renamed,
    kept  ///< it is not published, but has passed: nothing that a case may have relied on is taken away
  };
  Kind kind = Kind::added;
  Date day;          ///< of `moved`: the new day
  std::string name;  ///< of `renamed`: the new name
  std::optional<Date> moved_from;
  std::string renamed_from;
  bool was_projected = false;  ///< the day was worked out by rule, not published
};

/// What a calendar becomes by what is published.
struct CalendarChange {
  Calendar after;                ///< with every change
  std::vector<DayChange> days;   ///< by day
  std::map<int, int> confirmed;  ///< how many projected days of a year are published as they stood
  int first_year = 0;            ///< first year that is published whole
  int last_year = 0;             ///< last one
  std::vector<int> partial;      ///< years of which some days are published, so that none is taken away in them
  int before_coverage = 0;       ///< days published before the calendar begins, which are left out
  int after_coverage = 0;        ///< days published after the calendar ends, which are left out
  bool older = false;            ///< the calendar is official for longer than that is published: nothing changes
};

/// Returns whether `change` alters anything of the calendar it was made for, `before`.
bool alters(const CalendarChange& change, const Calendar& before);

/// Returns what `calendar` becomes by `published`, as seen on `today`. Days published are added or renamed. A day that
/// is not published is taken away only in a year that is published whole (New Year's Day to Christmas, eight days or
/// more), and only where it is still to come or was projected. `official_until` becomes the end of the last whole year,
/// `covers_until` never goes back. Fails with `data` when no year is whole, when one between two whole ones is not, and
/// when a year between what was official and what is published is missing.
Result<CalendarChange> change_by(const PublishedHolidays& published, const Calendar& calendar, Date today);

}  // namespace escalate

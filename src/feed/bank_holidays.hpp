#pragma once

#include <cstddef>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "base/fault.hpp"
#include "time/calendar_change.hpp"

namespace escalate {

inline constexpr std::size_t most_feed_bytes = std::size_t{16} << 20;

/// What reading the feed gave: the nations in the order of `calendar_files()` when no error is among the faults.
struct FeedReading {
  std::vector<PublishedHolidays> published;
  Faults faults;
};

/// Reads GOV.UK's `bank-holidays.json`: for each nation `{division, events: [{title, date, notes}]}`; other keys of an
/// event are passed over, other nations are a warning. A name is written as the calendars do: straight apostrophes,
/// `(substitute day)` where the notes say so. Finds every fault: bad JSON, a nation or its events missing, a date that
/// is none, stands twice or is more than ten years after `today`, a name that is none.
FeedReading read_bank_holidays(std::string file, std::string bytes, Date today);

}  // namespace escalate

#pragma once

#include <string>

#include "base/result.hpp"
#include "time/calendar.hpp"

namespace escalate {

/// Returns the bytes of a calendar file, changed to say what `after` says: lines of holidays are added, taken away or
/// given another name, and the two days until which it holds are set; no other byte changes. A comment behind a holiday
/// that is taken away stays. `bytes` must be those `read_calendar` read `before` from. Fails with `data` where a
/// holiday concerned does not stand on a line of its own, and with `bug` when the result would not read back, by both
/// parsers, as `after`.
Result<std::string> edited_calendar(const std::string& file, const std::string& bytes, const Calendar& before,
                                    const Calendar& after);

}  // namespace escalate

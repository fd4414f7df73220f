#pragma once

#include "base/fault.hpp"
#include "time/calendar.hpp"

namespace escalate {

/// Returns a warning where `calendar` ends within a year after `today`, or has ended: its days that are published, or
/// all that it knows. `file` is its name in messages.
Faults ending_soon(const Calendar& calendar, Date today, const std::string& file);

}  // namespace escalate

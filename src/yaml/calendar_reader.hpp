#pragma once

#include <string>
#include <tl/expected.hpp>

#include "base/fault.hpp"
#include "time/calendar.hpp"

namespace escalate {

/// Reads a calendar file (DESIGN.md section 4). Its `id` must equal the name of `file` without folder and ending, its
/// holidays must lie in the days it covers. Fails with every fault, in file order.
tl::expected<Calendar, Faults> read_calendar(std::string file, std::string bytes);

}  // namespace escalate

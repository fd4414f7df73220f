#pragma once

#include <string>

#include "time/due.hpp"

namespace escalate {

/// Returns a line a day of `count`, which began at `from`: day 0, with why where it is another day than that, each day
/// counted with its number, each day skipped with why; every line begins with `indent`. Empty for durations not counted
/// in working days.
std::string day_lines(const Count& count, const Stamp& from, const std::string& indent);

}  // namespace escalate

#pragma once

#include <string>

#include "time/due.hpp"

namespace escalate {

/// Returns a line a day of `count`: day 0, each day counted with its number, each day skipped with why; every line begins with
/// `indent`. Empty for durations that are not counted in working days.
std::string day_lines(const Count& count, const std::string& indent);

}  // namespace escalate

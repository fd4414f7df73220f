#pragma once

#include <string_view>

#include "time/fault.hpp"

namespace escalate {

/// Returns what is wrong with `text`, which is no TIME, and what to write instead.
TimeFault duration_fault(std::string_view text);

/// Returns what is wrong with `text`, which is no WITHIN, and what to write instead.
TimeFault within_fault(std::string_view text);

}  // namespace escalate

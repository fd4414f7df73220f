#pragma once

#include <string>

#include "base/fault.hpp"

namespace escalate {

/// Returns a fault as people read it: `FILE:LINE:COLUMN: error: TEXT`, the line, a caret, and what to do.
std::string text_of(const Fault& fault);

/// Returns each fault in turn.
std::string text_of(const Faults& faults);

/// Returns a failure: its faults if it has any, else `escalate: TEXT` and its help, indented.
std::string text_of(const Failure& failure);

}  // namespace escalate

#pragma once

#include "base/fault.hpp"

namespace escalate {

/// Puts faults into the order of their lines and columns; those at one place keep their order.
void put_in_file_order(Faults& faults);

}  // namespace escalate

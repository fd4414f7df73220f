#pragma once

#include "base/fault.hpp"
#include "base/tree.hpp"

namespace escalate {

/// Returns a fault at the first place that yaml-cpp reads differently from `document`, which libyaml read; else none.
Faults second_opinion(const Document& document);

}  // namespace escalate

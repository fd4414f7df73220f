#include "base/fault.hpp"

#include <algorithm>

namespace escalate {

bool any_error(const Faults& faults) {
  return std::any_of(faults.begin(), faults.end(),
                     [](const Fault& fault) { return fault.severity == Severity::error; });
}

}  // namespace escalate

#pragma once

#include <string>

#include "base/fault.hpp"

namespace escalate::test {

/// Returns a line a fault: `error TEXT`, without its place and its cure.
inline std::string fault_lines(const Faults& faults) {
  std::string lines;
  for (const Fault& fault : faults)
    lines += (fault.severity == Severity::error ? "error " : "warning ") + fault.text + "\n";
  return lines;
}

}  // namespace escalate::test

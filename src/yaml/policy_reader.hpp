#pragma once

#include <optional>
#include <string>

#include "base/fault.hpp"
#include "policy/policy.hpp"

namespace escalate {

/// What reading a policy file gave: the policy when no error is among the faults, and the faults in file order.
struct PolicyReading {
  std::optional<Policy> policy;
  Faults faults;
};

/// Reads a policy file (LANGUAGE.md) and finds every fault in it, not only the first. `file` is its name in messages;
/// the policy's `id` must equal that name without folder and ending.
PolicyReading read_policy(std::string file, std::string bytes);

}  // namespace escalate

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

/// Whether a policy's `id` must be the name of its file: not where another state of it is read.
enum class FileName { is_the_id, any };

/// Reads a policy file (LANGUAGE.md) and finds every fault in it, not only the first. `file` is its name in messages;
/// the policy's `id` must equal that name without folder and ending, unless it may have any.
PolicyReading read_policy(std::string file, std::string bytes, FileName name = FileName::is_the_id);

}  // namespace escalate

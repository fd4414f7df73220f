#pragma once

#include <string>
#include <vector>

#include "policy/settings.hpp"

namespace escalate {

/// Returns the whole policy as a person reads it: what is urgent first, then the ladder, then every entry with its
/// source and the reading taken; roles that `jobs` fill go by these. `editions` are the policies that may follow it,
/// `today` tells whether its review is overdue.
std::string policy_text(const Policy& policy, const Jobs& jobs, const std::vector<const Policy*>& editions, Date today);

}  // namespace escalate

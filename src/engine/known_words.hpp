#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"
#include "policy/policy.hpp"

namespace escalate {

/// Checks of typed words against a policy. A word it lacks is refused (exit 4), with "did you mean" or those it has.

Result<void> known_stage(const Policy& policy, const std::string& typed);
Result<void> known_route(const Policy& policy, const std::string& typed);
Result<void> known_mark(const Policy& policy, const std::string& typed);
Result<void> known_duty(const Policy& policy, const std::string& typed);
Result<void> known_limit_or_duty(const Policy& policy, const std::string& typed);

/// Returns the role called `typed` by its id or its title; an empty text stays empty.
Result<std::string> role_called(const Policy& policy, const std::string& typed);

}  // namespace escalate

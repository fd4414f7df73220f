#pragma once

#include <string>
#include <utility>
#include <vector>

#include "casefile/event.hpp"
#include "cli/typed.hpp"
#include "policy/policy.hpp"

namespace escalate {

/// Returns the route typed with `--route`, the first where none was; fails with `refused` where the policy lacks it.
Result<std::string> route_of(const Policy& policy, const Text& typed);

/// Reads each `--mark`, as `M=TIME`, `M=unknown` or `M`, which holds since `start`. A timetable is a plan: the time may
/// lie in the future. Fails with `refused` where the policy has no such mark.
Result<std::vector<std::pair<std::string, Since>>> marks_of(const std::vector<std::string>& typed, const Policy& policy,
                                                            const Stamp& start, Instant now);

}  // namespace escalate

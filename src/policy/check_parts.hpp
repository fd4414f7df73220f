#pragma once

#include <string>

#include "base/fault.hpp"
#include "policy/policy.hpp"

namespace escalate {

/// Makes a warning at the entry that `clause` belongs to.
Fault warning_at(const Clause& clause, std::string text, std::string help = {});

// The parts of warnings_of; each returns its warnings in the order of the policy.

/// Roles, marks, forms and contacts that nothing uses.
Faults unused_entries(const Policy& policy);
/// Limits that never start on a route they cover, duties that never arise, `before` a stage that is not above.
Faults unreachable_moments(const Policy& policy);
/// Limits whose `unless` leaves a stage with nothing timed.
Faults untimed_by_unless(const Policy& policy);

}  // namespace escalate

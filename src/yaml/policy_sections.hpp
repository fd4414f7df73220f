#pragma once

#include "policy/policy.hpp"
#include "yaml/policy_source.hpp"

namespace escalate {

// Each reads one section of a policy file from `top` into `policy`; all faults become faults of `source`.

void read_roles(PolicySource& source, Fields& top, Policy& policy);
void read_marks(PolicySource& source, Fields& top, Policy& policy);
void read_contacts(PolicySource& source, Fields& top, Policy& policy);
/// Reads the stages and their own limits.
void read_stages(PolicySource& source, Fields& top, Policy& policy);
void read_routes(PolicySource& source, Fields& top, Policy& policy);
void read_limits(PolicySource& source, Fields& top, Policy& policy);
void read_duties(PolicySource& source, Fields& top, Policy& policy);
void read_urgent(PolicySource& source, Fields& top, Policy& policy);
void read_advice(PolicySource& source, Fields& top, Policy& policy);
void read_elsewhere(PolicySource& source, Fields& top, Policy& policy);
void read_forms(PolicySource& source, Fields& top, Policy& policy);

}  // namespace escalate

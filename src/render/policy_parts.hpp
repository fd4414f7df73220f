#pragma once

#include <string>

#include "policy/settings.hpp"

namespace escalate {

// The parts of `policy show`, each with its heading; empty where the policy has nothing of the kind.

/// Returns each route with its rungs, and at each stage who holds it, the time, and what is owed there.
std::string ladder_part(const Policy& policy);
/// Returns what is owed at every stage, in short.
std::string every_stage_part(const Policy& policy);
/// Returns the limits over several stages or the whole case.
std::string limits_part(const Policy& policy);
std::string duties_part(const Policy& policy);
std::string marks_part(const Policy& policy);
std::string advice_part(const Policy& policy);
std::string elsewhere_part(const Policy& policy);
std::string themes_part(const Policy& policy);
/// Returns each role as the policy has it, and the job that fills it here.
std::string roles_part(const Policy& policy, const Jobs& jobs);
std::string contacts_part(const Policy& policy);
std::string forms_part(const Policy& policy);

}  // namespace escalate

#pragma once

#include <string>
#include <vector>

#include "engine/replay.hpp"
#include "policy/settings.hpp"

namespace escalate {

/// Returns the job that fills `role` in this case: the one assigned, else the service's own, else null.
const std::string* job_here(const std::string& role, const Policy& policy, const CaseState& state,
                            const Settings& settings);

/// Returns who acts in `role` in this case: the job assigned, else the service's own, else the title in an agency of
/// that kind, else the title with its variants once (SEMANTICS.md 14, LANGUAGE.md 20). A role the policy lacks is named
/// as written.
std::string name_of_role(const std::string& role, const Policy& policy, const CaseState& state,
                         const Settings& settings);

/// Returns the names of `roles`, who act together, as "a and b".
std::string names_of_roles(const std::vector<std::string>& roles, const Policy& policy, const CaseState& state,
                           const Settings& settings);

/// Returns the sides of `roles`, each once, in their order.
std::vector<std::string> sides_of(const std::vector<std::string>& roles, const Policy& policy);

/// Returns the roles of the policy that somebody with the title `job` acts in, in either letter case: those it was
/// assigned in this case, that the service gives it, or that have this title. Empty where that cannot be told.
std::vector<std::string> roles_called(const std::string& job, const Policy& policy, const CaseState& state,
                                      const Settings& settings);

/// Returns the roles that hold `stage` in this case: those whose conditions hold now.
std::vector<std::string> owners_of_stage(const Policy& policy, const std::string& stage, const CaseState& state);

}  // namespace escalate

#include "engine/owners.hpp"

#include <algorithm>

#include "base/letters.hpp"
#include "base/suggest.hpp"

namespace escalate {
namespace {

std::string kind_of_agency(const Role& role, const CaseState& state) {
  const Opened* opened = state.opened();
  if (!opened) return {};
  if (role.side == Side::raising) return opened->raising.kind;
  return role.side == Side::receiving ? opened->receiving.kind : std::string();
}

std::string title_with_variants(const Role& role) {
  std::string list;
  for (const auto& [kind, title] : role.by_agency) {
    if (!list.empty()) list += "; ";
    list += kind;
    list += ": ";
    list += title;
  }
  return list.empty() ? role.title : role.title + " (" + list + ")";
}

std::string title_for(const Role& role, const std::string& kind) {
  for (const auto& [known, title] : role.by_agency)
    if (known == kind) return title;
  return title_with_variants(role);
}

/// Returns who acts where nobody has a role: the job that fills the other role here, else its title in that agency.
std::string name_of_substitute(const Role& role, const Policy& policy, const CaseState& state,
                               const Settings& settings) {
  const std::string* job = job_here(role.id, policy, state, settings);
  return job ? *job : title_for(role, kind_of_agency(role, state));
}

/// Returns whether `job` (in small letters) was given `role` in this case, by whatever assignment.
bool was_assigned(const std::string& job, const std::string& role, const CaseState& state) {
  return std::any_of(state.events.begin(), state.events.end(), [&](const Event& event) {
    const auto* assigned = std::get_if<Assigned>(&event.body);
    return assigned && assigned->role == role && in_small(assigned->to) == job;
  });
}

bool has_title(const std::string& job, const Role& role) {
  return in_small(role.title) == job ||
         std::any_of(role.by_agency.begin(), role.by_agency.end(),
                     [&](const auto& variant) { return in_small(variant.second) == job; });
}

}  // namespace

const std::string* job_here(const std::string& role, const Policy& policy, const CaseState& state,
                            const Settings& settings) {
  if (const auto job = state.assigned.find(role); job != state.assigned.end()) return &job->second;
  return job_in_service(settings, policy, role);
}

std::string name_of_role(const std::string& id, const Policy& policy, const CaseState& state,
                         const Settings& settings) {
  const Role* role = policy.role(id);
  if (const std::string* job = job_here(id, policy, state, settings))
    return role ? *job + " (" + role->title + ")" : *job;
  if (!role) return id;
  std::string name = title_for(*role, kind_of_agency(*role, state));
  if (const Role* substitute = policy.role(role->if_none))
    name += " (where there is none: " + name_of_substitute(*substitute, policy, state, settings) + ")";
  return name;
}

std::string names_of_roles(const std::vector<std::string>& roles, const Policy& policy, const CaseState& state,
                           const Settings& settings) {
  std::vector<std::string> names;
  for (const std::string& role : roles) names.push_back(name_of_role(role, policy, state, settings));
  return and_list(names);
}

std::vector<std::string> roles_called(const std::string& job, const Policy& policy, const CaseState& state,
                                      const Settings& settings) {
  const std::string wanted = in_small(job);
  std::vector<std::string> roles;
  for (const Role& role : policy.roles) {
    const std::string* here = job_in_service(settings, policy, role.id);
    const bool given = here && in_small(*here) == wanted;
    if (given || was_assigned(wanted, role.id, state) || has_title(wanted, role)) roles.push_back(role.id);
  }
  return roles;
}

std::vector<std::string> sides_of(const std::vector<std::string>& roles, const Policy& policy) {
  std::vector<std::string> sides;
  for (const std::string& id : roles) {
    const Role* role = policy.role(id);
    if (!role) continue;
    const std::string side = word_of(role->side);
    if (std::find(sides.begin(), sides.end(), side) == sides.end()) sides.push_back(side);
  }
  return sides;
}

std::vector<std::string> owners_of_stage(const Policy& policy, const std::string& id, const CaseState& state) {
  std::vector<std::string> roles;
  if (const Stage* stage = policy.stage(id))
    for (const StageOwner& owner : stage->owner)
      if (holds(owner.conditions, state.marks, state.route)) roles.push_back(owner.role);
  return roles;
}

}  // namespace escalate

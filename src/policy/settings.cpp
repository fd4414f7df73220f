#include "policy/settings.hpp"

#include <algorithm>

#include "base/fault_order.hpp"
#include "base/id.hpp"
#include "base/suggest.hpp"

namespace escalate {
namespace {

const std::string* job_said_of(const Settings& settings, const std::string& policy, const std::string& role) {
  const auto jobs = settings.service.find(policy);
  if (jobs == settings.service.end()) return nullptr;
  const auto job = jobs->second.find(role);
  return job == jobs->second.end() ? nullptr : &job->second;
}

/// Returns the policies that `name` means: the one called so, or the editions of the procedure called so.
std::vector<const Policy*> called(const std::string& name, const std::vector<const Policy*>& policies) {
  std::vector<const Policy*> meant;
  for (const Policy* policy : policies)
    if (policy->id == name || policy->edition_of == name) meant.push_back(policy);
  return meant;
}

std::vector<std::string> names_of(const std::vector<const Policy*>& policies) {
  std::vector<std::string> names;
  for (const Policy* policy : policies)
    for (const std::string& name : {policy->edition_of, policy->id})
      if (!name.empty() && !contains(names, name)) names.push_back(name);
  return names;
}

class Warnings {
 public:
  Warnings(const Settings& settings, const std::vector<const Policy*>& policies,
           const std::vector<std::string>& unusable)
      : m_settings(settings), m_policies(policies), m_unusable(unusable) {}

  Faults all() {
    if (!m_settings.policy.empty()) must_exist(m_settings.policy, "policy");
    for (const auto& [policy, jobs] : m_settings.service) {
      if (!must_exist(policy, "service/" + policy)) continue;
      for (const auto& [role, job] : jobs) must_have_role(policy, role);
    }
    put_in_file_order(m_faults);
    return std::move(m_faults);
  }

 private:
  /// Returns whether the policies called so can be looked into.
  bool must_exist(const std::string& name, const std::string& keys) {
    if (!called(name, m_policies).empty()) return true;
    if (contains(m_unusable, name)) return false;
    const auto known = names_of(m_policies);
    warn(keys, "there is no policy '" + name + "' here",
         did_you_mean(name, known, known.empty() ? "there are no policies here" : "here are " + and_list(known)));
    return false;
  }

  void must_have_role(const std::string& policy, const std::string& role) {
    std::vector<std::string> roles;
    for (const Policy* one : called(policy, m_policies))
      for (const std::string& id : ids_of(one->roles)) roles.push_back(id);
    if (contains(roles, role)) return;
    warn("service/" + policy + "/" + role, "the policy '" + policy + "' has no role '" + role + "'",
         did_you_mean(role, roles, "'escalate policy show " + policy + "' lists its roles"));
  }

  void warn(const std::string& keys, std::string text, std::string help) {
    const auto place = m_settings.places.find(keys);
    m_faults.push_back({Severity::warning,
                        place == m_settings.places.end() ? Place{} : place->second,
                        std::move(text),
                        std::move(help),
                        {}});
  }

  const Settings& m_settings;
  const std::vector<const Policy*>& m_policies;
  const std::vector<std::string>& m_unusable;
  Faults m_faults;
};

}  // namespace

const std::string* job_in_service(const Settings& settings, const Policy& policy, const std::string& role) {
  const std::string* job = job_said_of(settings, policy.id, role);
  return job || policy.edition_of.empty() ? job : job_said_of(settings, policy.edition_of, role);
}

Jobs jobs_in_service(const Settings& settings, const Policy& policy) {
  Jobs jobs;
  for (const Role& role : policy.roles)
    if (const std::string* job = job_in_service(settings, policy, role.id)) jobs[role.id] = *job;
  return jobs;
}

Policy in_service(Policy policy, const Jobs& jobs) {
  for (Role& role : policy.roles) {
    const auto job = jobs.find(role.id);
    if (job == jobs.end()) continue;
    role.title = job->second + " (" + role.title + ")";
    role.by_agency.clear();
    role.if_none.clear();
  }
  return policy;
}

Faults settings_warnings(const Settings& settings, const std::vector<const Policy*>& policies,
                         const std::vector<std::string>& unusable) {
  return Warnings(settings, policies, unusable).all();
}

}  // namespace escalate

#pragma once

#include <map>
#include <string>
#include <vector>

#include "policy/policy.hpp"

namespace escalate {

/// `escalate.yaml`: what is so in this service. Nothing in it moves a due.
struct Settings {
  std::string by;      ///< default for `--by`; may be empty
  std::string policy;  ///< default for `--policy`: a policy, or a procedure that joins editions; may be empty
  std::map<std::string, std::map<std::string, std::string>> service;  ///< policy, role: the job that fills it here
  bool commit = false;  ///< commit each change to git
  std::map<std::string, Place> places =
      {};  ///< where each stands, by its keys joined by `/`: `by`, `service/kent/lead`
};

/// The roles of one policy, each with the job that fills it here.
using Jobs = std::map<std::string, std::string>;

/// Returns the job that fills `role` of `policy` here, or null: what is said of the policy itself goes before what is
/// said of the procedure it is an edition of.
const std::string* job_in_service(const Settings& settings, const Policy& policy, const std::string& role);

/// Returns the jobs that fill roles of `policy` here.
Jobs jobs_in_service(const Settings& settings, const Policy& policy);

/// Returns the policy as this service speaks of it: each role that a job fills is called `JOB (TITLE)`, whatever the
/// kind of agency.
Policy in_service(Policy policy, const Jobs& jobs);

/// Returns a warning for each policy, procedure or role the settings name that `policies` lack, in file order. Of a
/// policy that is among `unusable` (its file is there, with faults) nothing is said.
Faults settings_warnings(const Settings& settings, const std::vector<const Policy*>& policies,
                         const std::vector<std::string>& unusable = {});

}  // namespace escalate

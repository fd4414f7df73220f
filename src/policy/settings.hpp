#pragma once

#include <map>
#include <string>

namespace escalate {

/// `escalate.yaml`: what is so in this service. Nothing in it moves a due.
struct Settings {
  std::string by;                                                     ///< default for `--by`; may be empty
  std::string policy;                                                 ///< default for `--policy`; may be empty
  std::map<std::string, std::map<std::string, std::string>> service;  ///< policy, role: the job that fills it here
};

}  // namespace escalate

#pragma once

#include <string>
#include <vector>

#include "policy/settings.hpp"
#include "render/envelope.hpp"

namespace escalate {

/// What `config` tells: the settings of one workspace and where they come from.
struct Configuration {
  enum class File { used, missing, faulty };
  std::string folder;  ///< the workspace's
  std::string file;    ///< of the settings, as messages call it
  File state = File::used;
  Settings settings;                    ///< empty unless the file is used
  std::vector<const Policy*> policies;  ///< that can be used; they have the titles of roles
};

/// Returns each setting, its value and where it stands, or what holds without it.
std::string config_text(const Configuration& configuration);
/// Returns `by`, `policy`, `commit` and, by policy and role, `service`: each with its value, file and line, null where
/// not set.
std::string config_json(const Configuration& configuration, const Envelope& envelope);

}  // namespace escalate

#include "cli/check_parts.hpp"

namespace escalate {

const std::vector<WorkspaceCheck>& workspace_checks() {
  static const std::vector<WorkspaceCheck> checks = {};
  return checks;
}

}  // namespace escalate

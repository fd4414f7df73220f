#pragma once

#include <string>
#include <tl/expected.hpp>

#include "base/fault.hpp"
#include "policy/settings.hpp"

namespace escalate {

/// Reads `escalate.yaml` (DESIGN.md section 4). Fails with every fault, in file order.
tl::expected<Settings, Faults> read_settings(std::string file, std::string bytes);

}  // namespace escalate

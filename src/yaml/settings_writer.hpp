#pragma once

#include <string>

#include "policy/settings.hpp"

namespace escalate {

/// Returns the text of a new `escalate.yaml`: what is set, and as comments what may be. `service` is left out, since a
/// new workspace has none.
std::string settings_text(const Settings& settings);

}  // namespace escalate

#pragma once

#include <string>

#include "engine/outlook.hpp"
#include "render/envelope.hpp"

namespace escalate {

/// Returns every due of a case with its reasons: the words of the policy, the moment counted from, each day counted,
/// each day skipped and why, which limit is the tightest and what the others are (DESIGN.md section 2, principle 3).
std::string text_of_explain(const Outlook& outlook);
std::string json_of_explain(const Outlook& outlook, const Envelope& envelope);

}  // namespace escalate

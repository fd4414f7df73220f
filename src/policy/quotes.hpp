#pragma once

#include <string_view>

#include "base/fault.hpp"
#include "policy/policy.hpp"

namespace escalate {

/// Returns an error, without excerpt, for every `words` of `policy` that does not occur in `document_text`. Letter case
/// counts; typographic quotes, dashes, white space, list bullets and the marks `*`, `_`, `[text](url)` are equalled;
/// the parts around ` ... ` must occur in this order (LANGUAGE.md, policy check).
Faults quotes_missing(const Policy& policy, std::string_view document_text);

}  // namespace escalate

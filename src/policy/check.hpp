#pragma once

#include "base/fault.hpp"
#include "policy/policy.hpp"
#include "time/date.hpp"

namespace escalate {

/// Returns what `policy` cannot keep or does not say, as warnings in file order, without excerpts (LANGUAGE.md, policy
/// check): an entry without `source`, a stage without owner, time or route, a duty without `by`, what is never used,
/// `before` a stage that is not above, a moment never reached, an `unless` that leaves nothing timed, a review date
/// before `today`.
Faults warnings_of(const Policy& policy, Date today);

}  // namespace escalate

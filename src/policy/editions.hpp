#pragma once

#include <optional>
#include <vector>

#include "policy/policy.hpp"

namespace escalate {

/// Returns the first day of the edition that follows `policy` among `editions` of the same procedure; nothing when none
/// does (LANGUAGE.md 22).
std::optional<Date> superseded_on(const Policy& policy, const std::vector<const Policy*>& editions);

/// Returns the edition of the procedure `name` that is in force on `day`: the newest that has begun and not ended; null
/// where none is.
const Policy* edition_on(std::string_view name, const std::vector<const Policy*>& policies, Date day);

/// Returns a warning when `policy` is not in force on `day`: not yet, no longer by its own last day, or superseded.
std::optional<Fault> not_in_force(const Policy& policy, const std::vector<const Policy*>& editions, Date day);

}  // namespace escalate

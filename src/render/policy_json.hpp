#pragma once

#include <string>

#include "policy/settings.hpp"
#include "render/envelope.hpp"

namespace escalate {

/// Returns the whole policy: the words of its file as keys, every key always there, null or an empty list where the
/// file has none. Each role also has `job`, the one that fills it here, or null.
std::string policy_json(const Policy& policy, const Jobs& jobs, const Envelope& envelope);

/// Adds where an entry stands in the document: `source`, `words` and `reading`.
void add_clause(Json& json, const Clause& clause);

}  // namespace escalate

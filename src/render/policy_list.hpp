#pragma once

#include <string>
#include <vector>

#include "policy/policy.hpp"
#include "render/envelope.hpp"

namespace escalate {

/// Returns when an edition is in force and to be reviewed, as seen on `today`; it ends the day before the next of
/// `editions` begins (LANGUAGE.md 22). Empty where the document prints no date and no edition follows.
std::string in_force_words(const Policy& policy, const std::vector<const Policy*>& editions, Date today);

/// Returns the policies in this order: id, partnership, title, edition, in force.
std::string policy_list_text(const std::vector<const Policy*>& policies, Date today);
std::string policy_list_json(const std::vector<const Policy*>& policies, const Envelope& envelope);

/// Returns `{from, until, review-by}`, only what the document prints.
Json json_of(const InForce& in_force);

}  // namespace escalate

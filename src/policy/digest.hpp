#pragma once

#include <string>

#include "base/tree.hpp"

namespace escalate {

/// Returns the digest of a policy's meaning: a row for every text in written order, list items numbered from 0, less
/// `source`, `words`, `reading` and all below them (SEMANTICS.md, canonical form). Layout, quoting and comments do not
/// change it.
std::string policy_digest(const Node& root);

}  // namespace escalate

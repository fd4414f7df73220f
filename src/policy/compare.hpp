#pragma once

#include <string>
#include <vector>

#include "base/tree.hpp"

namespace escalate {

/// One thing that two policies say differently, in the words of their files.
struct PolicyDifference {
  enum class Kind { only_in_a, only_in_b, changed, order };
  Kind kind = Kind::changed;
  std::string part;  ///< `stages`, `duties`, ...: the key at the top of the file; `policy` for what stands there itself
  std::string entry;  ///< the id of the entry, or its text where it has no id; empty for `policy` and for an order
  std::string title;  ///< what the entry is called, in the first that has it; may be empty
  std::string key;    ///< what differs: `within`, `by-agency health`; empty where the whole entry is only in one
  std::string a;      ///< its value; empty where the policy does not say it
  std::string b;
};

/// What differs between two policies.
struct PolicyComparison {
  std::vector<PolicyDifference> differences;  ///< by part, in the order of `policy show`, then in the order of A
  int quotations = 0;  ///< how many of `source`, `words` and `reading` differ, which changes no meaning
};

/// Compares two policy files by their trees, so that no key of the language can be forgotten: part by part, entry by
/// entry, key by key. Layout, comments, and whether one thing stands alone or in a list make no difference; `id` is
/// left out.
PolicyComparison compare_policies(const Node& a, const Node& b);

}  // namespace escalate

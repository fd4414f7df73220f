#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"
#include "casefile/event.hpp"
#include "policy/policy.hpp"

namespace escalate {

/// What the value of a key is.
enum class Value {
  text,
  line,
  past,
  time,
  since,
  policy,
  digest,
  stage,
  route,
  mark,
  duty,
  role,
  clock,
  event,
  kind,
  result
};

/// A key of an event that `correct` may set.
struct Key {
  std::string name;  ///< `raising/agency`; `marks/M` for each mark M
  Value value;
};

/// Returns the keys of `event` that may have other values, `at` and `by` first (SEMANTICS.md 5 and 7).
std::vector<Key> keys_of(const Event& event, const Policy& policy);

/// Returns the key `typed` among `keys`. Fails with `refused` on a key that cannot be corrected, or that the event does
/// not have, with "did you mean".
Result<Key> known_key(const std::string& typed, const Event& event, const std::vector<Key>& keys);

/// Returns whether an event is whole without that key (SEMANTICS.md 5).
bool may_be_absent(const Event& event, const std::string& key);

}  // namespace escalate

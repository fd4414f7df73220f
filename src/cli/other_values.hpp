#pragma once

#include <string>
#include <vector>

#include "casefile/event.hpp"
#include "cli/library.hpp"

namespace escalate {

/// What the values typed for `correct --set` are read against.
struct ValuesQuestion {
  const Case& record;
  const Event& event;    ///< with the values it counts with
  const Policy& policy;  ///< of the case; another one where `policy` is set
  Library& library;
  Instant now;
};

/// Reads `KEY=VALUE`s and returns `instead` of a correction: the keys of the event that get other values, those of an
/// agency or of marks whole (SEMANTICS.md 5 and 7). Fails with `refused` on a key the event cannot have and a word its
/// policy lacks, with "did you mean", and with `usage` on a value that cannot be read.
Result<Node> other_values(const std::vector<std::string>& typed, const ValuesQuestion& question);

}  // namespace escalate

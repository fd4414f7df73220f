#pragma once

#include <string>
#include <string_view>
#include <tl/expected.hpp>

#include "base/fault.hpp"

namespace escalate {

/// The three versions of a file that git brings together. `base` is empty where both sides made the file.
struct MergeSides {
  std::string_view base;
  std::string_view ours;
  std::string_view theirs;
};

/// Merges two versions of a case file: every event of both, once, in causal order (SEMANTICS.md 8). The result is the
/// same whichever side is ours, and proved by reading it back. Fails with what only people can settle: a version that
/// cannot be read, two cases, two openings, an event that one side changed or lost, a parent that neither holds.
/// `file` is what messages call the file.
///
/// What is no event is kept too: of lines that one side changed the changed ones; of lines that both changed the longer
/// (of equal length the smaller bytes), with the comments of the others that it lacks below it.
tl::expected<std::string, Faults> merged_case(const std::string& file, const MergeSides& sides);

}  // namespace escalate

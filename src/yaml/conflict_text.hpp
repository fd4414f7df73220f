#pragma once

#include <cstddef>
#include <string>

#include "yaml/case_merge.hpp"

namespace escalate {

/// Returns ours and theirs in one text, as git writes a conflict: what is alike once, and between lines of `size`
/// markers the whole of what is not. The conflict begins and ends with whole events, so that no line of one is shared
/// with another. Where both sides are alike the base stands between markers too.
std::string with_conflict_markers(const MergeSides& sides, std::size_t size);

}  // namespace escalate

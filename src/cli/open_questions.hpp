#pragma once

#include "cli/context.hpp"

namespace escalate {

/// Asks for what `open` lacks, in the order in which a person thinks of it: which policy (of those in force, an edition
/// by the name of its procedure), the child's reference, who raises it with whom, what it is about, why a case enters
/// above the first stage, since when each mark is true that the policy asks for, and who writes. Kinds and theme may be
/// skipped. Fails as `open` would where no case can be opened at all.
Result<void> ask_for_opening(OpenOptions& options, Context& context);

}  // namespace escalate

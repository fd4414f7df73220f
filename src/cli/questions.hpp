#pragma once

#include "base/result.hpp"
#include "cli/context.hpp"

namespace escalate {

/// Asks a person at a terminal for what a writing command lacks, or which case `explain` and `history` are about, and
/// fills it in as if it had been typed with the command; does nothing where no questions may be asked (SEMANTICS.md
/// 29). Nothing is locked meanwhile: the command reads anew under its lock (25). What speaks against the command
/// whatever is answered (no such case, faulty settings) is said before the first question.
Result<void> ask_what_is_missing(Options& options, Context& context);

/// Returns whether a command about one case was read with an empty text for the case.
bool lacks_only_its_case(const Options& options);

}  // namespace escalate

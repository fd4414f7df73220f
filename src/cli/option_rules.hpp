#pragma once

#include "base/result.hpp"
#include "cli/command_line.hpp"

namespace escalate {

/// Settles what concerns several options at once: splits the states of `--only`, and fails with `usage` on options that exclude each
/// other, a FROM or DURATION that `deadline` lacks, and csv where there is none (SEMANTICS.md 30).
Result<void> settle(CommandLine& line);

}  // namespace escalate

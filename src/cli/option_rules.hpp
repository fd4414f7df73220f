#pragma once

#include "base/result.hpp"
#include "cli/options.hpp"

namespace escalate {

/// Settles what the grammar alone cannot: splits the states of `--only` at commas, without the blanks around them (a
/// state left out between commas is an empty text). Fails with `usage` on options that exclude each other.
Result<void> settle(Options& options);

}  // namespace escalate

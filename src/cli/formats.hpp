#pragma once

#include <string_view>

#include "base/result.hpp"
#include "cli/context.hpp"

namespace escalate {

/// Fails with `usage` when CSV was asked of `command`: only `status`, `overdue` and `deadline` have it (SEMANTICS.md
/// 30).
Result<void> no_csv(const Context& context, std::string_view command);

}  // namespace escalate

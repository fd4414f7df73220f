#pragma once

#include <string_view>

#include "base/result.hpp"
#include "cli/context.hpp"
#include "render/paint.hpp"

namespace escalate {

/// Fails with `usage` when CSV was asked of `command`: only `status`, `overdue` and `deadline` have it (SEMANTICS.md
/// 30).
Result<void> no_csv(const Context& context, std::string_view command);

/// Returns whether to use colour: as `--color` says, else only on a terminal that can show it, and not where NO_COLOR
/// is set (no-color.org).
Paint paint_for(const Context& context);

}  // namespace escalate

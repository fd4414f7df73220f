#pragma once

#include <string>

#include "engine/alerts.hpp"

namespace escalate {

/// Whether text may carry colour. It only repeats what the words say.
enum class Paint { plain, coloured };

/// Returns `text` in the colour of `state`: red for urgent and overdue, yellow for what is due now or today; else as it
/// is.
std::string painted(const std::string& text, AlertState state, Paint paint);

}  // namespace escalate

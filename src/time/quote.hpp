#pragma once

#include <string>
#include <string_view>

namespace escalate {

/// Returns `text` in single quotes for a message: one line, at most 60 bytes of it, nothing in it that steers a
/// terminal.
std::string in_quotes(std::string_view text);

}  // namespace escalate

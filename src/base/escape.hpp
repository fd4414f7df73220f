#pragma once

#include <string>
#include <string_view>

namespace escalate {

/// Returns `text` safe to print on a terminal: valid UTF-8 that can be seen stays as it is; line ends and tabs become
/// `\n`, `\r` and `\t`, other control characters and bytes that are no UTF-8 `\x1b`, and characters that steer the
/// reading direction, break lines or show nothing `\u202e`. A backslash stays one backslash.
std::string shown(std::string_view text);

}  // namespace escalate

#pragma once

#include <string>
#include <string_view>

namespace escalate {

/// Returns `text` safe to print on a terminal: valid UTF-8 that can be seen stays as it is; line ends and tabs become
/// `\n`, `\r` and `\t`, other control characters and bytes that are no UTF-8 `\x1b`, and characters that steer the
/// reading direction, break lines or show nothing `\u202e`. A backslash stays one backslash.
std::string shown(std::string_view text);

/// Returns the JSON text `json`, which is valid UTF-8, with the characters that steer the reading direction, break
/// lines or show nothing as `\u202e`, in UTF-16 where they need two: it reads back as the same, and says what it holds.
std::string shown_in_json(std::string_view json);

}  // namespace escalate

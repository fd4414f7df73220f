#pragma once

#include <string>
#include <string_view>

namespace escalate {

/// Returns `text` for comparing what it says: typographic quotes and dashes as typewriter ones, an ellipsis as `...`,
/// without list bullets, the marks `*` and `_` and what shows nothing, `[text](url)` as its text, white space and line
/// ends as one space.
std::string plain_form(std::string_view text);

}  // namespace escalate

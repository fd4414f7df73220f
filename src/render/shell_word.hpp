#pragma once

#include <string>

namespace escalate {

/// Returns `text` as a POSIX shell takes it for one word: as it is where it can be, else in single quotes.
std::string shell_word(const std::string& text);

}  // namespace escalate

#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/fault.hpp"

namespace escalate {

/// Returns what is wrong with the bytes of a file before anything reads them as YAML (DESIGN.md section 8): too many,
/// no text file at all, not UTF-8, characters that steer a terminal, change the reading direction or show nothing, line
/// ends other than LF and CRLF, conflict markers of git.
Faults check_bytes(std::string_view file, std::string_view bytes, std::size_t most_bytes);

/// Returns what the first character of `text` is that no text of a file may hold ("control character U+001B"), or
/// nothing. Line feeds and tabs are fine; a carriage return is not. For texts that are typed, too.
std::string refused_character(std::string_view text);

/// Returns `bytes` without the byte order mark that some editors put at the start.
std::string_view without_bom(std::string_view bytes);

}  // namespace escalate

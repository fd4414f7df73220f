#pragma once

#include <string>
#include <string_view>

#include "base/tree.hpp"

namespace escalate {

/// Returns `text` in double quotes on one line, as YAML 1.1 and 1.2 both read it back.
std::string double_quoted(std::string_view text);

/// Returns the lines of an event, an item of a list whose dashes stand `indent` spaces in, each with `line_end`. Every
/// value but the event's word is quoted or a `|` block (SEMANTICS.md 24).
std::string event_text(const Node& event, std::size_t indent, std::string_view line_end);

}  // namespace escalate

#pragma once

#include <string_view>

#include "base/fault.hpp"

namespace escalate {

/// Returns the faults of a case file without what people wrote in it: no line of the file, and of what was read there
/// only what looks like a key, an id, a number or a time. A text may stand anywhere in a broken file.
Faults without_texts(Faults faults);
Fault without_texts(Fault fault);

/// Returns whether a text has the form of a case id, and so is none that somebody wrote about a child.
bool looks_like_case_id(std::string_view text);

}  // namespace escalate

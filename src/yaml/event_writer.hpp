#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "base/tree.hpp"
#include "casefile/event.hpp"

namespace escalate {

/// Returns the event as a tree, its keys in the order files have them, empty values left out; `id` only when there is
/// one.
Node node_of(const Event& event);

/// Gives `event` its id: the seal over what it says in the case `case_id`.
void seal(std::string_view case_id, Event& event);

/// Returns a whole new case file (DESIGN.md section 5) with `events`, whose ids are filled in.
std::string case_text(std::string_view case_id, const std::vector<Event>& events);

/// Returns the bytes of the case file with `events` added at its end and nothing else changed, a missing last line end
/// excepted. Fails with `data` where `events:` is missing, empty, in flow style or not last, or something stands after
/// the document.
Result<std::string> appended(const Document& document, const std::vector<Event>& events);

/// Reads `new_bytes` with both parsers and holds it against what was meant: `old_bytes` stand unchanged before, mean
/// the same as they did, and are followed by `meant` and nothing else, all of it a case file without new faults.
/// `old_bytes` is empty for a new file. Fails with `bug`.
Result<void> prove(std::string_view case_id, std::string file, std::string_view old_bytes, std::string_view new_bytes,
                   const std::vector<Event>& meant);

}  // namespace escalate

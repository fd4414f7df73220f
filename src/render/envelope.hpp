#pragma once

#include <nlohmann/json.hpp>

#include "base/fault.hpp"
#include "time/due.hpp"

namespace escalate {

using Json = nlohmann::ordered_json;

/// What every JSON object begins with: `schemaVersion now complete problems` (SEMANTICS.md 30). `complete` is false
/// when a case has no dates.
struct Envelope {
  Instant now;
  bool complete = true;
  Faults problems;
};

/// Returns the beginning of an answer.
Json begin_json(const Envelope& envelope);
/// Returns the object as the program prints it: indented by two, UTF-8, one line end.
std::string text_of(const Json& json);

/// Returns a text, or null when it is empty.
Json text_or_null(const std::string& text);
/// Returns a due as `deadline --batch` writes it, or null.
Json due_or_null(const std::optional<Due>& due);
Json stamp_or_null(const std::optional<Stamp>& stamp);

}  // namespace escalate

#pragma once

#include <string>

#include "render/envelope.hpp"

namespace escalate {

/// Returns how many of `faults` are errors; the others are warnings.
std::size_t errors_in(const Faults& faults);

/// Returns `no faults`, `1 fault`, `2 faults`.
std::string counted(std::size_t count, const std::string& word);

/// Returns `file`, `errors` and `warnings` of a file, after its `id` under the key `id_key` where that is not null.
Json numbers_of(const char* id_key, const std::string& id, const std::string& file, const Faults& faults);

}  // namespace escalate

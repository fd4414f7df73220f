#pragma once

#include <optional>
#include <string_view>

namespace escalate {

/// Returns the number an English word stands for, 1 to 99: `five`, `twenty-four`, `a`; lower case.
std::optional<int> number_of_word(std::string_view word);

}  // namespace escalate

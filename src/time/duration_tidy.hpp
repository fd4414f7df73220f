#pragma once

#include <string>
#include <string_view>

namespace escalate {

/// Returns `text` in lower case, with one space between words, none around the whole, and one after each comma.
std::string plain_spacing(std::string_view text);

/// Returns what `text` may have meant as TIME: `Five  working days` and `05 working days` become `5 working days`.
/// For messages; nothing is ever reckoned from it.
std::string tidy_duration(std::string_view text);

/// Returns what `text` may have meant as WITHIN: `agreed,at most ten days` becomes `agreed, at most 10 days`.
std::string tidy_within(std::string_view text);

}  // namespace escalate

#pragma once

#include <chrono>
#include <optional>
#include <string_view>

namespace escalate {

/// Takes `word` off the front of `text`; returns whether it stood there.
bool take(std::string_view& text, std::string_view word);

/// Takes exactly `digits` decimal digits (at most 9) off the front of `text`; on failure `text` is left as it was.
std::optional<int> take_number(std::string_view& text, std::size_t digits);

/// Takes as many decimal digits as there are, 1 to `most` of them, off the front of `text`.
std::optional<int> take_digits(std::string_view& text, std::size_t most);

/// Takes a time of the 24-hour clock, `16:40`, off the front of `text`: 00:00 to 23:59.
std::optional<std::chrono::minutes> take_clock(std::string_view& text);

/// Returns `text` without the blanks around it.
std::string_view trimmed(std::string_view text);

}  // namespace escalate

#pragma once

#include <chrono>
#include <optional>
#include <string_view>

#include "time/date.hpp"

namespace escalate {

/// What somebody may have meant by a time that cannot be read.
struct Guess {
  Date day;
  std::optional<std::chrono::minutes> clock;
};

/// Returns the day, and the time if one follows, that `text` can only mean: `5/11/2026`, `05.11.2026 16:40`,
/// `2026-1-5`; the day is read before the month. For messages; nothing is ever reckoned from a guess.
std::optional<Guess> guess(std::string_view text);

}  // namespace escalate

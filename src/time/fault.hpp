#pragma once

#include <string>
#include <tl/expected.hpp>

#include "base/result.hpp"

namespace escalate {

/// Why a time, a duration or a due could not be worked out; the words of `deadline --batch`'s column `error`.
struct TimeFault {
  enum class Kind { ambiguous, nonexistent, coverage, usage };
  Kind kind = Kind::usage;
  std::string text;  ///< lower case, one line, the word read in single quotes
  std::string help;  ///< what to type instead
};

template <typename T>
using Timed = tl::expected<T, TimeFault>;

/// Makes the failing side of a Timed.
tl::unexpected<TimeFault> time_fault(TimeFault::Kind kind, std::string text, std::string help = {});

/// Returns `ambiguous`, `nonexistent`, `coverage` or `usage`.
std::string word_of(TimeFault::Kind kind);

/// Turns a time fault into a failure: coverage is bad data (3), all else usage (2).
Failure failure_of(const TimeFault& fault);

}  // namespace escalate

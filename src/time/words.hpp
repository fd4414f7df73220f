#pragma once

#include <string>

#include "time/due.hpp"

namespace escalate {

/// Returns `Monday 16 November 2026`.
std::string in_words(Date day);
/// Returns the day, and for an instant the time on London's clock: `Wednesday 28 October 2026 at 09:00`; with ` GMT` or
/// ` BST` after a time that comes twice that night.
std::string in_words(const Stamp& stamp);
/// Returns the time on London's clock: `09:00`, `01:30 BST`.
std::string clock_words(Instant instant);

/// Returns `by end of Monday 16 November 2026`, `by 09:00 on Wednesday 28 October 2026` or
/// `immediately (since 10:15 on Monday 2 November 2026)`.
std::string by_words(const Due& due);

/// Returns `Mon 16 Nov 2026`.
std::string short_words(Date day);
/// Returns `Mon 16 Nov 2026`, or `Wed 28 Oct 2026 09:00` for an instant; for `immediately` its moment.
std::string short_words(const Due& due);

/// Returns an age in whole days: `today` (for 0, and for a negative one, which a fast clock leaves), `1 day`, `12
/// days`.
std::string age_in_words(int days);

}  // namespace escalate

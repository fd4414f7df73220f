#pragma once

#include <string_view>

#include "time/due.hpp"

namespace escalate::test {

/// Returns the day written as `2026-11-05`; throws when it cannot be read, as all of these do.
Date date(std::string_view text);
/// Returns the time written as typed: `2026-11-05`, `2026-11-05T16:40`, `2026-10-25T01:30+01:00`.
Stamp stamp(std::string_view text);
/// Returns the instant written as typed, or as UTC with seconds: `2026-11-05T16:40`, `2026-11-05T16:40:51Z`.
Instant instant(std::string_view text);
/// Returns the duration written as in a policy.
Duration duration(std::string_view text);
/// Returns the due at that time; a day alone is due by its end.
Due due(std::string_view text);

}  // namespace escalate::test

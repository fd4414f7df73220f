#pragma once

namespace escalate {

/// What to do where a calendar ends too soon.
inline constexpr const char* bring_in_the_newest =
    "bring in the newest: escalate calendar import FILE\n"
    "where FILE is https://www.gov.uk/bank-holidays.json, saved";

}  // namespace escalate

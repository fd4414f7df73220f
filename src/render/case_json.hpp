#pragma once

#include "engine/outlook.hpp"
#include "render/envelope.hpp"

namespace escalate {

/// Adds the keys of `status CASE` (SEMANTICS.md 30): case policy route stage since state owner due binding limits[]
/// duties[] alerts[] next[].
void add_case(Json& json, const Outlook& outlook);

/// Returns one alert: case policy stage kind id role due state side owner text, and what explains it.
Json json_of(const Outlook& outlook, const Alert& alert);

/// Returns how a due was counted: each day with its kind and why.
Json json_of(const Count& count);

/// Returns a limit or duty: `id due` and what explains it.
Json json_of(const Outlook& outlook, const LimitStanding& limit);
Json json_of(const Outlook& outlook, const DutyStanding& duty);

}  // namespace escalate

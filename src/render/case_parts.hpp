#pragma once

#include <string>

#include "engine/outlook.hpp"

namespace escalate {

// Parts of the screen of one case, each with its heading; empty where there is nothing to say.

/// Returns a line `NAME  VALUE`, its further lines below the value.
std::string field(const std::string& name, const std::string& value);

/// Returns the policy's title of a theme, or what was written where it has none.
std::string theme_title(const Policy& policy, const std::string& theme);

/// Returns which case it is, without a heading: its id and state, the policy, the child and the agencies.
std::string title_part(const Outlook& outlook);

/// Returns the rungs of the route with when the case stood on each, and in time or late; stays on other routes below.
std::string ladder_part(const Outlook& outlook);

/// Returns what is owed, how pressing it is and by whom; a duty without a time owed at several stages is one line.
std::string owed_part(const Outlook& outlook);

/// Lists every event, those struck out too: nothing that was written disappears.
std::string events_part(const Outlook& outlook);

}  // namespace escalate

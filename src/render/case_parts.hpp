#pragma once

#include <string>

#include "engine/outlook.hpp"

namespace escalate {

// Parts of the screen of one case, each with its heading; empty where there is nothing to say.

/// Returns the rungs of the route with when the case stood on each, and in time or late; stays on other routes below.
std::string ladder_part(const Outlook& outlook);

/// Returns what is owed, how pressing it is and by whom; a duty without a time owed at several stages is one line.
std::string owed_part(const Outlook& outlook);

/// Lists every event, those struck out too: nothing that was written disappears.
std::string events_part(const Outlook& outlook);

}  // namespace escalate

#pragma once

#include <string>

#include "engine/outlook.hpp"

namespace escalate {

// What an event did and what became of the dues it ended, as the answer to a command and the chronology say it. Safe to
// print, without a line end.

/// Returns in one sentence what an event did, without the words of whoever wrote it: `moved to stage 2, Managers`.
std::string deed_words(const Outlook& outlook, const Event& event);

/// Returns `'stage-1' was due by end of Monday 9 November 2026: 2 days late` for one due that an event ended.
std::string was_due_words(const Policy& policy, const Event& event, const std::string& id, const Stamp& due);

}  // namespace escalate

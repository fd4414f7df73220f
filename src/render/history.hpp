#pragma once

#include <string>

#include "engine/history.hpp"
#include "render/envelope.hpp"

namespace escalate {

/// Returns the story of a case as a chronology: what happened on each day, all that was written about it, by whom, when
/// it was written down, what was late, and what was corrected.
std::string text_of_history(const Outlook& outlook, const History& history);

/// Returns `case policy route stage state events notes` after the envelope; each event has the keys of its file, and
/// what follows from them.
std::string json_of_history(const Outlook& outlook, const History& history, const Envelope& envelope);

}  // namespace escalate

#pragma once

#include <map>
#include <string>
#include <vector>

#include "casefile/event.hpp"

namespace escalate {

/// Returns for each id as much of it as names that event alone among `events`: four digits, more where several begin
/// alike.
std::map<std::string, std::string> short_ids(const std::vector<Event>& events);

/// Returns as much of `id` as names that event alone among `events`.
std::string short_id(const std::vector<Event>& events, const std::string& id);

/// Returns the events that `typed` names: those whose ids begin with its four or more hex digits, in either letter
/// case, or the one that is `opened` (SEMANTICS.md 27); none for anything else.
std::vector<const Event*> events_called(const std::vector<Event>& events, const std::string& typed);

/// Returns `advanced to 3 on Monday 2 November 2026 at 10:15`: what happened, without the words of a user.
std::string what_happened(const Event& event);

}  // namespace escalate

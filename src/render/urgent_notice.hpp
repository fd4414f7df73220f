#pragma once

#include <string>
#include <vector>

#include "engine/outlook.hpp"

namespace escalate {

/// Returns what an urgent mark says is true, and what its rules say to do.
std::string urgent_words(const Outlook& outlook, const std::string& mark, const std::vector<const UrgentRule*>& rules);

/// Returns whether the urgent notice names the duty, because an urgent mark made it arise.
bool shown_as_urgent(const Outlook& outlook, const Occurrence& occurrence);

/// Returns the lines of the urgent notice, wrapped; empty when no urgent mark holds.
std::string urgent_block(const Outlook& outlook);

}  // namespace escalate

#pragma once

#include <string>

#include "engine/outlook.hpp"

namespace escalate {

/// Says what a correction changes beside the event it names: what others wrote that counts for nothing now, where the
/// case stands, which duties are owed no longer or anew, and a resolution that speaks of a stage where the case did not
/// stand. Empty for any other event, but for what counts for nothing.
std::string correction_words(const Outlook& before, const Outlook& after, const Event& written);

}  // namespace escalate

#pragma once

#include <string>

#include "engine/outlook.hpp"

namespace escalate {

/// Who reads: what is mailed holds nothing that a user wrote (SEMANTICS.md 20).
enum class Audience { at_the_desk, by_mail };
/// Returns one alert as a sentence, without a line end, safe to print.
std::string alert_words(const Outlook& outlook, const Alert& alert, Audience audience);

}  // namespace escalate

#pragma once

#include <string>

#include "engine/outlook.hpp"

namespace escalate {

/// Returns until when the case could be raised and what came of it: "28 days from 'The decision' (Monday 7 September
/// 2026), so by end of Monday 5 October 2026; it was opened in time". Empty where its policy sets no such window.
std::string raise_words(const Outlook& outlook);

/// Returns whether the case was opened after its policy's window.
bool raised_too_late(const Outlook& outlook);

}  // namespace escalate

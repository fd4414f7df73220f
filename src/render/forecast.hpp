#pragma once

#include <string>

#include "engine/timetable.hpp"
#include "render/envelope.hpp"

namespace escalate {

/// Returns the screen of `status CASE --forecast`: where the case stands, then each stage still before it.
std::string text_of_forecast(const Outlook& outlook, const Forecast& forecast);

/// Returns `status CASE` with the key `forecast`: `text` (why there is none, or null), `stages`, `urgent`.
std::string json_of_forecast(const Outlook& outlook, const Forecast& forecast, const Envelope& envelope);

}  // namespace escalate

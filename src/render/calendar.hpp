#pragma once

#include <optional>
#include <string>
#include <vector>

#include "render/envelope.hpp"
#include "time/calendar.hpp"

namespace escalate {

/// Returns the first sentences about a calendar: its title, the days it covers, and what GOV.UK has published.
std::string coverage_words(const Calendar& calendar);

/// Returns each calendar with how far it goes, without its days.
std::string calendars_text(const std::vector<const Calendar*>& calendars);

/// Returns a calendar with its days, a heading a year, or those of one year; projected ones are marked provisional.
std::string calendar_text(const Calendar& calendar, std::optional<int> year);

/// Returns the calendars with their days, or those of one year.
std::string calendars_json(const std::vector<const Calendar*>& calendars, std::optional<int> year,
                           const Envelope& envelope);

}  // namespace escalate

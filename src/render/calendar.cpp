#include "render/calendar.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/escape.hpp"
#include "render/layout.hpp"
#include "time/words.hpp"

namespace escalate {
namespace {

int year_of(Date day) { return static_cast<int>(std::chrono::year_month_day{day}.year()); }

bool projected(const Calendar& calendar, Date day) { return calendar.official_until < day; }

/// Returns how `calendar show` begins a calendar.
std::string title_lines(const Calendar& calendar) {
  return wrapped(calendar.id + ": " + shown(calendar.title), "", "  ");
}

std::string day_line(const Calendar& calendar, Date day, const std::string& name) {
  const std::string lead = fmt::format("  {:<17}", short_words(day));
  const std::string text = shown(name) + (projected(calendar, day) ? " (provisional)" : "");
  return wrapped(text, lead, std::string(lead.size(), ' '));
}

/// Returns the line above the days of a year.
std::string year_line(const Calendar& calendar, int year) {
  const Date first = std::chrono::year{year} / std::chrono::January / 1;
  const Date last = std::chrono::year{year} / std::chrono::December / 31;
  if (!projected(calendar, last)) return fmt::format("\n{}\n", year);
  if (projected(calendar, first)) return fmt::format("\n{}, worked out by rule: provisional\n", year);
  return fmt::format("\n{}, published until {}\n", year, in_words(calendar.official_until));
}

Json json_of(const Calendar& calendar, std::optional<int> year) {
  Json json;
  json["calendar"] = calendar.id;
  json["title"] = calendar.title;
  json["covers-from"] = iso(calendar.covers_from);
  json["official-until"] = iso(calendar.official_until);
  json["covers-until"] = iso(calendar.covers_until);
  json["holidays"] = Json::array();
  for (const auto& [day, name] : calendar.holidays)
    if (!year || year_of(day) == *year)
      json["holidays"].push_back({{"day", iso(day)}, {"name", name}, {"provisional", projected(calendar, day)}});
  return json;
}

}  // namespace

std::string coverage_words(const Calendar& calendar) {
  return wrapped(fmt::format("covers {} to {}", in_words(calendar.covers_from), in_words(calendar.covers_until)), "  ",
                 "  ") +
         wrapped(projected(calendar, calendar.covers_until)
                     ? fmt::format("published by GOV.UK until {}; later days are worked out by rule and provisional",
                                   in_words(calendar.official_until))
                     : "all of it published by GOV.UK",
                 "  ", "  ");
}

std::string calendars_text(const std::vector<const Calendar*>& calendars) {
  if (calendars.empty()) return {};
  std::string text;
  for (const Calendar* calendar : calendars) text += title_lines(*calendar) + coverage_words(*calendar) + "\n";
  return text + "Next: escalate calendar show " + calendars.front()->id + "\n";
}

std::string calendar_text(const Calendar& calendar, std::optional<int> year) {
  std::string text = title_lines(calendar) + coverage_words(calendar);
  int last = 0;
  for (const auto& [day, name] : calendar.holidays) {
    if (year && year_of(day) != *year) continue;
    if (year_of(day) != last) text += year_line(calendar, year_of(day));
    last = year_of(day);
    text += day_line(calendar, day, name);
  }
  if (last == 0) text += year ? fmt::format("\nNo bank holiday is known in {}.\n", *year) : "\nNo bank holiday.\n";
  return text;
}

std::string calendars_json(const std::vector<const Calendar*>& calendars, std::optional<int> year,
                           const Envelope& envelope) {
  Json json = begin_json(envelope);
  json["calendars"] = Json::array();
  for (const Calendar* calendar : calendars) json["calendars"].push_back(json_of(*calendar, year));
  return text_of(json);
}

}  // namespace escalate

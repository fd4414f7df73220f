#include "time/calendar.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/result.hpp"
#include "base/suggest.hpp"
#include "time/newest_holidays.hpp"
#include "time/quote.hpp"

namespace escalate {
namespace {

bool is_weekend(Date day) {
  const std::chrono::weekday weekday{day};
  return weekday == std::chrono::Saturday || weekday == std::chrono::Sunday;
}

/// Returns the names `day` has in `nations`, with the nations wherever not all of them give it that name.
std::string joint_name(Date day, const std::vector<Calendar>& nations) {
  std::map<std::string, std::vector<std::string>> nations_by_name;
  for (const Calendar& nation : nations)
    if (const auto holiday = nation.holidays.find(day); holiday != nation.holidays.end())
      nations_by_name[holiday->second].push_back(nation.id);
  std::vector<std::string> names;
  for (const auto& [name, ids] : nations_by_name)
    names.push_back(ids.size() == nations.size() ? name : fmt::format("{} ({})", name, fmt::join(ids, ", ")));
  return and_list(names);
}

}  // namespace

bool Calendar::is_working(Date day) const { return !is_weekend(day) && holidays.count(day) == 0; }

std::string Calendar::closed_because(Date day) const {
  const auto holiday = holidays.find(day);
  if (holiday != holidays.end()) return holiday->second;
  if (!is_weekend(day)) return {};
  return std::chrono::weekday{day} == std::chrono::Saturday ? "Saturday" : "Sunday";
}

const std::vector<std::string>& calendar_names() {
  static const std::vector<std::string> names{"england-and-wales", "scotland", "northern-ireland", "uk-any"};
  return names;
}

const std::vector<std::string>& calendar_files() {
  static const std::vector<std::string> files(calendar_names().begin(), calendar_names().end() - 1);
  return files;
}

Calendar union_of(const std::vector<Calendar>& nations) {
  Calendar all{"uk-any", "United Kingdom, any nation's bank holiday", first_date, last_date, last_date, {}};
  if (nations.empty()) all.covers_until = first_date - std::chrono::days{1};
  for (const Calendar& nation : nations) {
    all.covers_from = std::max(all.covers_from, nation.covers_from);
    all.official_until = std::min(all.official_until, nation.official_until);
    all.covers_until = std::min(all.covers_until, nation.covers_until);
    for (const auto& holiday : nation.holidays) all.holidays.emplace(holiday.first, std::string());
  }
  for (auto& holiday : all.holidays) holiday.second = joint_name(holiday.first, nations);
  return all;
}

Timed<void> covered(Date day, const Calendar& calendar) {
  if (calendar.covers(day)) return {};
  if (calendar.covers_until < calendar.covers_from)
    return time_fault(TimeFault::Kind::coverage, fmt::format("the calendar {} cannot be used", in_quotes(calendar.id)),
                      "mend policies/calendars/");
  const bool early = day < calendar.covers_from;
  return time_fault(TimeFault::Kind::coverage,
                    fmt::format("the calendar {} {} on {}", in_quotes(calendar.id), early ? "begins" : "ends",
                                iso(early ? calendar.covers_from : calendar.covers_until)),
                    early ? "add the bank holidays of the years before that to the calendars in policies/calendars/"
                          : bring_in_the_newest);
}

Calendar unusable_calendar(const std::string& id) {
  Calendar none;
  none.id = id;
  none.covers_from = last_date;
  none.official_until = none.covers_until = first_date;
  return none;
}

}  // namespace escalate

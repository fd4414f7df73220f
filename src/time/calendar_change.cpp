// A three-way question for each day: published or not, known or not, in a year that is published whole or not.
#include "time/calendar_change.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace escalate {
namespace {

using std::chrono::year;
using Days = std::map<Date, std::string>;

constexpr std::size_t fewest_days_a_year = 8;  // England and Wales; no nation has had fewer since 1978
constexpr std::string_view substitute = " (substitute day)";

int year_of(Date day) { return static_cast<int>(std::chrono::year_month_day{day}.year()); }
Date first_of(int number) { return year{number} / std::chrono::January / 1; }
Date last_of(int number) { return year{number} / std::chrono::December / 31; }

/// Returns whether all of a year is published: from New Year's Day, or its substitute, to Christmas.
bool whole(const Days& days, int number) {
  const auto first = days.lower_bound(first_of(number));
  const auto end = days.upper_bound(last_of(number));
  if (static_cast<std::size_t>(std::distance(first, end)) < fewest_days_a_year) return false;
  return first->first <= year{number} / std::chrono::January / 4 &&
         std::prev(end)->first >= year{number} / std::chrono::December / 25;
}

tl::unexpected<Failure> unusable(const PublishedHolidays& published, const std::string& why) {
  return fail(ExitCode::data, "'" + published.calendar + "' " + why,
              "fetch the file anew from https://www.gov.uk/bank-holidays.json");
}

/// Finds the years that are published whole.
Result<void> find_years(const PublishedHolidays& published, CalendarChange& change) {
  const Days& days = published.days;
  if (days.empty()) return unusable(published, "has no days");
  std::vector<int> wholes;
  for (int number = year_of(days.begin()->first); number <= year_of(days.rbegin()->first); ++number) {
    if (whole(days, number))
      wholes.push_back(number);
    else
      change.partial.push_back(number);
  }
  if (wholes.empty()) return unusable(published, "has no year from New Year's Day to Christmas with 8 days or more");
  change.first_year = wholes.front();
  change.last_year = wholes.back();
  for (const int number : change.partial)
    if (change.first_year < number && number < change.last_year)
      return unusable(published,
                      fmt::format("lacks days in {}: a year has 8 or more, from New Year's Day to Christmas", number));
  return {};
}

Result<void> must_join(const PublishedHolidays& published, const Calendar& calendar, const CalendarChange& change) {
  if (first_of(change.first_year) <= calendar.official_until + std::chrono::days{1}) return {};
  return fail(
      ExitCode::data,
      fmt::format("'{}' begins in {}, but the calendar is published only until {}: the days between are missing",
                  published.calendar, change.first_year, iso(calendar.official_until)),
      "import first a file with the years between");
}

/// Returns a name without what marks a substitute day: such a day is the same holiday.
std::string_view holiday_of(std::string_view name) {
  return name.ends_with(substitute) ? name.substr(0, name.size() - substitute.size()) : name;
}

/// Adds the days that are published and not known, and gives the others their published names.
void add_published(const PublishedHolidays& published, const Calendar& calendar, CalendarChange& change) {
  for (const auto& [day, name] : published.days) {
    if (day < calendar.covers_from) {
      ++change.before_coverage;
      continue;
    }
    if (change.after.covers_until < day) {
      ++change.after_coverage;
      continue;
    }
    const bool projected = calendar.official_until < day;
    const auto known = calendar.holidays.find(day);
    if (known == calendar.holidays.end())
      change.days.push_back({DayChange::Kind::added, day, name, {}, {}, false});
    else if (known->second != name)
      change.days.push_back({DayChange::Kind::renamed, day, name, {}, known->second, projected});
    else if (projected && day <= change.after.official_until)
      ++change.confirmed[year_of(day)];
    change.after.holidays[day] = name;
  }
}

/// Takes away the days of whole years that are not published, or says why they stay.
void remove_unpublished(const PublishedHolidays& published, const Calendar& calendar, Date today,
                        CalendarChange& change) {
  for (const auto& [day, name] : calendar.holidays) {
    if (day < first_of(change.first_year) || last_of(change.last_year) < day || published.days.count(day)) continue;
    const bool projected = calendar.official_until < day;
    const bool stays = !projected && day < today;
    change.days.push_back({stays ? DayChange::Kind::kept : DayChange::Kind::removed, day, name, {}, {}, projected});
    if (!stays) change.after.holidays.erase(day);
  }
}

/// Makes one move of a day removed and a day added that are the same holiday of the same year.
void find_moves(std::vector<DayChange>& days) {
  for (DayChange& added : days) {
    if (added.kind != DayChange::Kind::added) continue;
    const auto removed = std::find_if(days.begin(), days.end(), [&](const DayChange& one) {
      return one.kind == DayChange::Kind::removed && year_of(one.day) == year_of(added.day) &&
             holiday_of(one.name) == holiday_of(added.name);
    });
    if (removed == days.end()) continue;
    added.kind = DayChange::Kind::moved;
    added.moved_from = removed->day;
    added.was_projected = removed->was_projected;
    if (removed->name != added.name) added.renamed_from = removed->name;
    removed->kind = DayChange::Kind::moved;
    removed->moved_from.reset();  // said at its new day
  }
  std::erase_if(days, [](const DayChange& one) { return one.kind == DayChange::Kind::moved && !one.moved_from; });
}

}  // namespace

bool alters(const CalendarChange& change, const Calendar& before) {
  return change.after.holidays != before.holidays || change.after.official_until != before.official_until ||
         change.after.covers_until != before.covers_until;
}

Result<CalendarChange> change_by(const PublishedHolidays& published, const Calendar& calendar, Date today) {
  CalendarChange change;
  change.after = calendar;
  TRY(find_years(published, change));
  change.older = last_of(change.last_year) < calendar.official_until;
  if (change.older) return change;
  TRY(must_join(published, calendar, change));
  change.after.official_until = last_of(change.last_year);
  change.after.covers_until = std::max(calendar.covers_until, change.after.official_until);
  add_published(published, calendar, change);
  remove_unpublished(published, calendar, today, change);
  find_moves(change.days);
  std::stable_sort(change.days.begin(), change.days.end(),
                   [](const DayChange& a, const DayChange& b) { return a.day < b.day; });
  return change;
}

}  // namespace escalate

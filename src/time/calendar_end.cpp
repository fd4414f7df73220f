#include "time/calendar_end.hpp"

#include "time/newest_holidays.hpp"
#include "time/words.hpp"

namespace escalate {
namespace {

Date a_year_after(Date day) {
  const std::chrono::year_month_day date{day};
  const std::chrono::year_month_day next = date + std::chrono::years(1);
  return next.ok() ? Date(next) : Date(next.year() / next.month() / std::chrono::last);
}

std::string end_or_ended(Date end, Date today) { return end < today ? " ended on " : " end on "; }

}  // namespace

Faults ending_soon(const Calendar& calendar, Date today, const std::string& file) {
  const Date soon = a_year_after(today);
  Faults faults;
  const auto warn = [&](const std::string& text) {
    faults.push_back({Severity::warning, {file, 0, 0}, text, bring_in_the_newest, {}});
  };
  if (calendar.official_until < soon && calendar.official_until < calendar.covers_until)
    warn("the bank holidays that GOV.UK has published" + end_or_ended(calendar.official_until, today) +
         in_words(calendar.official_until) + "; later ones are projected, and dates that rest on them provisional");
  if (calendar.covers_until < soon)
    warn("the bank holidays" + end_or_ended(calendar.covers_until, today) + in_words(calendar.covers_until) +
         "; no working day after it can be counted");
  return faults;
}

}  // namespace escalate

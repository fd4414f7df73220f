#include "time/office_hours.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/result.hpp"
#include "time/london.hpp"
#include "time/scan.hpp"

namespace escalate {
namespace {

constexpr std::array<std::string_view, 7> names{"sunday",   "monday", "tuesday", "wednesday",
                                                "thursday", "friday", "saturday"};
constexpr unsigned a_week = 7;

std::optional<unsigned> weekday_called(std::string_view name) {
  const auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) return std::nullopt;
  return static_cast<unsigned>(found - names.begin());
}

std::string text_of(const OpenHours& hours) {
  return fmt::format("{:02}:{:02}-{:02}:{:02}", hours.from.count() / 60, hours.from.count() % 60,
                     hours.until.count() / 60, hours.until.count() % 60);
}

bool alike(const std::optional<OpenHours>& a, const std::optional<OpenHours>& b) {
  return a && b && a->from == b->from && a->until == b->until;
}

}  // namespace

bool OfficeHours::given() const {
  return std::any_of(days.begin(), days.end(), [](const auto& day) { return day.has_value(); });
}

const std::optional<OpenHours>& OfficeHours::on(Date day) const {
  return days.at(std::chrono::weekday{day}.c_encoding());
}

std::optional<OpenHours> read_open_hours(std::string_view text) {
  const auto from = take_clock(text);
  if (!from || !take(text, "-")) return std::nullopt;
  const auto until = take_clock(text);
  if (!until || !text.empty() || *until <= *from) return std::nullopt;
  return OpenHours{*from, *until};
}

std::vector<unsigned> read_weekdays(std::string_view text) {
  const std::size_t hyphen = text.find('-');
  const auto first = weekday_called(text.substr(0, hyphen));
  if (!first) return {};
  if (hyphen == std::string_view::npos) return {*first};
  const auto last = weekday_called(text.substr(hyphen + 1));
  if (!last || *last == *first) return {};
  std::vector<unsigned> days{*first};
  while (days.back() != *last) days.push_back((days.back() + 1) % a_week);
  return days;
}

std::vector<std::pair<std::string, std::string>> text_of(const OfficeHours& hours) {
  std::vector<std::pair<std::string, std::string>> texts;
  for (unsigned i = 1; i <= a_week;) {  // Monday first
    const unsigned first = i;
    const auto& open = hours.days.at(first % a_week);
    do ++i;
    while (i <= a_week && alike(open, hours.days.at(i % a_week)));
    if (!open) continue;
    std::string days(names.at(first % a_week));
    if (i - 1 > first) days += "-" + std::string(names.at((i - 1) % a_week));
    texts.emplace_back(std::move(days), text_of(*open));
  }
  return texts;
}

Timed<bool> in_office_hours(const Stamp& at, const OfficeHours& hours, const Calendar& calendar) {
  const Date day = day_of(at);
  const auto& open = hours.on(day);
  if (!open) return false;
  TRY(covered(day, calendar));
  if (calendar.holidays.contains(day)) return false;
  const auto* instant = std::get_if<Instant>(&at);
  if (!instant) return true;
  const std::chrono::minutes time = london_time_of_day(*instant);
  return open->from <= time && time < open->until;
}

}  // namespace escalate

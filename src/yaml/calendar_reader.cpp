#include "yaml/calendar_reader.hpp"

#include <fmt/format.h>

#include <utility>

#include "base/fault_order.hpp"
#include "yaml/read.hpp"
#include "yaml/values.hpp"

namespace escalate {
namespace {

std::optional<Date> required_day(const Document& document, Fields& fields, std::string_view key, Faults& faults) {
  const auto text = fields.required_text(key);
  return text ? date_at(document, {*text, fields.at(key)}, faults) : std::nullopt;
}

void check_not_before(Fields& fields, std::string_view later, std::optional<Date> day, std::string_view earlier,
                      std::optional<Date> bound) {
  if (day && bound && *day < *bound)
    fields.fault(fields.at(later), fmt::format("'{}' {} is before '{}' {}", later, iso(*day), earlier, iso(*bound)));
}

/// Reads the holidays; those outside the days covered are faults.
void read_holidays(const Document& document, const Node& map, Calendar& calendar, bool covered_is_known,
                   Faults& faults) {
  Fields fields(document, map, "'holidays'", faults);
  for (const Entry& entry : map.entries) {
    const auto day = date_at(document, {entry.key, entry.at}, faults);
    const auto name = fields.text(entry.key);
    if (day && covered_is_known && !calendar.covers(*day))
      fields.fault(entry.at, fmt::format("{} is not between 'covers-from' and 'covers-until'", entry.key),
                   "correct the day, or what the calendar covers");
    if (day && name) calendar.holidays[*day] = without_last_line_ends(*name);
  }
}

Calendar read_fields(const Document& document, Faults& faults) {
  Calendar calendar;
  Fields fields(document, document.root, "the calendar", faults);
  fields.require("escalate");
  fields.one_of("escalate", {"calendar/1"});
  fields.require("id");
  calendar.id = fields.one_of("id", calendar_files()).value_or("");
  if (!calendar.id.empty()) check_file_name(document, calendar.id, fields.at("id"), faults);
  calendar.title = without_last_line_ends(fields.required_text("title").value_or(""));
  const auto from = required_day(document, fields, "covers-from", faults);
  const auto official = required_day(document, fields, "official-until", faults);
  const auto until = required_day(document, fields, "covers-until", faults);
  check_not_before(fields, "official-until", official, "covers-from", from);
  check_not_before(fields, "covers-until", until, "official-until", official);
  calendar.covers_from = from.value_or(Date{});
  calendar.official_until = official.value_or(Date{});
  calendar.covers_until = until.value_or(Date{});
  fields.require("holidays");
  if (const Node* map = fields.map("holidays"))
    read_holidays(document, *map, calendar, from && until && *from <= *until, faults);
  fields.finish();
  return calendar;
}

}  // namespace

tl::expected<Calendar, Faults> read_calendar(std::string file, std::string bytes) {
  const auto document = read_yaml(std::move(file), std::move(bytes), Opinions::both);
  if (!document) return tl::make_unexpected(document.error());
  Faults faults = silently_dropped(*document);
  Calendar calendar = read_fields(*document, faults);
  if (faults.empty()) return calendar;
  put_in_file_order(faults);
  return tl::make_unexpected(std::move(faults));
}

}  // namespace escalate

#include <fmt/format.h>

#include "yaml/policy_time.hpp"
#include "yaml/values.hpp"

namespace escalate {
namespace {

constexpr const char* day_forms = "write a weekday, as in friday, or from one to another, as in monday-thursday";

std::optional<OpenHours> hours_in(PolicySource& source, Fields& fields, const Entry& entry) {
  const auto text = fields.text(entry.key);
  if (!text) return std::nullopt;
  const auto hours = read_open_hours(*text);
  if (!hours)
    source.fault(entry.value.at, fmt::format("{} are not the hours of a day", in_quotes(*text)),
                 "write from when to when on the 24-hour clock, as in 09:00-17:00");
  return hours;
}

void read_days(PolicySource& source, Fields& fields, const Entry& entry, OfficeHours& hours) {
  const auto open = hours_in(source, fields, entry);
  const std::vector<unsigned> days = read_weekdays(entry.key);
  if (days.empty()) source.fault(entry.at, fmt::format("unknown weekday {}", in_quotes(entry.key)), day_forms);
  for (const unsigned day : days) {
    if (hours.days.at(day) && open)
      source.fault(entry.at, fmt::format("{} names a weekday that has its hours above", in_quotes(entry.key)),
                   "a weekday has its hours once");
    hours.days.at(day) = open;
  }
}

/// Adds a fault for each moment of `raise-by` that is no mark: nothing else can have happened before a case is opened.
void check_marks(PolicySource& source, const Fields& fields, const Moments& moments) {
  for (const Moment& moment : moments)
    if (moment.kind != Moment::Kind::mark)
      source.fault(fields.at("from"), fmt::format("'raise-by' counts from marks, not from '{}'", text_of(moment)),
                   "name what happened before a case is opened as a mark");
}

std::optional<Duration> time_in(PolicySource& source, Fields& fields) {
  const auto text = fields.required_text("within");
  if (!text) return std::nullopt;
  const auto time = parse_duration(*text);
  if (time) return *time;
  source.faults.push_back(fault_of(source.document, fields.at("within"), time.error()));
  return std::nullopt;
}

}  // namespace

OfficeHours read_office_hours(PolicySource& source, Fields& top) {
  OfficeHours hours;
  const Node* map = top.map("office-hours");
  if (!map) return hours;
  Fields fields(source.document, *map, "'office-hours'", source.faults);
  for (const Entry& entry : map->entries) read_days(source, fields, entry, hours);
  return hours;
}

std::optional<RaiseBy> read_raise_by(PolicySource& source, Fields& top) {
  const Node* map = top.map("raise-by");
  if (!map) return std::nullopt;
  Fields fields(source.document, *map, "'raise-by'", source.faults);
  const auto within = time_in(source, fields);
  fields.require("from");
  RaiseBy window{within.value_or(Immediately{}), read_moments_or_latest(source, fields, "from", EveryStage::refused),
                 read_force(fields, MayBeFree::no), read_clause(source, fields, map->at)};
  check_marks(source, fields, window.from);
  fields.finish();
  return window;
}

}  // namespace escalate

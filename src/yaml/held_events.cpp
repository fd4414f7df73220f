#include "yaml/held_events.hpp"

#include "base/id.hpp"
#include "casefile/event_names.hpp"
#include "casefile/standing.hpp"
#include "yaml/case_parts.hpp"
#include "yaml/lines.hpp"

namespace escalate {
namespace {

/// Returns the value of a line `KEY: "VALUE"`, whether quoted or not; empty for any other line.
std::string value_in(std::string_view line, std::string_view key) {
  line.remove_prefix(std::min(line.find_first_not_of(" -"), line.size()));
  if (!line.starts_with(key) || line.substr(key.size(), 1) != ":") return {};
  line.remove_prefix(key.size() + 1);
  line.remove_prefix(std::min(line.find_first_not_of(" \"'"), line.size()));
  return std::string(line.substr(0, line.find_first_of(" \"'")));
}

HeldEvents found_in_lines(std::string_view bytes) {
  HeldEvents held;
  const Lines lines(bytes);
  for (int number = 1; number <= lines.count(); ++number) {
    const std::string_view line = lines.line(number);
    if (held.case_id.empty()) held.case_id = value_in(line, "case");
    if (const std::string id = value_in(line, "id"); is_seal(id)) held.events.emplace(id, HeldEvent{});
  }
  return held;
}

}  // namespace

HeldEvents held_events(std::string_view bytes) {
  const auto parts = parts_of_case("", bytes);
  if (!parts) return found_in_lines(bytes);
  HeldEvents held{parts->record.id, {}, corrected_ids(parts->record)};
  for (const EventLines& lines : parts->events)
    held.events.emplace(lines.event.id, HeldEvent{lines.canonical, what_happened(lines.event), lines.event.sealed});
  return held;
}

}  // namespace escalate

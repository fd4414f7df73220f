#include "engine/contested.hpp"

#include <algorithm>

#include "casefile/event_names.hpp"

namespace escalate {
namespace {

std::string named(const Case& record, const Event& event) {
  return "event " + short_id(record.events, event.id) + ", " + what_happened(event);
}

std::string strike_out(const Case& record, const Event& event) {
  return "escalate correct " + record.id + " " + short_id(record.events, event.id) + " --because TEXT";
}

/// Returns the id of the event that one belongs to: that began the run or the duty it speaks of; empty for most.
std::string belongs_to(const Event& event) {
  if (const auto* done = std::get_if<Done>(&event.body)) return done->of;
  if (const auto* agreed = std::get_if<Agreed>(&event.body)) return agreed->of;
  const auto* extended = std::get_if<Extended>(&event.body);
  return extended ? extended->of : std::string();
}

bool has(const Case& record, const std::string& id) {
  return std::any_of(record.events.begin(), record.events.end(), [&](const Event& event) { return event.id == id; });
}

}  // namespace

Faults decided_twice(const Outlook& outlook) {
  const CaseState& state = outlook.is();
  const Case& record = *outlook.subject.record;
  Faults faults;
  for (const std::size_t index : state.chain.rivals) {
    const Event& rival = state.events[index];
    if (std::holds_alternative<Opened>(rival.body)) continue;  // that is a second beginning
    const Event& stands = state.events[state.chain.links.back().event];
    faults.push_back({Severity::error,
                      rival.place,
                      "decided twice, in two copies that were merged: " + named(record, stands) + " stands, " +
                          named(record, rival) + " does not",
                      "the next move of the case settles it, or take one of the two back:\n" +
                          strike_out(record, rival) + "\n" + strike_out(record, stands),
                      {}});
  }
  return faults;
}

Faults counting_for_nothing(const Outlook& outlook) {
  const CaseState& state = outlook.is();
  const Case& record = *outlook.subject.record;
  Faults faults;
  for (const std::size_t index : state.ignored) {
    const Event& event = state.events[index];
    if (const std::string of = belongs_to(event); !of.empty() && !has(record, of)) {
      faults.push_back({Severity::error,
                        event.place,
                        named(record, event) + ", names in 'of' event " + of + ", which is not in the file",
                        "an event was removed: restore it from git or a backup",
                        {}});
      continue;
    }
    faults.push_back({Severity::warning,
                      event.place,
                      named(record, event) + ", counts for nothing: what it speaks of is not, or no longer, on record",
                      "say it again where it still holds; to have it listed no more: " + strike_out(record, event),
                      {}});
  }
  return faults;
}

}  // namespace escalate

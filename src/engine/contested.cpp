#include "engine/contested.hpp"

#include "casefile/event_names.hpp"

namespace escalate {
namespace {

std::string named(const Case& record, const Event& event) {
  return "event " + short_id(record.events, event.id) + ", " + what_happened(event);
}

std::string strike_out(const Case& record, const Event& event) {
  return "escalate correct " + record.id + " " + short_id(record.events, event.id) + " --because TEXT";
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
    faults.push_back({Severity::warning,
                      event.place,
                      named(record, event) + ", counts for nothing: what it speaks of is not, or no longer, on record",
                      "say it again where it still holds; to have it listed no more: " + strike_out(record, event),
                      {}});
  }
  return faults;
}

}  // namespace escalate

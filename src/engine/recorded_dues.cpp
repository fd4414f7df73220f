#include "engine/recorded_dues.hpp"

#include <optional>

#include "casefile/event_names.hpp"
#include "casefile/standing.hpp"
#include "time/words.hpp"

namespace escalate {
namespace {

std::string lateness(const Event& event, const Stamp& due) { return passed(Due{due}, event.at) ? "late" : "in time"; }

Fault counted_otherwise(const Case& record, const std::string& id, const Stamp& recorded, const Stamp& today,
                        bool policy_changed) {
  const Event& event = record.events.back();
  const std::string was = lateness(event, recorded);
  const std::string would_be = lateness(event, today);
  return {Severity::warning,
          event.place,
          "event " + short_id(record.events, event.id) + ", " + what_happened(event) + ": '" + id + "' was due " +
              by_words(Due{recorded}) + "; today's " + (policy_changed ? "policy and " : "") + "calendar would say " +
              by_words(Due{today}),
          "the recorded date stands" + (was == would_be ? std::string() : ": what was " + was + " then stays " + was) +
              "; nothing need be done",
          {}};
}

/// Returns the opening of a case with the values it counts with.
std::optional<Opened> opening_of(const Case& record) {
  for (const Event& event : amended_events(record))
    if (const auto* opened = std::get_if<Opened>(&event.body)) return *opened;
  return std::nullopt;
}

}  // namespace

Faults counted_otherwise_today(const Subject& subject, const Case& record) {
  const Event& event = record.events.back();
  const auto opened = opening_of(record);
  const bool compares = opened && opened->policy == subject.policy->id;
  if (event.was_due.empty() || !compares || std::holds_alternative<Corrected>(event.body)) return {};
  Case before = record;
  before.events.pop_back();
  Subject then = subject;
  Subject after = subject;
  then.record = &before;
  after.record = &record;
  Faults faults;
  for (const auto& today : was_due(then, after))
    for (const auto& recorded : event.was_due)
      if (recorded.first == today.first && recorded.second != today.second)
        faults.push_back(counted_otherwise(record, recorded.first, recorded.second, today.second,
                                           opened->policy_digest != subject.policy->digest));
  return faults;
}

Faults unknown_recorded_dues(const Outlook& outlook) {
  const Policy& policy = *outlook.subject.policy;
  const Case& record = *outlook.subject.record;
  Faults faults;
  for (const Event& event : outlook.is().events)
    for (const auto& [id, due] : event.was_due)
      if (!policy.limit(id) && !policy.duty(id))
        faults.push_back({Severity::warning,
                          event.place,
                          "event " + short_id(record.events, event.id) + ", " + what_happened(event) +
                              ", tells when '" + id + "' was due; the policy '" + policy.id +
                              "' has no such limit or duty",
                          "put the policy back as it was; the date stands as it was recorded",
                          {}});
  return faults;
}

}  // namespace escalate

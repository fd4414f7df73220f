#include "engine/provisional.hpp"

#include "time/words.hpp"

namespace escalate {
namespace {

void add(const Outlook& outlook, const std::string& id, const Clock& clock, Faults& faults) {
  if (!clock.due || !clock.provisional) return;
  faults.push_back({Severity::warning,
                    {outlook.subject.record->file, 0, 0},
                    "the due of '" + id + "', " + by_words(*clock.due) + ", is provisional: the bank holidays after " +
                        in_words(outlook.subject.calendar->official_until) + " are projected",
                    "it may move when they are published and 'escalate calendar import' has brought them in",
                    {}});
}

}  // namespace

Faults provisional_dues(const Outlook& outlook) {
  Faults faults;
  for (const LimitStanding& limit : outlook.limits)
    if (limit.state == LimitStanding::State::running) add(outlook, limit.limit->id, limit.clock, faults);
  for (const DutyStanding& duty : outlook.duties)
    if (duty.occurrence->outstanding()) add(outlook, duty.occurrence->duty->id, duty.clock, faults);
  return faults;
}

}  // namespace escalate

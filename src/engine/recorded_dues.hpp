#pragma once

#include "engine/outlook.hpp"

namespace escalate {

/// Returns a warning for each `was-due` of the last event of `record` for which another date would be counted today, by
/// the calendar and policy of `subject`, with both dates (SEMANTICS.md 16). `record` is the case as the writer of that
/// event saw it, and the event. Left out are dues that would not be counted at all any more, what a correction ended,
/// and records that followed another policy then.
Faults counted_otherwise_today(const Subject& subject, const Case& record);

/// Returns a warning for each `was-due` of a limit or duty that the policy does not have.
Faults unknown_recorded_dues(const Outlook& outlook);

}  // namespace escalate

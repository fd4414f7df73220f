#pragma once

#include "engine/outlook.hpp"

namespace escalate {

/// What cannot be in the order and in the times of a case's events. Each is told at its event, in written order. Events
/// that are struck out are not looked at, nor values that were corrected.

/// Returns an error for every event that begins a second line of events: one beside `opened` that names no event it
/// follows; and for an `opened` that follows one.
Faults second_beginnings(const Case& record);

/// Returns an error for every event that moves the case before the one it follows, or lies before the opening where
/// only notes, duties done and the time of a mark can (SEMANTICS.md 6).
Faults out_of_order(const Outlook& outlook);

/// Returns an error for every event, and for every time of a mark, that lies after `outlook.now`: a clock was fast
/// (SEMANTICS.md 4).
Faults in_the_future(const Outlook& outlook);

/// Returns a warning for every event that was written down in the future, or a minute or more before one it follows. No
/// due counts from `logged`, and nothing can correct it: where either of the two was corrected, somebody has seen to
/// it.
Faults wrong_clocks(const Outlook& outlook);

/// Returns a warning for every event that stands in the file above one it follows: dates do not depend on it.
Faults above_their_parents(const Case& record);

}  // namespace escalate

#pragma once

#include <string>
#include <vector>

#include "engine/outlook.hpp"

namespace escalate {

/// What `correct` may name, and what may come of it (SEMANTICS.md 7). A refusal is a Failure with exit 4.

/// Returns the event of `record` that `typed` names. Unknown or ambiguous is refused with those that may be meant.
Result<const Event*> event_to_correct(const Case& record, const std::string& typed);

/// Fails when `event` is struck out already; the help names the command that brings it back.
Result<void> must_count(const Case& record, const Event& event);

/// Fails when a correction leaves what no command would have written: an event that moves the case before the one it
/// follows, a move to where the case stood, another event before the opening, a word the policy lacks. Only what the
/// correction changed is held against it.
Result<void> must_make_sense(const Outlook& before, const Outlook& after);

/// Returns the events that count for nothing after a correction, though they did before: they speak of a stay or a duty
/// that is gone.
std::vector<const Event*> newly_ignored(const Outlook& before, const Outlook& after);

/// Returns whether an event may lie before the opening, or is held to another order: a note, a duty done, a correction,
/// a move (SEMANTICS.md 6).
bool may_precede_opening(const Event& event);

/// Returns the counting correction that strikes `event` out, or null.
const Event* struck_out_by(const Case& record, const Event& event);

}  // namespace escalate

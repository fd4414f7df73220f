#pragma once

#include "engine/fold.hpp"

namespace escalate {

/// Lets duties arise from what has just happened, and what happens from them in turn, until nothing new does.
void settle(Fold& fold);

/// Lets the duties arise that waited for a condition which holds now.
void raise_pending(Fold& fold);

/// Gives what is still owed because of `mark` its new time.
void restate(Fold& fold, const std::string& mark, const Stamp& since);

}  // namespace escalate

#pragma once

#include "engine/fold.hpp"

namespace escalate {

/// Ticks the occurrence that `done` names; one that is not on record is noted as ignored.
void discharge(Fold& fold, const Done& done);

/// Ends every outstanding duty that what has happened counts as having done.
void meet(Fold& fold, const Happening& happening);

/// Ends a duty that has just arisen where a mark of its `met-by` already holds, since its moment or later.
void meet_at_once(Fold& fold, std::size_t occurrence);

/// Drops what is owed, and what waits to arise: the case is closed or begins again.
void drop_duties(Fold& fold);

}  // namespace escalate

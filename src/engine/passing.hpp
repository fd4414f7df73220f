#pragma once

#include <string>
#include <vector>

#include "engine/chain.hpp"
#include "engine/marks.hpp"

namespace escalate {

/// Returns the stage of a rung that the program suggests: of `one-of` the first whose conditions hold, else the first.
std::string suggested(const Policy& policy, const Rung& rung, const Marks& marks, std::string_view route);

/// Returns the stages that count as unresolved when a case moves from `from` to `to`: the one it leaves and each it
/// passes over, lowest first; none when it steps back or across (LANGUAGE.md 4 and 5). `from` has no stage when a case
/// is opened at `to`.
std::vector<std::string> unresolved_by(const Policy& policy, const Link& from, const Link& to, const Marks& marks);

/// Returns whether a case that moves from `from` to `to` goes to a lower rung of a route that holds both.
bool steps_back(const Policy& policy, const Link& from, const Link& to);

}  // namespace escalate

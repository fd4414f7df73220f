#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/outlook.hpp"

namespace escalate {

/// A due of a case that another calendar puts at another time.
struct Move {
  AlertKind kind = AlertKind::limit;
  std::string id;     ///< of the limit or duty
  std::string stage;  ///< of a duty: where it is owed
  std::optional<Due> before;
  std::optional<Due> after;
  bool provisional = false;  ///< the new due consulted a projected day
};

/// Returns every running limit and outstanding duty whose due differs between two outlooks of one record, first the
/// limits, in their order. What has ended or is discharged does not move (SEMANTICS.md 16).
std::vector<Move> moves_between(const Outlook& before, const Outlook& after);

}  // namespace escalate

#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "policy/policy.hpp"

namespace escalate {

/// A mark as last stated.
struct MarkState {
  bool holds = false;          ///< happened and not cleared
  bool unknown = false;        ///< answered `unknown`: it has not happened as far as anybody can say
  std::optional<Stamp> since;  ///< newest known; stays when the mark is cleared
  std::size_t by = 0;          ///< the event that last stated it
};

/// The marks of a case by id.
using Marks = std::map<std::string, MarkState>;

/// Returns whether `conditions` hold: a mark that holds, or the route the case is on.
bool holds(const Conditions& conditions, const Marks& marks, std::string_view route);

/// Returns marks as an opening states them: one answered `unknown` has not happened.
Marks marks_given(const std::vector<std::pair<std::string, std::optional<Stamp>>>& given);

}  // namespace escalate

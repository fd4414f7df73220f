#pragma once

#include <string>
#include <string_view>

#include "base/tree.hpp"

namespace escalate {

/// Returns the canonical form of an event's map in case `case_id`: every text but `id`, rows sorted by path, then
/// value, lists as sets (SEMANTICS.md, canonical form).
std::string canonical_form(std::string_view case_id, const Node& event);

/// Returns the id an event's map must have: the seal over its canonical form.
std::string event_id(std::string_view case_id, const Node& event);

}  // namespace escalate

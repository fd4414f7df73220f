#include "engine/marks.hpp"

#include <algorithm>

namespace escalate {
namespace {

bool any_holds(const std::vector<std::string>& ids, const Marks& marks, std::string_view route) {
  return std::any_of(ids.begin(), ids.end(), [&](const std::string& id) {
    const auto mark = marks.find(id);
    return id == route || (mark != marks.end() && mark->second.holds);
  });
}

}  // namespace

Marks marks_given(const std::vector<std::pair<std::string, std::optional<Stamp>>>& given) {
  Marks marks;
  for (const auto& [id, since] : given) marks[id] = {since.has_value(), !since.has_value(), since, 0};
  return marks;
}

bool holds(const Conditions& conditions, const Marks& marks, std::string_view route) {
  if (any_holds(conditions.unless_any, marks, route)) return false;
  return conditions.if_any.empty() || any_holds(conditions.if_any, marks, route);
}

}  // namespace escalate

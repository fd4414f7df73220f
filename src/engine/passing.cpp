#include "engine/passing.hpp"

#include <algorithm>

namespace escalate {
namespace {

/// The part of a route between two rungs, both excluded.
std::vector<std::string> passed_over(const Policy& policy, const Route& route, std::size_t first, std::size_t end,
                                     const Marks& marks) {
  std::vector<std::string> stages;
  for (std::size_t i = first; i < end; ++i) stages.push_back(suggested(policy, route.rungs[i], marks, route.id));
  return stages;
}

/// Returns the route by which one stage is above another: the new one if it holds both, else the old.
const Route* common_route(const Policy& policy, const Link& from, const Link& to) {
  for (const std::string& id : {to.route, from.route}) {
    const Route* route = policy.route(id);
    if (route && rung_of(*route, from.stage) && rung_of(*route, to.stage)) return route;
  }
  return nullptr;
}

}  // namespace

std::string suggested(const Policy& policy, const Rung& rung, const Marks& marks, std::string_view route) {
  const auto fits = std::find_if(rung.stages.begin(), rung.stages.end(), [&](const std::string& id) {
    const Stage* stage = policy.stage(id);
    return stage && holds(stage->conditions, marks, route);
  });
  return fits == rung.stages.end() ? rung.stages.front() : *fits;
}

bool steps_back(const Policy& policy, const Link& from, const Link& to) {
  const Route* route = common_route(policy, from, to);
  return route && *rung_of(*route, to.stage) < *rung_of(*route, from.stage);
}

std::vector<std::string> unresolved_by(const Policy& policy, const Link& from, const Link& to, const Marks& marks) {
  if (from.stage.empty()) {
    const Route* route = policy.route(to.route);
    const auto rung = route ? rung_of(*route, to.stage) : std::nullopt;
    return rung ? passed_over(policy, *route, 0, *rung, marks) : std::vector<std::string>();
  }
  const Route* route = common_route(policy, from, to);
  if (!route) return {};
  const std::size_t low = *rung_of(*route, from.stage);
  const std::size_t high = *rung_of(*route, to.stage);
  if (high <= low) return {};
  std::vector<std::string> stages = passed_over(policy, *route, low + 1, high, marks);
  stages.insert(stages.begin(), from.stage);
  return stages;
}

}  // namespace escalate

#include "unit/model/rungs.hpp"

#include <algorithm>

namespace escalate::model {

int rung_of(const Policy& policy, const std::string& route, const std::string& stage) {
  for (const Route& one : policy.routes)
    for (std::size_t i = 0; one.id == route && i < one.rungs.size(); ++i)
      if (std::find(one.rungs[i].stages.begin(), one.rungs[i].stages.end(), stage) != one.rungs[i].stages.end())
        return static_cast<int>(i);
  return -1;
}

std::vector<std::string> routes_with(const Policy& policy, const std::string& stage) {
  std::vector<std::string> found;
  for (const Route& route : policy.routes)
    if (rung_of(policy, route.id, stage) >= 0) found.push_back(route.id);
  return found;
}

std::string suggested(const Policy& policy, const Rung& rung, const Standing& standing) {
  for (const std::string& stage : rung.stages)
    if (standing.holds(policy.stage(stage)->conditions)) return stage;
  return rung.stages.front();
}

std::string first_stage(const Policy& policy, const std::string& route, const Standing& standing) {
  return suggested(policy, policy.route(route)->rungs.front(), standing);
}

std::vector<std::string> left_unresolved(const Policy& policy, const std::string& from_route, const std::string& from,
                                         const std::string& to_route, const std::string& to, const Standing& standing) {
  // A route that holds both says what lies between; else nothing does.
  std::string route = to_route;
  if (!from.empty() && rung_of(policy, route, from) < 0) route = from_route;
  if (rung_of(policy, route, to) < 0 || (!from.empty() && rung_of(policy, route, from) < 0)) return {};
  const int low = from.empty() ? -1 : rung_of(policy, route, from);
  std::vector<std::string> stages;
  if (low >= 0 && low < rung_of(policy, route, to)) stages.push_back(from);
  const auto& rungs = policy.route(route)->rungs;
  for (int i = low + 1; i < rung_of(policy, route, to); ++i)
    stages.push_back(suggested(policy, rungs[static_cast<std::size_t>(i)], standing));
  return stages;
}

}  // namespace escalate::model

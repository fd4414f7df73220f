#include "engine/rungs.hpp"

#include <algorithm>

namespace escalate {
namespace {

/// The part of a route between two rungs, both excluded.
std::vector<std::string> passed_over(const Policy& policy, const Route& route, std::size_t first, std::size_t end,
                                     const std::map<std::string, MarkState>& marks) {
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

void offer(std::vector<NextStep>& steps, const CaseState& state, NextStep::Why why, const std::string& stage,
           const std::string& route) {
  const bool offered = std::any_of(steps.begin(), steps.end(), [&](const NextStep& step) { return step.stage == stage; });
  if (!offered && stage != state.stage) steps.push_back({why, stage, route, duties_before(state, stage)});
}

void offer_urgent(const Policy& policy, const CaseState& state, std::vector<NextStep>& steps) {
  const Route* route = policy.route(state.route);
  const auto here = route ? rung_of(*route, state.stage) : std::nullopt;
  for (const UrgentRule& rule : policy.urgent) {
    if (!holds(rule.conditions, state.marks, state.route)) continue;
    for (const std::string& stage : rule.enter) {
      const auto there = route ? rung_of(*route, stage) : std::nullopt;
      const bool already_passed = here && there && *there <= *here;
      if (!already_passed) offer(steps, state, NextStep::Why::urgent, stage, route_to(policy, stage, state.route));
    }
  }
}

void offer_rungs(const Route& route, std::size_t here, const CaseState& state, std::vector<NextStep>& steps) {
  auto why = NextStep::Why::next;
  for (std::size_t i = here + 1; i < route.rungs.size(); ++i) {
    const Rung& rung = route.rungs[i];
    if (rung.kind == Rung::Kind::one_of) why = NextStep::Why::choice;
    if (rung.kind == Rung::Kind::optional) why = NextStep::Why::optional;
    for (const std::string& stage : rung.stages) offer(steps, state, why, stage, route.id);
    if (rung.kind != Rung::Kind::optional) return;
    why = NextStep::Why::past_optional;
  }
}

}  // namespace

std::string suggested(const Policy& policy, const Rung& rung, const std::map<std::string, MarkState>& marks,
                      std::string_view route) {
  const auto fits = std::find_if(rung.stages.begin(), rung.stages.end(), [&](const std::string& id) {
    const Stage* stage = policy.stage(id);
    return stage && holds(stage->conditions, marks, route);
  });
  return fits == rung.stages.end() ? rung.stages.front() : *fits;
}

std::vector<std::string> unresolved_by(const Policy& policy, const Link& from, const Link& to,
                                       const std::map<std::string, MarkState>& marks) {
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

std::vector<NextStep> next_steps(const Policy& policy, const CaseState& state) {
  std::vector<NextStep> steps;
  if (state.standing != CaseStanding::open && state.standing != CaseStanding::resolved) return steps;
  offer_urgent(policy, state, steps);
  const Route* route = policy.route(state.route);
  if (const auto here = route ? rung_of(*route, state.stage) : std::nullopt) offer_rungs(*route, *here, state, steps);
  return steps;
}

std::vector<const Occurrence*> duties_before(const CaseState& state, std::string_view stage) {
  std::vector<const Occurrence*> found;
  for (const Occurrence& one : state.occurrences) {
    const auto& before = one.duty->before;
    if (one.outstanding() && std::find(before.begin(), before.end(), stage) != before.end()) found.push_back(&one);
  }
  return found;
}

std::string route_to(const Policy& policy, std::string_view stage, std::string_view current) {
  const Route* now = policy.route(current);
  if (now && rung_of(*now, stage)) return std::string(current);
  for (const Route& route : policy.routes)
    if (rung_of(route, stage)) return route.id;
  return {};
}

}  // namespace escalate

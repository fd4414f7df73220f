#include "engine/rungs.hpp"

#include <algorithm>

#include "engine/passing.hpp"

namespace escalate {
namespace {

void offer(std::vector<NextStep>& steps, const CaseState& state, NextStep::Why why, const std::string& stage,
           const std::string& route) {
  const bool offered =
      std::any_of(steps.begin(), steps.end(), [&](const NextStep& step) { return step.stage == stage; });
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

void offer_rungs(const Policy& policy, const Route& route, std::size_t here, const CaseState& state,
                 std::vector<NextStep>& steps) {
  auto why = NextStep::Why::next;
  for (std::size_t i = here + 1; i < route.rungs.size(); ++i) {
    const Rung& rung = route.rungs[i];
    if (rung.kind == Rung::Kind::one_of) why = NextStep::Why::choice;
    if (rung.kind == Rung::Kind::optional) why = NextStep::Why::optional;
    offer(steps, state, why, suggested(policy, rung, state.marks, state.route), route.id);
    for (const std::string& stage : rung.stages) offer(steps, state, why, stage, route.id);
    if (rung.kind != Rung::Kind::optional) return;
    why = NextStep::Why::past_optional;
  }
}

}  // namespace

std::vector<NextStep> next_steps(const Policy& policy, const CaseState& state) {
  std::vector<NextStep> steps;
  if (state.standing != CaseStanding::open && state.standing != CaseStanding::resolved) return steps;
  offer_urgent(policy, state, steps);
  const Route* route = policy.route(state.route);
  if (const auto here = route ? rung_of(*route, state.stage) : std::nullopt)
    offer_rungs(policy, *route, *here, state, steps);
  return steps;
}

const Rung* next_rung(const Policy& policy, const CaseState& state) {
  const Route* route = policy.route(state.route);
  const auto here = route ? rung_of(*route, state.stage) : std::nullopt;
  return here && *here + 1 < route->rungs.size() ? &route->rungs[*here + 1] : nullptr;
}

std::vector<const Occurrence*> duties_before(const CaseState& state, std::string_view stage) {
  std::vector<const Occurrence*> found;
  for (const Occurrence& one : state.occurrences) {
    const auto& before = one.duty->before;
    if (one.outstanding() && std::find(before.begin(), before.end(), stage) != before.end()) found.push_back(&one);
  }
  return found;
}

}  // namespace escalate

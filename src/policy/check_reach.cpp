// What a case can reach: a duty can arise when one of its moments can happen, and `done D` can happen when D can arise.
// The duties that can arise are the least fixed point of this, so that duties that wait for each other are found to
// wait for ever.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/id.hpp"
#include "base/suggest.hpp"
#include "policy/check_parts.hpp"

namespace escalate {
namespace {

using Ids = std::set<std::string, std::less<>>;

/// Returns whether conditions can hold for a case on `route`; marks may always be set.
bool can_hold(const Policy& policy, const Conditions& conditions, const Route& route) {
  if (contains(conditions.unless_any, route.id)) return false;
  const auto& any = conditions.if_any;
  return any.empty() || contains(any, route.id) ||
         std::any_of(any.begin(), any.end(), [&](const std::string& id) { return policy.mark(id) != nullptr; });
}

/// Returns whether `moment` can happen to a case on `route`, when the duties in `arising` can arise.
bool can_happen(const Moment& moment, const Route& route, const Ids& arising) {
  const auto rung = rung_of(route, moment.subject);
  switch (moment.kind) {
    case Moment::Kind::entered:
    case Moment::Kind::resolved_at:
      return rung.has_value();
    case Moment::Kind::unresolved:
      return rung && *rung + 1 < route.rungs.size();  // nothing is above the last
    case Moment::Kind::done:
      return arising.count(moment.subject) > 0;
    default:
      return true;
  }
}

bool can_happen(const Moments& moments, const Route& route, const Ids& arising) {
  const auto one_can = [&](const Moment& moment) { return can_happen(moment, route, arising); };
  return moments.latest_of ? std::all_of(moments.begin(), moments.end(), one_can)
                           : std::any_of(moments.begin(), moments.end(), one_can);
}

bool can_arise(const Policy& policy, const Duty& duty, const Ids& arising) {
  return std::any_of(policy.routes.begin(), policy.routes.end(), [&](const Route& route) {
    return can_hold(policy, duty.conditions, route) && can_happen(duty.when, route, arising);
  });
}

Ids duties_that_arise(const Policy& policy) {
  Ids arising;
  for (bool changed = true; changed;) {
    changed = false;
    for (const Duty& duty : policy.duties)
      if (arising.count(duty.id) == 0 && can_arise(policy, duty, arising)) changed = arising.insert(duty.id).second;
  }
  return arising;
}

bool covers_a_stage_of(const Limit& limit, const Route& route) {
  return std::any_of(route.rungs.begin(), route.rungs.end(), [&](const Rung& rung) {
    return std::any_of(rung.stages.begin(), rung.stages.end(),
                       [&](const std::string& stage) { return limit.covers(stage); });
  });
}

std::string words_of(const Moments& moments) {
  std::vector<std::string> words;
  for (const Moment& moment : moments) words.push_back("'" + text_of(moment) + "'");
  return moments.latest_of ? and_list(words) : or_list(words);
}

void check_limit(const Policy& policy, const Limit& limit, const Ids& arising, Faults& faults) {
  if (limit.from.empty()) return;
  for (const Route& route : policy.routes) {
    if (!covers_a_stage_of(limit, route) || !can_hold(policy, limit.conditions, route)) continue;
    if (can_happen(limit.from, route, arising)) continue;
    faults.push_back(warning_at(limit.clause,
                                fmt::format("limit '{}' never starts on route '{}', which never reaches {}", limit.id,
                                            route.id, words_of(limit.from)),
                                "name another moment in 'from', or leave the route out with 'unless'"));
  }
}

/// Returns whether `stage` is above where `moment` happens on any route; also for moments that happen anywhere.
bool is_above(const Policy& policy, const std::string& stage, const Moment& moment) {
  const bool at_the_start = moment.kind == Moment::Kind::opened || moment.kind == Moment::Kind::every_stage;
  const bool at_a_stage = moment.kind == Moment::Kind::entered || moment.kind == Moment::Kind::unresolved ||
                          moment.kind == Moment::Kind::resolved_at;
  if (!at_the_start && !at_a_stage) return true;
  return std::any_of(policy.routes.begin(), policy.routes.end(), [&](const Route& route) {
    const auto rung = rung_of(route, stage);
    const auto start = at_the_start ? std::optional<std::size_t>(0) : rung_of(route, moment.subject);
    return rung && start && *rung > *start;
  });
}

void check_duty(const Policy& policy, const Duty& duty, const Ids& arising, Faults& faults) {
  if (arising.count(duty.id) == 0)
    faults.push_back(warning_at(
        duty.clause, fmt::format("duty '{}' never arises: no route reaches {}", duty.id, words_of(duty.when)),
        "name another moment in 'when'"));
  for (const std::string& stage : duty.before) {
    const bool above = std::any_of(duty.when.begin(), duty.when.end(),
                                   [&](const Moment& moment) { return is_above(policy, stage, moment); });
    if (!above)
      faults.push_back(warning_at(duty.clause,
                                  fmt::format("duty '{}' belongs before stage '{}', which is not above {}", duty.id,
                                              stage, words_of(duty.when)),
                                  "name a stage that comes after the duty arises"));
  }
}

/// Returns whether `limit` gives a stage on `stage`'s routes a time while `mark_or_route` holds.
bool still_times(const Policy& policy, const Limit& limit, const Stage& stage, const std::string& mark_or_route) {
  if (!limit.covers(stage.id) || contains(limit.conditions.unless_any, mark_or_route)) return false;
  if (!limit.within.time && !limit.within.agreed()) return false;
  const auto& any = limit.conditions.if_any;
  return any.empty() || contains(any, mark_or_route) || std::any_of(any.begin(), any.end(), [&](const std::string& id) {
           const Route* route = policy.route(id);
           return route && rung_of(*route, stage.id);
         });
}

/// Returns the stages `limit` covers that have nothing timed while `mark_or_route` holds.
std::vector<std::string> untimed_stages(const Policy& policy, const Limit& limit, const std::string& mark_or_route) {
  std::vector<std::string> stages;
  const Route* route = policy.route(mark_or_route);
  for (const Stage& stage : policy.stages) {
    if (!limit.covers(stage.id) || (route && !rung_of(*route, stage.id))) continue;
    const bool timed = std::any_of(policy.limits.begin(), policy.limits.end(), [&](const Limit& other) {
      return still_times(policy, other, stage, mark_or_route);
    });
    if (!timed) stages.push_back(stage.id);
  }
  return stages;
}

}  // namespace

Faults unreachable_moments(const Policy& policy) {
  Faults faults;
  const Ids arising = duties_that_arise(policy);
  for (const Limit& limit : policy.limits) check_limit(policy, limit, arising, faults);
  for (const Duty& duty : policy.duties) check_duty(policy, duty, arising, faults);
  return faults;
}

Faults untimed_by_unless(const Policy& policy) {
  Faults faults;
  for (const Limit& limit : policy.limits)
    for (const std::string& id : limit.conditions.unless_any) {
      const std::vector<std::string> stages = untimed_stages(policy, limit, id);
      if (!stages.empty())
        faults.push_back(warning_at(limit.clause,
                                    fmt::format("limit '{}' stops while '{}' holds, and nothing timed is left at {}",
                                                limit.id, id, and_list(stages)),
                                    "the case is then on lists only by an urgent entry or a duty"));
    }
  return faults;
}

}  // namespace escalate

// A limit runs over an unbroken row of stays in its stages; its clock counts from the earliest of its moments (of one
// that happened twice, the last time), else from the start of the run.
#include "engine/limits.hpp"

#include <algorithm>

namespace escalate {
namespace {

/// Returns the first stay of the run that the last stay belongs to.
std::size_t run_start(const CaseState& state, const Limit& limit) {
  std::size_t first = state.stays.size() - 1;
  while (first > state.process && limit.covers(state.stays[first - 1].stage)) --first;
  return first;
}

/// Returns when `moment` last happened, as a limit whose run began with stay `run` sees it: entering a stage of its own
/// counts from the first time in this run, so that stepping back inside the range changes nothing; else, as any moment,
/// from the last time.
std::optional<Stamp> happened_at(const CaseState& state, const Limit& limit, std::size_t run, const Moment& moment) {
  if (moment.kind == Moment::Kind::entered && limit.covers(moment.subject)) {
    for (std::size_t i = run; i < state.stays.size(); ++i)
      if (state.stays[i].stage == moment.subject) return state.stays[i].entered;
  }
  if (moment.kind == Moment::Kind::mark) {
    const auto mark = state.marks.find(moment.subject);
    if (mark == state.marks.end() || mark->second.unknown) return std::nullopt;
    return mark->second.since;
  }
  const Happening* happening = latest(state, moment);
  return happening ? std::optional<Stamp>(happening->at) : std::nullopt;
}

/// Returns where the clock begins, the earliest of its moments that has happened; with `latest-of` the latest, once all
/// have.
std::optional<Stamp> count_from_moments(const CaseState& state, std::size_t run, LimitStanding& standing) {
  const Moments& moments = standing.limit->from;
  std::optional<Stamp> from;
  for (const Moment& moment : moments) {
    const auto at = happened_at(state, *standing.limit, run, moment);
    if (!at && moments.latest_of) {
      standing.counted_from.reset();
      return std::nullopt;
    }
    if (!at || (from && (instant_of(*from) <= instant_of(*at)) != moments.latest_of)) continue;
    from = at;
    standing.counted_from = moment;
  }
  return from;
}

LimitStanding standing_of(const CaseState& state, const Policy& policy, const Calendar& calendar, const Limit& limit) {
  const std::size_t run = run_start(state, limit);
  LimitStanding standing;
  standing.limit = &limit;
  standing.of = state.events[state.stays[run].by].id;
  standing.entered = state.stays[run].entered;
  const std::optional<Stamp> from =
      limit.from.empty() ? std::optional(standing.entered) : count_from_moments(state, run, standing);
  if (!from) standing.state = LimitStanding::State::not_started;
  if (!holds(limit.conditions, state.marks, state.route)) standing.state = LimitStanding::State::off;
  const ClockRule rule{&limit.within, limit.aim ? &*limit.aim : nullptr, &calendar, policy.count_from,
                       &policy.office_hours};
  standing.clock = clock_of(rule, from, state, limit.id, standing.of);
  return standing;
}

}  // namespace

std::vector<LimitStanding> limits_of(const CaseState& state, const Policy& policy, const Calendar& calendar) {
  std::vector<LimitStanding> limits;
  if (!state.open() || state.stays.empty()) return limits;
  for (const Limit& limit : policy.limits)
    if (limit.covers(state.stage)) limits.push_back(standing_of(state, policy, calendar, limit));
  LimitStanding* binding = nullptr;
  for (LimitStanding& one : limits)
    if (one.state == LimitStanding::State::running && one.clock.due &&
        (!binding || earlier(*one.clock.due, *binding->clock.due)))
      binding = &one;
  if (binding) binding->binding = true;
  return limits;
}

const LimitStanding* binding_of(const std::vector<LimitStanding>& limits) {
  const auto found = std::find_if(limits.begin(), limits.end(), [](const LimitStanding& one) { return one.binding; });
  return found == limits.end() ? nullptr : &*found;
}

}  // namespace escalate

// How duties arise: at each of their moments, or at the latest of them; not before their conditions hold.
#include "engine/arising.hpp"

#include <algorithm>

#include "engine/discharge.hpp"

namespace escalate {
namespace {

using Kind = Moment::Kind;

/// Returns what of `moments` happened last, once all have.
std::optional<Happening> latest_of(const CaseState& state, const Moments& moments) {
  std::optional<Happening> last;
  for (const Moment& moment : moments) {
    const Happening* one = latest(state, moment);
    if (!one) return std::nullopt;
    if (!last || instant_of(one->at) > instant_of(last->at)) last = *one;
  }
  return last;
}

/// Returns the moment by which a duty arises now that something has happened; nothing where it does not. With
/// `latest-of` that is the latest of its moments, once all have happened.
std::optional<Happening> arises_at(const CaseState& state, const Duty& duty, const Happening& happening) {
  const Moment& moment = happening.moment;
  const bool named = std::any_of(duty.when.begin(), duty.when.end(), [&](const Moment& when) {
    return when == moment || (when.kind == Kind::every_stage && moment.kind == Kind::entered);
  });
  if (!named) return std::nullopt;
  if (!duty.when.latest_of) return happening;
  auto last = latest_of(state, duty.when);
  if (last) last->event = happening.event;
  return last;
}

std::string stage_for(const CaseState& state, const Moment& moment) {
  const bool names_stage =
      moment.kind == Kind::entered || moment.kind == Kind::unresolved || moment.kind == Kind::resolved_at;
  return names_stage ? moment.subject : state.stage;
}

/// Returns when the case came to the route it is on, without leaving it since.
Stamp route_began(const Fold& fold) {
  Stamp began = fold.event().at;
  const auto& stays = fold.state.stays;
  for (auto stay = stays.rbegin(); stay != stays.rend() && stay->route == fold.state.route; ++stay)
    began = stay->entered;
  return began;
}

Stamp condition_began(const Fold& fold, const Conditions& conditions) {
  std::optional<Stamp> first;
  const auto& ids = conditions.if_any;
  if (std::find(ids.begin(), ids.end(), fold.state.route) != ids.end()) first = route_began(fold);
  for (const std::string& mark : ids) {
    const auto found = fold.state.marks.find(mark);
    if (found == fold.state.marks.end() || !found->second.holds) continue;
    if (!first || instant_of(*found->second.since) < instant_of(*first)) first = found->second.since;
  }
  if (first) return *first;
  const auto* cleared = std::get_if<Marked>(&fold.event().body);
  return cleared && cleared->until ? *cleared->until : fold.event().at;
}

/// Returns the later of a duty's moment and the mark, or the clearing, it waited for.
Stamp start_of_duty(const Fold& fold, const Pending& pending) {
  const Stamp moment = pending.happening.at;
  const bool waited = pending.happening.event != fold.now;
  if (pending.duty->conditions.if_any.empty() && !waited) return moment;
  const Stamp condition = condition_began(fold, pending.duty->conditions);
  return instant_of(condition) > instant_of(moment) ? condition : moment;
}

void add(Fold& fold, const Occurrence& one) {
  auto& occurrences = fold.state.occurrences;
  const bool known = std::any_of(occurrences.begin(), occurrences.end(), [&](const Occurrence& other) {
    return other.duty == one.duty && other.stage == one.stage && other.role == one.role && other.of == one.of;
  });
  if (known) return;
  occurrences.push_back(one);
  meet_at_once(fold, occurrences.size() - 1);
}

void arise(Fold& fold, const Pending& pending) {
  Occurrence one;
  one.duty = pending.duty;
  one.stage = pending.stage;
  one.of = fold.event().id;
  one.moment = pending.happening.moment;
  one.from = start_of_duty(fold, pending);
  one.event = fold.now;
  one.stay = fold.state.stays.empty() ? 0 : fold.state.stays.size() - 1;
  one.after_resolution = fold.state.standing == CaseStanding::resolved;
  if (!pending.duty->each) return add(fold, one);
  for (const std::string& role : pending.duty->by) {
    one.role = role;
    add(fold, one);
  }
}

}  // namespace

void settle(Fold& fold) {
  for (std::size_t i = 0; i < fold.fresh.size(); ++i) {
    const Happening happening = fold.fresh[i];
    meet(fold, happening);
    if (fold.state.standing == CaseStanding::closed) continue;
    for (const Duty& duty : fold.policy.duties)
      if (const auto from = arises_at(fold.state, duty, happening))
        fold.pending.push_back({&duty, *from, stage_for(fold.state, from->moment)});
    raise_pending(fold);
  }
}

void raise_pending(Fold& fold) {
  std::vector<Pending> waiting;
  for (const Pending& one : fold.pending)
    if (holds(one.duty->conditions, fold.state.marks, fold.state.route))
      arise(fold, one);
    else
      waiting.push_back(one);
  fold.pending = std::move(waiting);
}

void restate(Fold& fold, const std::string& mark, const Stamp& since) {
  const Moment moment{Kind::mark, mark};
  for (Happening& one : fold.state.happened)
    if (one.moment == moment) one.at = since;
  for (Occurrence& one : fold.state.occurrences) {
    const Moments& when = one.duty->when;
    const bool named = std::find(when.begin(), when.end(), moment) != when.end();
    if (one.outstanding() && when.latest_of && named)
      one.from = latest_of(fold.state, when)->at;
    else if (one.outstanding() && one.moment == moment)
      one.from = since;
  }
}

}  // namespace escalate

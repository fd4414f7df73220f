// How duties end: ticked, met by something that happened, or dropped.
#include "engine/discharge.hpp"

#include <algorithm>

namespace escalate {
namespace {

void end(Fold& fold, Occurrence& one, Occurrence::End how, const Stamp& at) {
  one.end = how;
  one.ended_at = at;
  one.ended_by = fold.now;
}

/// Returns when the last of the roles that owe a duty did it: that is the moment `done D`; nothing while one still
/// owes it.
std::optional<Stamp> last_done(const CaseState& state, const Occurrence& one) {
  std::optional<Stamp> last;
  for (const Occurrence& other : state.occurrences) {
    if (other.duty != one.duty || other.of != one.of || other.stage != one.stage) continue;
    if (other.outstanding()) return std::nullopt;
    if (other.end != Occurrence::End::done && other.end != Occurrence::End::met) continue;
    if (!last || instant_of(*other.ended_at) > instant_of(*last)) last = other.ended_at;
  }
  return last;
}

void finish_duty(Fold& fold, std::size_t index, Occurrence::End how, const Stamp& at) {
  end(fold, fold.state.occurrences[index], how, at);
  const Occurrence& ended = fold.state.occurrences[index];
  const Moment moment{Moment::Kind::done, ended.duty->id};
  if (const auto last = last_done(fold.state, ended)) happen(fold, moment, *last);
}

/// Gives a duty done an earlier end, and what its being done started.
void date_back(Fold& fold, Occurrence& one, const Stamp& at) {
  one.ended_at = at;
  const auto last = last_done(fold.state, one);
  const Moment moment{Moment::Kind::done, one.duty->id};
  for (Happening& happening : fold.state.happened)
    if (last && happening.moment == moment && happening.event == one.ended_by) happening.at = *last;
  for (Occurrence& other : fold.state.occurrences)
    if (last && other.outstanding() && other.moment == moment && other.event == one.ended_by) other.from = *last;
}

bool names(const Done& done, const Occurrence& one) {
  return one.duty->id == done.duty && one.stage == done.stage && one.role == done.role && one.of == done.of;
}

}  // namespace

void discharge(Fold& fold, const Done& done) {
  const Stamp at = fold.event().at;
  bool known = false;
  for (std::size_t i = 0; i < fold.state.occurrences.size(); ++i) {
    Occurrence& one = fold.state.occurrences[i];
    if (!names(done, one)) continue;
    known = true;
    const auto how = done.not_needed.empty() ? Occurrence::End::done : Occurrence::End::not_needed;
    if (one.outstanding() || one.end == Occurrence::End::dropped)
      finish_duty(fold, i, how, at);
    else if (one.end == how && instant_of(at) < instant_of(*one.ended_at))
      date_back(fold, one, at);  // two clones ticked it: the earlier counts
  }
  if (!known) fold.state.ignored.push_back(fold.now);
}

void meet(Fold& fold, const Happening& happening) {
  for (std::size_t i = 0; i < fold.state.occurrences.size(); ++i) {
    const Occurrence& one = fold.state.occurrences[i];
    const auto& met_by = one.duty->met_by;
    const bool meets = std::find(met_by.begin(), met_by.end(), happening.moment) != met_by.end();
    if (meets && one.outstanding()) finish_duty(fold, i, Occurrence::End::met, happening.at);
  }
}

void meet_at_once(Fold& fold, std::size_t occurrence) {
  for (const Moment& moment : fold.state.occurrences[occurrence].duty->met_by) {
    const Occurrence& one = fold.state.occurrences[occurrence];
    if (moment.kind != Moment::Kind::mark || !one.outstanding()) continue;
    const auto mark = fold.state.marks.find(moment.subject);
    if (mark == fold.state.marks.end() || !mark->second.holds) continue;
    if (!before(*mark->second.since, one.from))
      finish_duty(fold, occurrence, Occurrence::End::met, *mark->second.since);
  }
}

void drop_duties(Fold& fold) {
  fold.pending.clear();
  for (Occurrence& one : fold.state.occurrences)
    if (one.outstanding()) end(fold, one, Occurrence::End::dropped, fold.event().at);
}

}  // namespace escalate

// A left fold over the causal order: marks first, then what an event makes happen, then the duties that arise from it
// or are met by it, until nothing new happens.
#include <algorithm>

#include "casefile/standing.hpp"
#include "engine/arising.hpp"
#include "engine/discharge.hpp"
#include "engine/passing.hpp"
#include "engine/replay.hpp"

namespace escalate {
namespace {

using Kind = Moment::Kind;

/// Returns whether the event `id` is on record as the beginning of a run or a duty.
bool begins_a_run(const CaseState& state, const std::string& id) {
  return std::any_of(state.stays.begin(), state.stays.end(),
                     [&](const Stay& stay) { return state.events[stay.by].id == id; }) ||
         std::any_of(state.occurrences.begin(), state.occurrences.end(),
                     [&](const Occurrence& one) { return one.of == id; });
}

// -- what events say ---------------------------------------------------------------------------------------------
void set_mark(Fold& fold, const std::string& mark, const Since& since) {
  MarkState& state = fold.state.marks[mark];
  const bool held = state.holds;
  state.holds = since.has_value();
  state.unknown = !since;
  state.by = fold.now;
  if (!since) return;
  state.since = since;
  if (held) return restate(fold, mark, *since);
  happen(fold, {Kind::mark, mark}, *since);
}

void clear_mark(Fold& fold, const std::string& mark) {
  MarkState& state = fold.state.marks[mark];
  state.holds = false;
  state.unknown = false;
  state.by = fold.now;
}

void halt(Fold& fold, std::optional<std::size_t> event) {
  if (!fold.state.open()) return;
  fold.state.halted = event;
  happen(fold, {event ? Kind::halted : Kind::resumed, ""});
}

/// Applies what an event that moves nothing says.
struct Saying {
  Fold& fold;

  void operator()(const Marked& marked) const {
    marked.until ? clear_mark(fold, marked.mark) : set_mark(fold, marked.mark, marked.since);
  }
  void operator()(const Agreed& agreed) const {
    fold.state.statements.push_back({agreed.limit_or_duty, agreed.of, agreed.until, false, fold.now});
  }
  void operator()(const Extended& extended) const {
    fold.state.statements.push_back({extended.limit_or_duty, extended.of, extended.until, true, fold.now});
    if (begins_a_run(fold.state, extended.of)) happen(fold, {Kind::extended, ""});
  }
  void operator()(const Done& done) const { discharge(fold, done); }
  void operator()(const Halted&) const { halt(fold, fold.now); }
  void operator()(const Resumed&) const { halt(fold, std::nullopt); }
  void operator()(const Assigned& assigned) const { fold.state.assigned[assigned.role] = assigned.to; }
  template <typename Other>
  void operator()(const Other&) const {}
};

// -- events that move the case -----------------------------------------------------------------------------------
void begin_again(Fold& fold) {
  drop_duties(fold);
  auto& happened = fold.state.happened;
  happened.erase(std::remove_if(happened.begin(), happened.end(),
                                [](const Happening& one) { return one.moment.kind != Kind::mark; }),
                 happened.end());
}

void resolve(Fold& fold, const Link& link) {
  happen(fold, {Kind::resolved_at, link.stage});
  happen(fold, {Kind::resolved, ""});
}

void enter(Fold& fold, const Link& link) {
  auto& stays = fold.state.stays;
  if (!stays.empty()) stays.back().left = fold.now;
  stays.push_back({link.stage, link.route, fold.event().at, fold.now, std::nullopt});
  happen(fold, {Kind::entered, link.stage});
}

void move_to(Fold& fold, const Link& link) {
  CaseState& state = fold.state;
  const Body& body = state.events[fold.now].body;
  const Link before{fold.now, state.standing, state.stage, state.route};
  const bool first = std::holds_alternative<Opened>(body);
  const bool again = std::holds_alternative<Reopened>(body);
  if (const auto* opened = std::get_if<Opened>(&body))
    for (const auto& [mark, since] : opened->marks) set_mark(fold, mark, since);
  if (again) begin_again(fold);
  if (first || again) state.process = state.stays.size();
  state.standing = link.standing;
  state.stage = link.stage;
  state.route = link.route;
  state.halted.reset();
  if (first || again) happen(fold, {Kind::opened, ""});
  if (std::holds_alternative<Resolved>(body)) return resolve(fold, link);
  if (std::holds_alternative<Closed>(body)) return drop_duties(fold);
  if (!again)
    for (const std::string& stage : unresolved_by(fold.policy, first ? Link{} : before, link, state.marks))
      happen(fold, {Kind::unresolved, stage});
  enter(fold, link);
}

const Link* link_of(const CaseState& state, std::size_t event) {
  for (const Link& link : state.chain.links)
    if (link.event == event) return &link;
  return nullptr;
}

void apply(Fold& fold, std::size_t index) {
  fold.now = index;
  const Event& event = fold.event();
  if (is_position(event)) {
    const Link* link = link_of(fold.state, index);
    if (!link) return;
    move_to(fold, *link);
  } else {
    std::visit(Saying{fold}, event.body);
  }
  raise_pending(fold);
  settle(fold);
  fold.fresh.clear();
}

void finish(CaseState& state) {
  if (!state.opened()) {
    state.standing = CaseStanding::void_case;
    state.occurrences.clear();
  }
  for (const DueStatement& statement : state.statements)
    if (!begins_a_run(state, statement.of)) state.ignored.push_back(statement.event);
}

}  // namespace

CaseState replay(const Policy& policy, const Case& record) {
  Fold fold{policy};
  fold.state.events = standing(record);
  fold.state.chain = chain_of(policy, fold.state.events, record.events);
  for (std::size_t i = 0; i < fold.state.events.size(); ++i) apply(fold, i);
  finish(fold.state);
  return std::move(fold.state);
}

}  // namespace escalate

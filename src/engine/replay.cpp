// A left fold over the causal order: marks first, then what an event makes happen, then the duties that arise from it
// or are met by it, until nothing new happens.
#include "engine/replay.hpp"

#include <algorithm>

#include "casefile/standing.hpp"
#include "engine/passing.hpp"

namespace escalate {
namespace {

/// A moment that happened and a duty that waits for its condition to hold.
struct Pending {
  const Duty* duty;
  Happening happening;
  std::string stage;
};

class Replay {
 public:
  Replay(const Policy& policy, const Case& record) : m_policy(policy) {
    m_state.events = standing(record);
    m_state.chain = chain_of(policy, m_state.events, record.events);
    for (std::size_t i = 0; i < m_state.events.size(); ++i) apply(i);
    finish();
  }
  CaseState take() { return std::move(m_state); }

 private:
  using Kind = Moment::Kind;

  void apply(std::size_t index) {
    const Event& event = m_state.events[index];
    m_now = index;
    if (is_position(event)) {
      const Link* link = on_chain(index);
      if (!link) return;
      move_to(*link, event);
    } else {
      state_facts(event);
    }
    raise_pending();
    settle();
    m_new.clear();
  }

  const Link* on_chain(std::size_t index) const {
    for (const Link& link : m_state.chain.links)
      if (link.event == index) return &link;
    return nullptr;
  }

  // -- position events ---------------------------------------------------------------------------------------------
  void move_to(const Link& link, const Event& event) {
    const Link before{m_now, m_state.standing, m_state.stage, m_state.route};
    const bool first = std::holds_alternative<Opened>(event.body);
    const bool again = std::holds_alternative<Reopened>(event.body);
    if (const auto* opened = std::get_if<Opened>(&event.body))
      for (const auto& [mark, since] : opened->marks) set_mark(mark, since);
    if (again) begin_again();
    if (first || again) m_state.process = m_state.stays.size();
    m_state.standing = link.standing;
    m_state.stage = link.stage;
    m_state.route = link.route;
    m_state.halted.reset();
    if (first || again) happen({Kind::opened, ""});
    if (std::holds_alternative<Resolved>(event.body)) return resolve(link);
    if (std::holds_alternative<Closed>(event.body)) return drop_duties();
    if (!again)
      for (const std::string& stage : unresolved_by(m_policy, first ? Link{} : before, link, m_state.marks))
        happen({Kind::unresolved, stage});
    enter(link, event);
  }

  void enter(const Link& link, const Event& event) {
    if (!m_state.stays.empty()) m_state.stays.back().left = m_now;
    m_state.stays.push_back({link.stage, link.route, event.at, m_now, std::nullopt});
    happen({Kind::entered, link.stage});
  }

  void resolve(const Link& link) {
    happen({Kind::resolved_at, link.stage});
    happen({Kind::resolved, ""});
  }

  void begin_again() {
    drop_duties();
    auto& happened = m_state.happened;
    happened.erase(std::remove_if(happened.begin(), happened.end(),
                                  [](const Happening& one) { return one.moment.kind != Kind::mark; }),
                   happened.end());
  }

  void drop_duties() {
    m_pending.clear();
    for (Occurrence& one : m_state.occurrences)
      if (one.outstanding()) end(one, Occurrence::End::dropped, m_state.events[m_now].at);
  }

  // -- other events ------------------------------------------------------------------------------------------------
  void state_facts(const Event& event) {
    if (const auto* marked = std::get_if<Marked>(&event.body))
      marked->until ? clear_mark(marked->mark) : set_mark(marked->mark, marked->since);
    else if (const auto* agreed = std::get_if<Agreed>(&event.body))
      m_state.statements.push_back({agreed->limit_or_duty, agreed->of, agreed->until, false, m_now});
    else if (const auto* extended = std::get_if<Extended>(&event.body)) {
      m_state.statements.push_back({extended->limit_or_duty, extended->of, extended->until, true, m_now});
      happen({Kind::extended, ""});
    } else if (const auto* done = std::get_if<Done>(&event.body))
      discharge(*done, event);
    else if (std::holds_alternative<Halted>(event.body))
      halt(m_now);
    else if (std::holds_alternative<Resumed>(event.body))
      halt(std::nullopt);
    else if (const auto* assigned = std::get_if<Assigned>(&event.body))
      m_state.assigned[assigned->role] = assigned->to;
  }

  void halt(std::optional<std::size_t> event) {
    if (!m_state.open()) return;
    m_state.halted = event;
    happen({event ? Kind::halted : Kind::resumed, ""});
  }

  void set_mark(const std::string& mark, const Since& since) {
    MarkState& state = m_state.marks[mark];
    const bool held = state.holds;
    state.holds = since.has_value();
    state.unknown = !since;
    state.by = m_now;
    if (!since) return;
    state.since = since;
    if (held) return restate(mark, *since);
    happen({Kind::mark, mark}, *since);
  }

  /// A mark stated again with another time moves what it started, while that is still owed.
  void restate(const std::string& mark, const Stamp& since) {
    const Moment moment{Kind::mark, mark};
    for (Happening& one : m_state.happened)
      if (one.moment == moment) one.at = since;
    for (Occurrence& one : m_state.occurrences) {
      const Moments& when = one.duty->when;
      const bool named = std::find(when.begin(), when.end(), moment) != when.end();
      if (one.outstanding() && when.latest_of && named)
        one.from = latest_of(when)->at;
      else if (one.outstanding() && one.moment == moment)
        one.from = since;
    }
  }

  void clear_mark(const std::string& mark) {
    MarkState& state = m_state.marks[mark];
    state.holds = false;
    state.unknown = false;
    state.by = m_now;
  }

  // -- moments and duties ------------------------------------------------------------------------------------------
  void happen(const Moment& moment) { happen(moment, m_state.events[m_now].at); }

  void happen(const Moment& moment, const Stamp& at) {
    m_state.happened.push_back({moment, at, m_now});
    m_new.push_back(m_state.happened.back());
  }

  /// Lets duties arise from what has just happened, and what happens from them in turn.
  void settle() {
    for (std::size_t i = 0; i < m_new.size(); ++i) {
      const Happening happening = m_new[i];
      meet(happening);
      if (m_state.standing == CaseStanding::closed) continue;
      for (const Duty& duty : m_policy.duties)
        if (const auto from = arises_at(duty, happening)) m_pending.push_back({&duty, *from, stage_for(from->moment)});
      raise_pending();
    }
  }

  /// Returns the moment by which a duty arises now that something has happened; nothing where it does not. With
  /// `latest-of` that is the latest of its moments, once all have happened.
  std::optional<Happening> arises_at(const Duty& duty, const Happening& happening) const {
    const Moment& moment = happening.moment;
    const bool named = std::any_of(duty.when.begin(), duty.when.end(), [&](const Moment& when) {
      return when == moment || (when.kind == Kind::every_stage && moment.kind == Kind::entered);
    });
    if (!named) return std::nullopt;
    if (!duty.when.latest_of) return happening;
    auto last = latest_of(duty.when);
    if (last) last->event = happening.event;
    return last;
  }

  /// Returns what of `moments` happened last, once all have.
  std::optional<Happening> latest_of(const Moments& moments) const {
    std::optional<Happening> last;
    for (const Moment& moment : moments) {
      const Happening* one = latest(m_state, moment);
      if (!one) return std::nullopt;
      if (!last || instant_of(one->at) > instant_of(last->at)) last = *one;
    }
    return last;
  }

  std::string stage_for(const Moment& moment) const {
    const bool names_stage =
        moment.kind == Kind::entered || moment.kind == Kind::unresolved || moment.kind == Kind::resolved_at;
    return names_stage ? moment.subject : m_state.stage;
  }

  void raise_pending() {
    std::vector<Pending> waiting;
    for (const Pending& one : m_pending)
      if (holds(one.duty->conditions, m_state.marks, m_state.route))
        arise(one);
      else
        waiting.push_back(one);
    m_pending = std::move(waiting);
  }

  void arise(const Pending& pending) {
    Occurrence one;
    one.duty = pending.duty;
    one.stage = pending.stage;
    one.of = m_state.events[m_now].id;
    one.moment = pending.happening.moment;
    one.from = start_of_duty(pending);
    one.event = m_now;
    one.stay = m_state.stays.empty() ? 0 : m_state.stays.size() - 1;
    one.after_resolution = m_state.standing == CaseStanding::resolved;
    if (!pending.duty->each) return add(one);
    for (const std::string& role : pending.duty->by) {
      one.role = role;
      add(one);
    }
  }

  void add(const Occurrence& one) {
    const bool known =
        std::any_of(m_state.occurrences.begin(), m_state.occurrences.end(), [&](const Occurrence& other) {
          return other.duty == one.duty && other.stage == one.stage && other.role == one.role && other.of == one.of;
        });
    if (known) return;
    m_state.occurrences.push_back(one);
    meet_at_once(m_state.occurrences.size() - 1);
  }

  /// Returns the later of a duty's moment and the mark, or the clearing, it waited for.
  Stamp start_of_duty(const Pending& pending) const {
    const Stamp moment = pending.happening.at;
    const bool waited = pending.happening.event != m_now;
    if (pending.duty->conditions.if_any.empty() && !waited) return moment;
    const Stamp condition = condition_began(pending.duty->conditions);
    return instant_of(condition) > instant_of(moment) ? condition : moment;
  }

  /// Returns when the case came to the route it is on, without leaving it since.
  Stamp route_began() const {
    Stamp began = m_state.events[m_now].at;
    for (auto stay = m_state.stays.rbegin(); stay != m_state.stays.rend() && stay->route == m_state.route; ++stay)
      began = stay->entered;
    return began;
  }

  Stamp condition_began(const Conditions& conditions) const {
    std::optional<Stamp> first;
    const auto& ids = conditions.if_any;
    if (std::find(ids.begin(), ids.end(), m_state.route) != ids.end()) first = route_began();
    for (const std::string& mark : conditions.if_any) {
      const auto found = m_state.marks.find(mark);
      if (found == m_state.marks.end() || !found->second.holds) continue;
      if (!first || instant_of(*found->second.since) < instant_of(*first)) first = found->second.since;
    }
    return first.value_or(m_state.events[m_now].at);
  }

  /// A duty whose `met-by` mark already holds since its moment, or later, is met as it arises.
  void meet_at_once(std::size_t index) {
    for (const Moment& moment : m_state.occurrences[index].duty->met_by) {
      const Occurrence& one = m_state.occurrences[index];
      if (moment.kind != Kind::mark || !one.outstanding()) continue;
      const auto mark = m_state.marks.find(moment.subject);
      if (mark == m_state.marks.end() || !mark->second.holds) continue;
      if (!before(*mark->second.since, one.from)) finish_duty(index, Occurrence::End::met, *mark->second.since);
    }
  }

  void meet(const Happening& happening) {
    for (std::size_t i = 0; i < m_state.occurrences.size(); ++i) {
      const Occurrence& one = m_state.occurrences[i];
      const auto& met_by = one.duty->met_by;
      const bool meets = std::find(met_by.begin(), met_by.end(), happening.moment) != met_by.end();
      if (meets && one.outstanding()) finish_duty(i, Occurrence::End::met, happening.at);
    }
  }

  void discharge(const Done& done, const Event& event) {
    bool known = false;
    for (std::size_t i = 0; i < m_state.occurrences.size(); ++i) {
      Occurrence& one = m_state.occurrences[i];
      if (one.duty->id != done.duty || one.stage != done.stage || one.role != done.role || one.of != done.of) continue;
      known = true;
      const auto end = done.not_needed.empty() ? Occurrence::End::done : Occurrence::End::not_needed;
      if (one.outstanding() || one.end == Occurrence::End::dropped)
        finish_duty(i, end, event.at);
      else if (one.end == end && instant_of(event.at) < instant_of(*one.ended_at))
        date_back(one, event.at);  // two clones ticked it: the earlier counts
    }
    if (!known) m_state.ignored.push_back(m_now);
  }

  void finish_duty(std::size_t index, Occurrence::End how, const Stamp& at) {
    end(m_state.occurrences[index], how, at);
    const Occurrence& ended = m_state.occurrences[index];
    if (const auto last = last_done(ended)) happen({Kind::done, ended.duty->id}, *last);
  }

  /// Returns when the last of the roles that owe a duty did it: that is the moment `done D`; nothing while one still
  /// owes it.
  std::optional<Stamp> last_done(const Occurrence& one) const {
    std::optional<Stamp> last;
    for (const Occurrence& other : m_state.occurrences) {
      if (other.duty != one.duty || other.of != one.of || other.stage != one.stage) continue;
      if (other.outstanding()) return std::nullopt;
      if (other.end != Occurrence::End::done && other.end != Occurrence::End::met) continue;
      if (!last || instant_of(*other.ended_at) > instant_of(*last)) last = other.ended_at;
    }
    return last;
  }

  /// Gives a duty done an earlier end, and what its being done started.
  void date_back(Occurrence& one, const Stamp& at) {
    one.ended_at = at;
    const auto last = last_done(one);
    const Moment moment{Kind::done, one.duty->id};
    for (Happening& happening : m_state.happened)
      if (last && happening.moment == moment && happening.event == one.ended_by) happening.at = *last;
    for (Occurrence& other : m_state.occurrences)
      if (last && other.outstanding() && other.moment == moment && other.event == one.ended_by) other.from = *last;
  }

  void end(Occurrence& one, Occurrence::End how, const Stamp& at) {
    one.end = how;
    one.ended_at = at;
    one.ended_by = m_now;
  }

  void finish() {
    const bool opened = std::any_of(m_state.events.begin(), m_state.events.end(),
                                    [](const Event& event) { return std::holds_alternative<Opened>(event.body); });
    if (!opened) {
      m_state.standing = CaseStanding::void_case;
      m_state.occurrences.clear();
    }
    for (const DueStatement& statement : m_state.statements)
      if (!begins_a_run(statement.of)) m_state.ignored.push_back(statement.event);
  }

  bool begins_a_run(const std::string& id) const {
    return std::any_of(m_state.stays.begin(), m_state.stays.end(),
                       [&](const Stay& stay) { return m_state.events[stay.by].id == id; }) ||
           std::any_of(m_state.occurrences.begin(), m_state.occurrences.end(),
                       [&](const Occurrence& one) { return one.of == id; });
  }

  const Policy& m_policy;
  CaseState m_state;
  std::size_t m_now = 0;
  std::vector<Happening> m_new;
  std::vector<Pending> m_pending;
};

}  // namespace

const Opened* CaseState::opened() const {
  for (const Event& event : events)
    if (const auto* found = std::get_if<Opened>(&event.body)) return found;
  return nullptr;
}

CaseState replay(const Policy& policy, const Case& record) { return Replay(policy, record).take(); }

const Happening* latest(const CaseState& state, const Moment& moment) {
  const auto found = std::find_if(state.happened.rbegin(), state.happened.rend(),
                                  [&](const Happening& one) { return one.moment == moment; });
  return found == state.happened.rend() ? nullptr : &*found;
}

}  // namespace escalate

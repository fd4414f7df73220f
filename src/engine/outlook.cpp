#include "engine/outlook.hpp"

#include <map>
#include <tuple>

#include "engine/owners.hpp"
#include "engine/passing.hpp"

namespace escalate {
namespace {

using Key = std::tuple<std::string, std::string, std::string>;  // limit or duty, of, stage and role

/// Returns every due in force.
std::map<Key, Due> dues_in_force(const Subject& subject) {
  const CaseState state = replay(*subject.policy, *subject.record);
  std::map<Key, Due> dues;
  for (const LimitStanding& one : limits_of(state, *subject.policy, *subject.calendar))
    if (one.state == LimitStanding::State::running && one.clock.due) dues[{one.limit->id, one.of, ""}] = *one.clock.due;
  for (const DutyStanding& one : duties_of(state, *subject.policy, *subject.calendar))
    if (one.occurrence->outstanding() && one.clock.due)
      dues[{one.occurrence->duty->id, one.occurrence->of, one.occurrence->stage + "/" + one.occurrence->role}] =
          *one.clock.due;
  return dues;
}

void add_clock_problem(const Clock& clock, const std::string& id, const Subject& subject, Faults& problems) {
  if (!clock.fault) return;
  Fault fault;
  fault.place.file = subject.record->file;
  fault.text = "no due for '" + id + "': " + clock.fault->text;
  fault.help = clock.fault->help;
  problems.push_back(fault);
}

class UnknownWords {
 public:
  UnknownWords(const Case& record, const Policy& policy) : m_policy(policy) {
    for (const Event& event : record.events) {
      const auto amended = record.amended.find(event.id);
      check(amended == record.amended.end() ? event : amended->second, event.place);
    }
  }
  Faults take() { return std::move(m_faults); }

 private:
  void check(const Event& event, const Place& place) {
    m_place = place;
    if (const auto* opened = std::get_if<Opened>(&event.body)) {
      expect(m_policy.route(opened->route), "route", opened->route);
      stage(opened->to);
      for (const auto& [mark, since] : opened->marks) expect(m_policy.mark(mark), "mark", mark);
    } else if (const auto* advanced = std::get_if<Advanced>(&event.body)) {
      stage(advanced->to);
      if (!advanced->route.empty()) expect(m_policy.route(advanced->route), "route", advanced->route);
    } else if (const auto* reopened = std::get_if<Reopened>(&event.body)) {
      stage(reopened->to);
    } else if (const auto* resolved = std::get_if<Resolved>(&event.body)) {
      stage(resolved->stage);
    } else {
      check_facts(event);
    }
  }

  void check_facts(const Event& event) {
    if (const auto* marked = std::get_if<Marked>(&event.body))
      expect(m_policy.mark(marked->mark), "mark", marked->mark);
    if (const auto* agreed = std::get_if<Agreed>(&event.body)) limit_or_duty(agreed->limit_or_duty);
    if (const auto* extended = std::get_if<Extended>(&event.body)) limit_or_duty(extended->limit_or_duty);
    if (const auto* assigned = std::get_if<Assigned>(&event.body))
      expect(m_policy.role(assigned->role), "role", assigned->role);
    if (const auto* done = std::get_if<Done>(&event.body)) {
      expect(m_policy.duty(done->duty), "duty", done->duty);
      stage(done->stage);
      if (!done->role.empty()) expect(m_policy.role(done->role), "role", done->role);
    }
  }

  void stage(const std::string& id) {
    if (!id.empty()) expect(m_policy.stage(id), "stage", id);
  }
  void limit_or_duty(const std::string& id) {
    if (!m_policy.limit(id)) expect(m_policy.duty(id), "limit or duty", id);
  }
  void expect(const void* known, const std::string& what, const std::string& id) {
    if (known) return;
    Fault fault;
    fault.place = m_place;
    fault.text = "record damaged: the policy '" + m_policy.id + "' has no " + what + " '" + id + "'";
    fault.help = "put the policy back as it was, or correct the event";
    m_faults.push_back(fault);
  }

  const Policy& m_policy;
  Place m_place;
  Faults m_faults;
};

/// Returns whether the newest event took the case down its ladder: limits it leaves are dropped then, neither met nor
/// late, unless they were late already (LANGUAGE.md 3).
bool goes_down(const Policy& policy, const Case& after) {
  const CaseState state = replay(policy, after);
  const auto& links = state.chain.links;
  const bool moved = links.size() > 1 && state.events[links.back().event].id == after.events.back().id;
  return moved && std::holds_alternative<Advanced>(after.events.back().body) &&
         steps_back(policy, links[links.size() - 2], links.back());
}

}  // namespace

std::string Outlook::owner() const {
  return names_of_roles(owners_of_stage(*subject.policy, state->stage, *state), *subject.policy, *state,
                        *subject.settings);
}

Outlook outlook_of(const Subject& subject, Instant now, int within) {
  Outlook outlook;
  outlook.subject = subject;
  outlook.now = now;
  outlook.state = std::make_unique<const CaseState>(replay(*subject.policy, *subject.record));
  outlook.limits = limits_of(*outlook.state, *subject.policy, *subject.calendar);
  outlook.duties = duties_of(*outlook.state, *subject.policy, *subject.calendar);
  outlook.alerts = alerts_of(*subject.policy, *outlook.state, outlook.limits, outlook.duties,
                             alert_clock(now, within, *subject.calendar));
  outlook.next = next_steps(*subject.policy, *outlook.state);
  outlook.raise_window = raise_window_of(*outlook.state, *subject.policy, *subject.calendar);
  outlook.problems = unknown_words(*subject.record, *subject.policy);
  outlook.damaged = !outlook.problems.empty();
  for (const LimitStanding& one : outlook.limits)
    if (one.state == LimitStanding::State::running)
      add_clock_problem(one.clock, one.limit->id, subject, outlook.problems);
  for (const DutyStanding& one : outlook.duties)
    if (one.occurrence->outstanding())
      add_clock_problem(one.clock, one.occurrence->duty->id, subject, outlook.problems);
  return outlook;
}

std::vector<std::pair<std::string, Stamp>> was_due(const Subject& before, const Subject& after) {
  const bool down = goes_down(*after.policy, *after.record);
  const auto earlier_dues = dues_in_force(before);
  const auto later_dues = dues_in_force(after);
  std::map<std::string, Due> gone;
  for (const auto& [key, due] : earlier_dues) {
    const auto still = later_dues.find(key);
    if (still != later_dues.end() && !earlier(due, still->second)) continue;
    if (down && before.policy->limit(std::get<0>(key)) && !passed(due, after.record->events.back().at)) continue;
    const auto [known, added] = gone.try_emplace(std::get<0>(key), due);
    if (!added && earlier(due, known->second)) known->second = due;
  }
  std::vector<std::pair<std::string, Stamp>> result;
  for (const auto& [id, due] : gone) result.emplace_back(id, as_was_due(due));
  return result;
}

Faults unknown_words(const Case& record, const Policy& policy) { return UnknownWords(record, policy).take(); }

}  // namespace escalate

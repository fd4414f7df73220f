#include "engine/alerts.hpp"

#include <algorithm>

#include "engine/owners.hpp"
#include "time/london.hpp"

namespace escalate {
namespace {

int days_between(Date from, Date to) { return static_cast<int>((to - from).count()); }

/// Returns how pressing a due is; nothing while it is further off than soon.
std::optional<AlertState> pressing(const Due& due, const AlertClock& clock) {
  const Date today = london_date(clock.now);
  if (passed(due, to_the_minute(clock.now))) return AlertState::overdue;
  if (due.immediately && day_of(due) <= today) return AlertState::due_now;
  if (day_of(due) <= today) return AlertState::due_today;
  if (day_of(due) <= clock.soon) return AlertState::due_soon;
  return std::nullopt;
}

class Alerts {
 public:
  Alerts(const Policy& policy, const CaseState& state, const AlertClock& clock)
      : m_policy(policy), m_state(state), m_clock(clock) {}

  void add_case() {
    for (const UrgentMark& urgent : urgent_marks(m_policy, m_state)) add_urgent(urgent);
    for (const MarkRule& mark : m_policy.marks) add_unknown(mark);
    if (m_state.halted) add_whole("halted", m_state.events[*m_state.halted].at);
  }

  void add_rivals() {
    if (!m_state.chain.rivals.empty()) add_whole("decided-twice", m_state.events[m_state.chain.rivals.front()].at);
  }

  void add_limits(const std::vector<LimitStanding>& limits) {
    bool any = false;
    for (const LimitStanding& limit : limits) {
      if (waits_for_unknown(limit)) any = true;
      if (limit.state != LimitStanding::State::running) continue;
      any = true;
      add_clock(limit.clock, limit.limit->within, [&](Alert& alert) {
        alert.kind = AlertKind::limit;
        alert.id = limit.limit->id;
        alert.stage = m_state.stage;
        alert.roles = owners_of_stage(m_policy, m_state.stage, m_state);
        alert.limit = &limit;
      });
    }
    if (!any) add_whole("no-limit", m_state.stays.back().entered);
  }

  void add_duty(const DutyStanding& duty) {
    if (!keeps_open(duty)) return;
    const auto describe = [&](Alert& alert) {
      alert.kind = AlertKind::duty;
      alert.id = duty.occurrence->duty->id;
      alert.stage = duty.occurrence->stage;
      alert.roles = owed_by(*duty.occurrence, m_policy, m_state);
      alert.duty = &duty;
    };
    if (duty.occurrence->duty->within)
      add_clock(duty.clock, *duty.occurrence->duty->within, describe);
    else if (duty.stage_over)
      add(AlertState::undone, expected_by(*duty.occurrence), describe);
  }

  std::vector<Alert> take() {
    std::stable_sort(m_alerts.begin(), m_alerts.end(), [](const Alert& a, const Alert& b) {
      if (more_pressing(a, b) || more_pressing(b, a)) return more_pressing(a, b);
      return a.id < b.id;
    });
    return std::move(m_alerts);
  }

 private:
  /// Returns whether the limit waits for a mark answered `unknown`: that is an alert of its own.
  bool waits_for_unknown(const LimitStanding& limit) const {
    return limit.state == LimitStanding::State::not_started &&
           std::any_of(limit.limit->from.begin(), limit.limit->from.end(), [&](const Moment& moment) {
             return moment.kind == Moment::Kind::mark && not_known(m_policy, m_state, moment.subject);
           });
  }

  /// Returns when a duty without a time was expected: at the end of its stay, or at the resolution.
  Stamp expected_by(const Occurrence& one) const {
    if (one.after_resolution || m_state.stays.empty()) return one.from;
    if (const auto left = m_state.stays[one.stay].left) return m_state.events[*left].at;
    return m_state.events[m_state.chain.links.back().event].at;
  }

  template <typename Describe>
  void add(AlertState state, const std::optional<Stamp>& since, const Describe& describe) {
    Alert alert;
    alert.state = state;
    alert.since = since;
    if (since) alert.age = std::max(0, days_between(day_of(*since), london_date(m_clock.now)));
    describe(alert);
    m_alerts.push_back(std::move(alert));
  }

  template <typename Describe>
  void add_clock(const Clock& clock, const Within& within, const Describe& describe) {
    if (clock.lacks_agreement(within)) add(AlertState::no_date, clock.from, describe);
    if (within.without_delay()) add(AlertState::waiting, clock.from, describe);
    if (clock.fault && !clock.due && !clock.lacks_agreement(within)) add(AlertState::no_date, clock.from, describe);
    if (!clock.due) return;
    const auto state = pressing(*clock.due, m_clock);
    if (!state) return;
    const auto since = *state == AlertState::overdue ? std::optional<Stamp>(day_of(*clock.due)) : clock.from;
    add(*state, since, [&](Alert& alert) {
      describe(alert);
      alert.due = clock.due;
      alert.provisional = clock.provisional;
    });
  }

  void add_whole(const std::string& id, const Stamp& since, AlertState state = AlertState::waiting) {
    add(state, since, [&](Alert& alert) { describe_whole(alert, id); });
  }

  void describe_whole(Alert& alert, const std::string& id) const {
    alert.kind = AlertKind::case_as_a_whole;
    alert.id = id;
    alert.stage = m_state.stage;
    alert.roles = owners_of_stage(m_policy, m_state.stage, m_state);
  }

  void add_urgent(const UrgentMark& urgent) {
    const auto mark = m_state.marks.find(urgent.mark);
    const bool marked = mark != m_state.marks.end() && mark->second.since;
    add_whole(urgent.mark, marked ? *mark->second.since : m_state.stays.back().entered, AlertState::urgent);
    m_alerts.back().urgent = urgent.rules;
  }

  void add_unknown(const MarkRule& rule) {
    if (!not_known(m_policy, m_state, rule.id)) return;
    const auto mark = m_state.marks.find(rule.id);
    const Stamp since = mark == m_state.marks.end() ? m_state.stays.back().entered : m_state.events[mark->second.by].at;
    add_whole(rule.id, since, AlertState::no_date);
  }

  const Policy& m_policy;
  const CaseState& m_state;
  const AlertClock& m_clock;
  std::vector<Alert> m_alerts;
};

}  // namespace

const std::vector<std::string>& alert_words() {
  static const std::vector<std::string> words = {"urgent",   "overdue", "due-now", "due-today",
                                                 "due-soon", "no-date", "waiting", "undone"};
  return words;
}

std::string word_of(AlertState state) { return alert_words()[static_cast<std::size_t>(state)]; }

std::optional<AlertState> alert_state(std::string_view word) {
  const auto& words = alert_words();
  const auto found = std::find(words.begin(), words.end(), word);
  if (found == words.end()) return std::nullopt;
  return static_cast<AlertState>(found - words.begin());
}

std::string word_of(AlertKind kind) {
  switch (kind) {
    case AlertKind::limit:
      return "limit";
    case AlertKind::duty:
      return "duty";
    case AlertKind::case_as_a_whole:
      return "case";
  }
  return {};
}

bool more_pressing(const Alert& a, const Alert& b) {
  if (a.state != b.state) return a.state < b.state;
  if (a.due.has_value() != b.due.has_value()) return a.due.has_value();
  return a.due && order_of(*a.due) < order_of(*b.due);
}

bool not_known(const Policy& policy, const CaseState& state, const std::string& id) {
  const auto mark = state.marks.find(id);
  if (mark != state.marks.end()) return mark->second.unknown;
  const MarkRule* rule = policy.mark(id);
  return rule && rule->ask_at_open && holds(rule->conditions, state.marks, state.route);
}

std::vector<UrgentMark> urgent_marks(const Policy& policy, const CaseState& state) {
  std::vector<UrgentMark> urgent;
  if (!state.open() && state.standing != CaseStanding::resolved) return urgent;
  for (const UrgentRule& rule : policy.urgent) {
    if (!holds(rule.conditions, state.marks, state.route)) continue;
    for (const std::string& id : rule.conditions.if_any) {
      const auto mark = state.marks.find(id);
      if (id != state.route && (mark == state.marks.end() || !mark->second.holds)) continue;
      const auto known =
          std::find_if(urgent.begin(), urgent.end(), [&](const UrgentMark& one) { return one.mark == id; });
      known == urgent.end() ? urgent.push_back({id, {&rule}}) : known->rules.push_back(&rule);
    }
  }
  return urgent;
}

AlertClock alert_clock(Instant now, int within, const Calendar& calendar) {
  const Date today = london_date(now);
  const auto soon = working_day_after(today, within, calendar);
  return {now, soon ? *soon : today + std::chrono::days{within}};
}

std::vector<Alert> alerts_of(const Policy& policy, const CaseState& state, const std::vector<LimitStanding>& limits,
                             const std::vector<DutyStanding>& duties, const AlertClock& clock) {
  Alerts alerts(policy, state, clock);
  if (state.open()) {
    alerts.add_case();
    alerts.add_limits(limits);
  }
  if (state.open() || state.standing == CaseStanding::resolved) {
    alerts.add_rivals();
    for (const DutyStanding& duty : duties) alerts.add_duty(duty);
  }
  return alerts.take();
}

}  // namespace escalate

#include "unit/model/standing.hpp"

#include <algorithm>

#include "unit/model/path.hpp"
#include "unit/model/rungs.hpp"

namespace escalate::model {
namespace {

When later(const When& a, const When& b) { return order_of(a) < order_of(b) ? b : a; }
bool due_before(const When& a, const When& b) { return end_of(a) < end_of(b); }

struct Happening {
  std::string moment;  ///< as a policy writes it
  When time;
  std::string stage;  ///< that the moment names, or the case stood at
  std::string mark = {};
};

struct Stay {
  std::string stage;
  When since;
  std::string of;
};

/// A duty whose moment happened while its conditions did not hold.
struct Pending {
  const Duty* duty;
  Happening moment;
};

class Fold {
 public:
  Fold(const Book& book, const Entries& entries) : m_book(book), m_policy(*book.policy) {
    m_is.events = counting(entries);
    const Path path = path_of(m_policy, m_is.events, entries);
    m_is.chain = path.events;
    m_is.decided_twice = path.decided_twice;
  }

  Standing result() {
    if (m_is.chain.empty() || m_is.chain.front().kind != "opened") {
      m_is.state = "void";
      return m_is;
    }
    for (const Entry& entry : m_is.events)
      if (!is_position(entry) || on_chain(entry)) apply(entry);
    if (m_is.open()) reckon_limits();
    for (Owed& one : m_is.duties) reckon(one);
    return m_is;
  }

 private:
  bool on_chain(const Entry& entry) const {
    return std::any_of(m_is.chain.begin(), m_is.chain.end(), [&](const Entry& one) { return one.id == entry.id; });
  }

  void apply(const Entry& entry) {
    m_event = &entry;
    m_time = entry.at;
    m_happened.clear();
    if (is_position(entry)) m_is.halted = false;
    if (entry.kind == "opened" || entry.kind == "advanced" || entry.kind == "reopened") enter(entry);
    if (entry.kind == "resolved") resolve(entry);
    if (entry.kind == "closed") close();
    if (entry.kind == "marked") mark(entry);
    if (entry.kind == "done") tick(entry);
    if (entry.kind == "halted" || entry.kind == "resumed") halt(entry);
    if (entry.kind == "agreed" || entry.kind == "extended") set_date(entry);
    spread();
  }

  void happens(Happening one) { m_happened.push_back(std::move(one)); }

  void enter(const Entry& entry) {
    const bool begins = entry.kind != "advanced";
    const std::string from_route = m_is.route;
    const std::string from = entry.kind == "advanced" ? m_is.stage : "";
    if (begins) {
      m_stays.clear();
      m_is.duties.clear();
      m_pending.clear();
      m_last.clear();
    }
    m_is.route = route_to(m_policy, entry, m_is.route);
    if (m_is.route != from_route) m_route_since = entry.at;
    for (const auto& [key, value] : entry.keys)
      if (key.starts_with("marks/")) set_mark(key.substr(6), value);
    m_is.stage = entry.key("to").empty() ? first_stage(m_policy, m_is.route, m_is) : entry.key("to");
    m_is.since = entry.at;
    m_is.state = "open";
    for (Happening& of_mark : m_happened) of_mark.stage = m_is.stage;
    m_stays.push_back({m_is.stage, entry.at, entry.id});
    if (begins) happens({"opened", entry.at, m_is.stage});
    if (entry.kind != "reopened")
      for (const std::string& stage : left_unresolved(m_policy, from_route, from, m_is.route, m_is.stage, m_is))
        happens({"unresolved " + stage, entry.at, stage});
    happens({"entered " + m_is.stage, entry.at, m_is.stage});
    happens({"every stage", entry.at, m_is.stage});
  }

  void resolve(const Entry& entry) {
    m_is.state = "resolved";
    m_is.stage = entry.key("stage");
    const std::string route = route_to(m_policy, entry, m_is.route);
    if (route != m_is.route) m_route_since = entry.at;
    m_is.route = route;
    happens({"resolved " + entry.key("stage"), entry.at, entry.key("stage")});
    happens({"resolved", entry.at, m_is.stage});
  }

  void close() {
    m_is.state = "closed";
    m_pending.clear();
    for (Owed& one : m_is.duties) {
      one.dropped = one.open;
      one.open = false;
    }
  }

  void set_mark(const std::string& id, const std::string& value) {
    Mark& mark = m_is.marks[id];
    const bool again = mark.holds;
    mark.holds = value != "unknown";
    mark.since = mark.holds ? std::optional<When>(when_of(value)) : std::nullopt;
    if (!mark.holds) return;
    m_time = *mark.since;
    if (again) {
      for (Owed& one : m_is.duties)
        if (one.open && follows(one, id)) one.from = start_from(one, *mark.since);
      for (Pending& one : m_pending)
        if (one.moment.mark == id) one.moment.time = *mark.since;
    } else {
      happens({id, *mark.since, m_is.stage, id});
    }
  }

  static bool follows(const Owed& one, const std::string& mark) {
    const auto& when = one.duty->when;
    return one.source == mark || (when.latest_of && std::any_of(when.begin(), when.end(), [&](const Moment& moment) {
                                    return moment.kind == Moment::Kind::mark && moment.subject == mark;
                                  }));
  }

  When start_from(const Owed& one, When start) const {
    for (const Moment& moment : one.duty->when)
      if (one.duty->when.latest_of) start = later(start, *last_time(moment));
    return start;
  }

  void mark(const Entry& entry) {
    if (!entry.key("since").empty()) return set_mark(entry.key("mark"), entry.key("since"));
    const auto found = m_is.marks.find(entry.key("mark"));
    if (found != m_is.marks.end())
      found->second.since ? void(found->second.holds = false) : void(m_is.marks.erase(found));
    m_time = when_of(entry.key("until"));
  }

  void halt(const Entry& entry) {
    if (!m_is.open()) return;
    m_is.halted = entry.kind == "halted";
    happens({entry.kind, entry.at, m_is.stage});
  }

  void set_date(const Entry& entry) {
    m_dates.push_back(entry);
    const auto begun = [&](const auto& one) { return one.of == entry.key("of"); };
    const bool known = std::any_of(m_stays.begin(), m_stays.end(), begun) ||
                       std::any_of(m_is.duties.begin(), m_is.duties.end(), begun);
    if (entry.kind == "extended" && known) happens({"extended", entry.at, m_is.stage});
  }

  void tick(const Entry& entry) {
    for (Owed& one : m_is.duties) {
      if (one.duty->id != entry.key("duty") || one.stage != entry.key("stage") || one.of != entry.key("of") ||
          one.role != entry.key("role"))
        continue;
      if (one.open || one.dropped)
        done(one, entry.at, !entry.key("not-needed").empty());
      else if (one.done && order_of(entry.at) < order_of(*one.done))
        one.done = entry.at;
    }
  }

  void done(Owed& one, const When& when, bool not_needed = false) {
    one.open = one.dropped = false;
    one.done = when;
    one.not_needed = not_needed;
    std::optional<When> last;
    for (const Owed& other : m_is.duties) {
      if (other.duty != one.duty || other.of != one.of || other.stage != one.stage) continue;
      if (!other.done) return;
      if (!other.not_needed) last = last ? later(*last, *other.done) : *other.done;
    }
    if (last) happens({"done " + one.duty->id, *last, m_is.stage});
  }

  /// Duties arise first; then what counts as their having been done does.
  void spread() {
    for (std::size_t i = 0; i < m_happened.size(); ++i) m_last[m_happened[i].moment] = m_happened[i].time;
    std::size_t arisen = 0;
    for (std::size_t met = 0; met < m_happened.size(); ++met) {
      for (; arisen < m_happened.size(); ++arisen) {
        m_last[m_happened[arisen].moment] = m_happened[arisen].time;
        arise_from(Happening(m_happened[arisen]));
      }
      meet(Happening(m_happened[met]));
      for (; arisen < m_happened.size(); ++arisen) {
        m_last[m_happened[arisen].moment] = m_happened[arisen].time;
        arise_from(Happening(m_happened[arisen]));
      }
    }
    wake();
  }

  void meet(const Happening& moment) {
    for (std::size_t i = 0; i < m_is.duties.size(); ++i) {
      const auto& met_by = m_is.duties[i].duty->met_by;
      const bool meets = std::any_of(met_by.begin(), met_by.end(),
                                     [&](const Moment& one) { return escalate::text_of(one) == moment.moment; });
      const bool at_once = m_is.duties[i].of == m_event->id && !moment.mark.empty();
      if (at_once && surely_before(moment.time, m_is.duties[i].from)) continue;
      if (meets && m_is.duties[i].open) done(m_is.duties[i], moment.time);
    }
  }

  std::optional<When> last_time(const Moment& moment) const {
    if (moment.kind == Moment::Kind::mark) {
      const auto found = m_is.marks.find(moment.subject);
      return found == m_is.marks.end() ? std::nullopt : found->second.since;
    }
    const auto found = m_last.find(escalate::text_of(moment));
    return found == m_last.end() ? std::nullopt : std::optional<When>(found->second);
  }

  void arise_from(const Happening& moment) {
    if (m_is.state == "closed") return;
    for (const Duty& duty : m_policy.duties) {
      const bool named = std::any_of(duty.when.begin(), duty.when.end(),
                                     [&](const Moment& one) { return escalate::text_of(one) == moment.moment; });
      if (!named) continue;
      Happening cause = moment;
      if (duty.when.latest_of) {
        const bool all = std::all_of(duty.when.begin(), duty.when.end(),
                                     [&](const Moment& one) { return last_time(one).has_value(); });
        if (!all) continue;
        for (const Moment& one : duty.when) cause.time = later(cause.time, *last_time(one));
      }
      if (m_is.holds(duty.conditions)) {
        if (const auto since = since_when(duty.conditions)) cause.time = later(cause.time, *since);
        arise(duty, cause);
      } else {
        m_pending.push_back({&duty, cause});
      }
    }
  }

  /// Since when a condition that holds does; of a route, since the case came to it.
  std::optional<When> since_when(const Conditions& conditions) const {
    std::optional<When> since;
    for (const std::string& id : conditions.if_any) {
      if (id == m_is.route && (!since || order_of(m_route_since) < order_of(*since))) since = m_route_since;
      const auto found = m_is.marks.find(id);
      if (found == m_is.marks.end() || !found->second.holds) continue;
      if (!since || order_of(*found->second.since) < order_of(*since)) since = found->second.since;
    }
    return since;
  }

  /// What waited for its conditions arises with them.
  void wake() {
    std::vector<Pending> waiting;
    waiting.swap(m_pending);
    for (Pending& one : waiting) {
      if (!m_is.holds(one.duty->conditions)) {
        m_pending.push_back(one);
        continue;
      }
      one.moment.time = later(one.moment.time, m_time);
      arise(*one.duty, one.moment);
    }
  }

  void arise(const Duty& duty, const Happening& cause) {
    const std::vector<std::string> roles = duty.each ? duty.by : std::vector<std::string>{""};
    for (const std::string& role : roles) {
      const bool known = std::any_of(m_is.duties.begin(), m_is.duties.end(), [&](const Owed& one) {
        return one.duty == &duty && one.stage == cause.stage && one.role == role && one.of == m_event->id;
      });
      if (known) continue;
      Owed one;
      one.duty = &duty;
      one.stage = cause.stage;
      one.role = role;
      one.of = m_event->id;
      one.from = cause.time;
      one.source = cause.mark;
      m_is.duties.push_back(one);
      for (const Moment& moment : duty.met_by)
        if (moment.kind == Moment::Kind::mark && m_is.duties.back().open)
          if (const auto time = last_time(moment); time && !surely_before(*time, one.from))
            done(m_is.duties.back(), *time);
    }
  }

  void reckon_limits() {
    for (const Limit& limit : m_policy.limits) {
      auto first = m_stays.end();
      while (first != m_stays.begin() && (limit.whole_case || limit.covers((first - 1)->stage))) --first;
      if (first == m_stays.end()) continue;
      Running run;
      run.limit = &limit;
      run.entered = first->since;
      run.of = first->of;
      run.from = limit.from.empty() ? std::optional<When>(first->since) : start_of(limit, first);
      run.state = !m_is.holds(limit.conditions) ? "off" : run.from ? "running" : "not-started";
      if (run.state == "running")
        run.due = agreed(limit.id, run.of, counted(*run.from, limit.within, m_policy, m_book.holidays));
      m_is.limits.push_back(run);
    }
  }

  std::optional<When> start_of(const Limit& limit, std::vector<Stay>::const_iterator first) const {
    std::optional<When> start;
    for (const Moment& moment : limit.from) {
      auto time = last_time(moment);
      if (moment.kind == Moment::Kind::entered && limit.covers(moment.subject))
        for (auto stay = first; stay != m_stays.end(); ++stay)
          if (stay->stage == moment.subject) {
            time = stay->since;
            break;
          }
      if (!time && limit.from.latest_of) return std::nullopt;
      if (!time) continue;
      const bool takes =
          !start || (limit.from.latest_of ? order_of(*start) < order_of(*time) : order_of(*time) < order_of(*start));
      if (takes) start = time;
    }
    return start;
  }

  std::optional<When> agreed(const std::string& target, const std::string& of, std::optional<When> due) const {
    for (const Entry& entry : m_dates) {
      if (entry.key("for") != target || entry.key("of") != of) continue;
      const When until = when_of(entry.key("until"));
      if (entry.kind == "extended" || !due || due_before(until, *due)) due = until;
    }
    return due;
  }

  void reckon(Owed& one) const {
    if (!one.duty->within) return;
    one.due = agreed(one.duty->id, one.of, counted(one.from, *one.duty->within, m_policy, m_book.holidays));
  }

  const Book& m_book;
  const Policy& m_policy;
  Standing m_is;
  When m_route_since;
  std::vector<Stay> m_stays;  ///< since the opening or the latest reopening
  std::vector<Pending> m_pending;
  std::map<std::string, When> m_last;  ///< by moment: when it happened last
  Entries m_dates;
  std::vector<Happening> m_happened;  ///< by the event being applied
  const Entry* m_event = nullptr;
  When m_time;  ///< of what the event says
};

}  // namespace

const Running* Standing::binding() const {
  const Running* binding = nullptr;
  for (const Running& one : limits)
    if (one.due && (!binding || end_of(*one.due) < end_of(*binding->due))) binding = &one;
  return binding;
}

bool Standing::holds(const Conditions& conditions) const {
  const auto is_so = [&](const std::string& id) {
    const auto found = marks.find(id);
    return id == route || (found != marks.end() && found->second.holds);
  };
  const auto& wanted = conditions.if_any;
  const auto& unwanted = conditions.unless_any;
  return (wanted.empty() || std::any_of(wanted.begin(), wanted.end(), is_so)) &&
         std::none_of(unwanted.begin(), unwanted.end(), is_so);
}

Standing standing_of(const Book& book, const Entries& entries) { return Fold(book, entries).result(); }

}  // namespace escalate::model

// What the papers say comes of a command: refused, and with which code, or allowed, and what is written then.
#include <algorithm>

#include "unit/model/ask.hpp"
#include "unit/model/rungs.hpp"
#include "unit/support/times.hpp"

namespace escalate::model {
namespace {

constexpr int usage = 2;
constexpr int refused = 4;

bool due_before(const When& a, const When& b) { return end_of(a) < end_of(b); }

bool readable(const std::string& time) { return time.size() >= 10 && time[4] == '-'; }

class Judge {
 public:
  Judge(const Ask& ask, const Known& known)
      : m_ask(ask), m_known(known), m_is(known.is), m_policy(*known.book.policy), m_at(known.now) {}

  Outcome outcome() {
    read_at();
    if (m_is.state == "void" && m_ask.verb != "correct" && m_ask.verb != "note") fault(refused);
    judge();
    if (!m_outcome.codes.empty()) m_outcome.entries.clear();
    return m_outcome;
  }

 private:
  void judge() {
    const std::string& verb = m_ask.verb;
    if (verb == "note") write("noted", {});
    if (verb == "mark") mark();
    if (verb == "done") tick();
    if (verb == "agree" || verb == "extend") set_date();
    if (verb == "advance") advance();
    if (verb == "halt") halt();
    if (verb == "resume") resume();
    if (verb == "assign") assign();
    if (verb == "resolve") resolve();
    if (verb == "close") close();
    if (verb == "reopen") reopen();
    if (verb == "correct") correct();
  }

  void fault(int code) { m_outcome.codes.insert(code); }
  void fault_if(bool wrong, int code = refused) {
    if (wrong) fault(code);
  }

  void write(const std::string& kind, std::map<std::string, std::string> keys) {
    m_outcome.entries.push_back({"", kind, m_at, {}, std::move(keys)});
  }

  /// Returns a typed time, or nothing and the fault it is.
  std::optional<When> past(const std::string& text) {
    if (!readable(text)) {
      fault(usage);
      return std::nullopt;
    }
    const When when = when_of(text);
    if (when.day_only ? when.number > day_of(m_known.now) : when.number > m_known.now.number) {
      fault(refused);
      return std::nullopt;
    }
    return when;
  }

  void read_at() {
    if (!m_ask.has("--at")) return;
    const auto at = past(m_ask.option("--at"));
    if (!at) return;
    m_at = *at;
    const std::string& verb = m_ask.verb;
    if (m_is.chain.empty()) return;
    if (verb == "advance" || verb == "resolve" || verb == "close" || verb == "reopen")
      fault_if(surely_before(m_at, m_is.chain.back().at));
    else if (verb != "note" && verb != "done")
      fault_if(surely_before(m_at, m_is.chain.front().at));
  }

  bool is_role(const std::string& id) const { return m_policy.role(id) != nullptr; }
  bool is_stage(const std::string& id) const { return m_policy.stage(id) != nullptr; }

  void mark() {
    fault_if(m_is.state == "closed");
    const std::string& word = m_ask.words.front();
    const std::string id = word.substr(0, word.find('='));
    const std::string time = word == id ? "" : word.substr(id.size() + 1);
    const MarkRule* rule = m_policy.mark(id);
    if (!rule) fault(refused);
    const auto found = m_is.marks.find(id);
    const Mark now = found == m_is.marks.end() ? Mark() : found->second;
    const bool clear = m_ask.has("--clear");
    if (time == "unknown") {
      if (clear) fault_if(!now.holds);
      if (clear) return fault(usage);
      fault_if(rule && !rule->ask_at_open);
      fault_if(now.since.has_value());
      return write("marked", {{"mark", id}, {"since", "unknown"}});
    }
    const std::optional<When> when = time.empty() ? m_at : past(time);
    if (clear) fault_if(!now.holds || (when && surely_before(*when, *now.since)));
    if (when) write("marked", {{"mark", id}, {clear ? "until" : "since", text_of(*when)}});
  }

  void tick() {
    const std::string& id = m_ask.words.front();
    const std::string stage = m_ask.option("--stage");
    const std::string role = m_ask.option("--role");
    fault_if(!m_policy.duty(id) || (!stage.empty() && !is_stage(stage)) || (!role.empty() && !is_role(role)));
    std::vector<Owed> owed;
    for (const Owed& one : m_is.duties)
      if ((one.open || (one.dropped && m_is.state == "closed")) && one.duty->id == id &&
          (stage.empty() || one.stage == stage) && (role.empty() || one.role == role))
        owed.push_back(one);
    const bool here = std::any_of(owed.begin(), owed.end(), [&](const Owed& one) { return one.stage == m_is.stage; });
    if (!m_ask.has("--all") && stage.empty() && here)
      owed.erase(std::remove_if(owed.begin(), owed.end(), [&](const Owed& one) { return one.stage != m_is.stage; }),
                 owed.end());
    const auto alike = [&](const Owed& one) {
      return one.stage == owed.front().stage && one.role == owed.front().role;
    };
    const bool all = m_ask.has("--all");
    fault_if(owed.empty() || (!all && !std::all_of(owed.begin(), owed.end(), alike)));
    if (!all && owed.size() > 1) owed.resize(1);  // alike, but of two stays: the older first
    for (const Owed& one : owed) {
      std::map<std::string, std::string> keys{{"duty", id}, {"stage", one.stage}, {"of", one.of}, {"role", one.role}};
      if (m_ask.has("--not-needed")) keys["not-needed"] = m_ask.option("--not-needed");
      write("done", keys);
    }
  }

  struct Target {
    std::string id;
    std::string of;
    std::optional<When> due;
  };

  static bool open_ended(const Within& within) { return within.open || within.or_sooner; }

  std::vector<Target> named(const std::string& id) const {
    std::vector<Target> targets;
    for (const Running& one : m_is.limits)
      if (one.limit->id == id && one.state == "running") targets.push_back({id, one.of, one.due});
    std::vector<Owed> owed;
    for (const Owed& one : m_is.duties)
      if (one.open && one.duty->id == id && one.duty->within) owed.push_back(one);
    const bool here = std::any_of(owed.begin(), owed.end(), [&](const Owed& one) { return one.stage == m_is.stage; });
    for (const Owed& one : owed) {
      if (here && one.stage != m_is.stage) continue;
      const bool known = std::any_of(targets.begin(), targets.end(), [&](const Target& t) { return t.of == one.of; });
      if (!known) targets.push_back({id, one.of, one.due});
    }
    if (targets.size() > 1) targets.resize(1);  // no word tells them apart: the older
    return targets;
  }

  std::vector<Target> binding() const {
    const Running* binding = m_is.binding();
    if (!binding) return {};
    return {{binding->limit->id, binding->of, binding->due}};
  }

  std::vector<Target> to_agree() const {
    std::vector<Target> left;
    for (const Running& one : m_is.limits) {
      if (one.state != "running" || !open_ended(one.limit->within)) continue;
      const Target target{one.limit->id, one.of, one.due};
      if (one.limit->id == "stage-" + m_is.stage) return {target};
      left.push_back(target);
    }
    return left.empty() ? binding() : left;
  }

  std::optional<When> until(const std::string& text, const std::optional<When>& from) {
    if (readable(text)) return when_of(text);
    if (text == "soon" || text == "5 workng days" || text == "31/12/2026") {
      fault(usage);
      return std::nullopt;
    }
    if (!from) return std::nullopt;
    const Duration length = test::duration(text);
    const bool after_a_day = from->day_only && std::holds_alternative<Hours>(length);
    return counted(after_a_day ? When{false, end_of(*from)} : *from, length, m_policy, m_known.book.holidays);
  }

  void set_date() {
    const bool agree = m_ask.verb == "agree";
    const std::string with = m_ask.option(agree ? "--with" : "--agreed-with");
    fault_if(!with.empty() && !is_role(with));
    fault_if(m_is.state != "open" && (agree || m_is.state != "resolved"));
    const std::string id = m_ask.option("--for");
    const auto targets = !id.empty() ? named(id) : agree ? to_agree() : binding();
    if (targets.size() != 1) {
      until(m_ask.words.front(), m_at);
      return fault(refused);
    }
    const Target& target = targets.front();
    const auto date = until(m_ask.words.front(), agree ? std::optional<When>(m_at) : target.due);
    if (agree) {
      fault_if(date && surely_before(*date, m_at));
      fault_if(date && target.due && due_before(*target.due, *date));
    } else {
      fault_if(!target.due || (date && !due_before(*target.due, *date)));
    }
    if (date) write(agree ? "agreed" : "extended", {{"until", text_of(*date)}, {"for", target.id}, {"of", target.of}});
  }

  void advance() {
    fault_if(m_is.state == "closed");
    const std::string to = m_ask.option("--to");
    const std::string route = m_ask.option("--route");
    if (to.empty()) return advance_to_next();
    if (!is_stage(to)) return fault(refused);
    fault_if(to == m_is.stage);
    if (!route.empty()) {
      fault_if(rung_of(m_policy, route, to) < 0);
    } else if (rung_of(m_policy, m_is.route, to) < 0) {
      fault_if(routes_with(m_policy, to).empty());
    }
    std::map<std::string, std::string> keys{{"to", to}};
    const std::string goes_on = rung_of(m_policy, m_is.route, to) >= 0 ? m_is.route : "";
    const std::string taken = !route.empty()     ? route
                              : !goes_on.empty() ? goes_on
                                                 : first_or_none(routes_with(m_policy, to));
    if (taken != m_is.route) keys["route"] = taken;
    write("advanced", keys);
  }

  static std::string first_or_none(const std::vector<std::string>& ids) { return ids.empty() ? "" : ids.front(); }

  void advance_to_next() {
    if (m_is.stage.empty()) return;
    const auto& rungs = m_policy.route(m_is.route)->rungs;
    const auto next = static_cast<std::size_t>(rung_of(m_policy, m_is.route, m_is.stage) + 1);
    if (next >= rungs.size() || rungs[next].kind == Rung::Kind::one_of) return fault(refused);
    write("advanced", {{"to", rungs[next].stages.front()}});
  }

  void halt() {
    fault_if(m_is.state != "open" || m_is.halted);
    write("halted", {});
  }

  void resume() {
    fault_if(m_is.state != "open" || !m_is.halted);
    write("resumed", {});
  }

  void assign() {
    fault_if(m_is.state == "closed" || !is_role(m_ask.words.front()));
    write("assigned", {{"role", m_ask.words.front()}});
  }

  void resolve() {
    fault_if(m_is.state != "open");
    write("resolved", {{"stage", m_is.stage}});
  }

  void close() {
    fault_if(m_is.state == "closed");
    const bool owed = std::any_of(m_is.duties.begin(), m_is.duties.end(),
                                  [](const Owed& one) { return one.open && one.duty->force != Force::may; });
    fault_if(!m_ask.has("--because") && (m_is.state == "open" || owed), usage);
    write("closed", {});
  }

  void reopen() {
    fault_if(m_is.state == "open");
    const std::string to = m_ask.option("--to");
    fault_if(!to.empty() && !is_stage(to));
    write("reopened", {{"to", to.empty() ? m_is.stage : to}});
  }

  const Entry* to_correct() const {
    for (const Entry& entry : m_known.entries)
      if (m_ask.words.front() == (m_ask.words.front() == "opened" ? entry.kind : entry.id)) return &entry;
    return nullptr;
  }

  void correct() {
    const Entry* entry = to_correct();
    if (!entry) return fault(refused);
    fault_if(!counts(m_known.entries, entry->id));
    const bool opening = entry->kind == "opened";
    const bool other_values = m_ask.has("--set");
    if (!other_values) fault_if(opening != m_ask.has("--void"), usage);
    std::map<std::string, std::string> keys{{"corrects", entry->id}};
    if (other_values) read_value(*entry, keys);
    write("corrected", keys);
    if (m_outcome.codes.empty()) must_fit(*entry);
  }

  void read_value(const Entry& entry, std::map<std::string, std::string>& keys) {
    const std::string set = m_ask.option("--set");
    const std::string key = set.substr(0, set.find('='));
    const std::string value = set.substr(key.size() + 1);
    if (value.empty()) return take_out(entry, key, keys);
    if (key == "at" || key == "since") {
      if (const auto when = past(value)) keys["instead/" + key] = text_of(*when);
      if (key == "since") fault_if(entry.keys.count("until") > 0);
      return;
    }
    if (key == "to") fault_if(!is_stage(value));
    if (key == "to" && !entry.key("route").empty()) fault_if(rung_of(m_policy, entry.key("route"), value) < 0);
    if (key == "mark") fault_if(!m_policy.mark(value));
    if (key == "mark" && entry.key("since") == "unknown")
      fault_if(m_policy.mark(value) && !m_policy.mark(value)->ask_at_open);
    if (key.starts_with("marks/")) {
      fault_if(!m_policy.mark(key.substr(6)));
      if (!past(value)) return;
    }
    if (key == "because")
      fault_if(entry.kind == "resumed" || entry.kind == "done" || entry.kind == "assigned" || entry.kind == "opened");
    keys["instead/" + key] = value;
  }

  /// Takes out a key that may be absent and is not, as the event counts now.
  void take_out(const Entry& entry, const std::string& key, std::map<std::string, std::string>& keys) {
    fault_if(key.starts_with("marks/") && !m_policy.mark(key.substr(6)));
    for (const Entry& one : m_is.events)
      if (one.id == entry.id) fault_if(one.key(key).empty());
    keys["instead/" + key] = "";
  }

  /// The moves must stay in their order, and what a person sets anew must hold (SEMANTICS 6, 7 and 15).
  void must_fit(const Entry& entry) {
    Entries after = m_known.entries;
    Entry correction = m_outcome.entries.front();
    correction.id = "z";
    correction.after = newest(after);
    after.push_back(correction);
    if (!m_ask.has("--set") && entry.kind != "corrected") return;
    const Standing then = standing_of(m_known.book, after);
    for (const Entry& one : then.events)
      if (then.state != "void" && !then.chain.empty() && !is_position(one) && one.kind != "noted" &&
          one.kind != "done" && one.kind != "corrected")
        fault_if(surely_before(one.at, then.chain.front().at));
    if (entry.kind == "agreed" || entry.kind == "extended") date_must_hold(entry.id, then);
    for (const std::string& misfit : misfits(then.chain)) {
      const auto known = misfits(m_is.chain);
      fault_if(std::find(known.begin(), known.end(), misfit) == known.end());
    }
  }

  /// A date set anew could have been set when it was: by the due in force then, as the record then stood.
  void date_must_hold(const std::string& id, const Standing& then) {
    const std::string set = m_ask.option("--set");
    if (!set.starts_with("at=") && !set.starts_with("until=")) return;
    const auto event =
        std::find_if(then.events.begin(), then.events.end(), [&](const Entry& one) { return one.id == id; });
    Entries before;
    const auto ids = ancestors_of(m_known.entries, id);
    for (const Entry& one : m_known.entries)
      if (std::find(ids.begin(), ids.end(), one.id) != ids.end()) before.push_back(one);
    const Standing was = standing_of(m_known.book, before);
    std::optional<When> due;
    for (const Running& one : was.limits)
      if (one.limit->id == event->key("for") && one.of == event->key("of")) due = one.due;
    for (const Owed& one : was.duties)
      if (one.duty->id == event->key("for") && one.of == event->key("of")) due = one.due;
    const When until = when_of(event->key("until"));
    if (event->kind == "agreed") fault_if(surely_before(until, event->at) || (due && due_before(*due, until)));
    if (event->kind == "extended") fault_if(due && !due_before(*due, until));
  }

  /// Moves that cannot follow the one before: earlier, or to where the case stands.
  std::vector<std::string> misfits(const Entries& chain) const {
    std::vector<std::string> found;
    std::string stage;
    for (std::size_t i = 0; i < chain.size(); ++i) {
      const std::string pair = i == 0 ? "" : chain[i - 1].id + chain[i].id;
      if (i > 0 && surely_before(chain[i].at, chain[i - 1].at)) found.push_back("early " + pair);
      if (chain[i].kind == "advanced" && chain[i].key("to") == stage) found.push_back("there " + pair);
      const std::string to = chain[i].key(chain[i].kind == "resolved" ? "stage" : "to");
      if (i == 0 && to.empty() && chain[i].kind == "opened") stage = first_stage(m_policy, chain[i].key("route"), {});
      if (!to.empty()) stage = to;
    }
    return found;
  }

  const Ask& m_ask;
  const Known& m_known;
  const Standing& m_is;
  const Policy& m_policy;
  When m_at;
  Outcome m_outcome;
};

}  // namespace

Outcome outcome_of(const Ask& ask, const Known& known) { return Judge(ask, known).outcome(); }

Outcome outcome_of_opening(const Ask& ask, const Book& book, const When& now) {
  const Policy& policy = *book.policy;
  Outcome outcome;
  Entry entry{"", "opened", now, {}, {}};
  const auto read = [&](const std::string& text) -> std::optional<When> {
    if (!readable(text)) {
      outcome.codes.insert(usage);
      return std::nullopt;
    }
    const When when = when_of(text);
    if (when.day_only ? when.number > day_of(now) : when.number > now.number) {
      outcome.codes.insert(refused);
      return std::nullopt;
    }
    return when;
  };
  if (ask.has("--at"))
    if (const auto at = read(ask.option("--at"))) entry.at = *at;
  std::string route = ask.option("--route");
  const std::string to = ask.option("--to");
  if (!route.empty() && !policy.route(route)) outcome.codes.insert(refused);
  if (!to.empty() && !policy.stage(to)) outcome.codes.insert(refused);
  if (!to.empty() && !ask.has("--because")) outcome.codes.insert(usage);
  if (!route.empty() && policy.route(route) && policy.stage(to) && rung_of(policy, route, to) < 0)
    outcome.codes.insert(refused);
  if (!outcome.codes.empty()) {
    outcome.codes.insert(usage);  // a mark that is asked for may be missing too
    return outcome;
  }
  if (route.empty()) {
    route = policy.routes.front().id;
    if (!to.empty() && rung_of(policy, route, to) < 0) {
      const auto routes = routes_with(policy, to);
      route = routes.front();  // the first written is the default
    }
  }
  entry.keys["route"] = route;
  if (!to.empty()) entry.keys["to"] = to;
  Standing marked;
  marked.route = route;
  for (const auto& [option, word] : ask.options) {
    if (option != "--mark") continue;
    const std::string id = word.substr(0, word.find('='));
    const std::string time = word == id ? text_of(entry.at) : word.substr(id.size() + 1);
    entry.keys["marks/" + id] = time;
    if (time == "unknown") {
      if (!policy.mark(id)->ask_at_open) outcome.codes.insert(refused);
      marked.marks[id] = {};
    } else if (const auto since = read(time)) {
      marked.marks[id] = {true, since};
    }
  }
  for (const MarkRule& mark : policy.marks)
    if (mark.ask_at_open && marked.marks.count(mark.id) == 0 && marked.holds(mark.conditions))
      outcome.codes.insert(usage);
  outcome.entries.push_back(entry);
  return outcome;
}

}  // namespace escalate::model

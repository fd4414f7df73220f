// Decides where a case stands after merges: over the partial order of position events (ancestry by `after`), kept as
// its transitive reduction, with a total order of strength among concurrent tips.
#include "engine/chain.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "casefile/order.hpp"

namespace escalate {
namespace {

/// For every event the position events it follows directly: those among its ancestors that no other of them follows.
class Frontiers {
 public:
  Frontiers(const std::vector<Event>& positions, const std::vector<Event>& written) {
    for (std::size_t i = 0; i < positions.size(); ++i) m_number[positions[i].id] = i;
    m_below.resize(positions.size());
    m_seen.resize(written.size());
    const auto parents = parents_of(written);
    std::vector<bool> followed(written.size());
    for (const std::size_t i : causal_order(written)) {
      add(i, written[i], parents[i]);
      for (const std::size_t parent : parents[i]) followed[parent] = true;
    }
    std::vector<std::size_t> heads;
    for (std::size_t i = 0; i < written.size(); ++i)
      if (!followed[i]) heads.push_back(i);
    m_tips = joined(heads);
  }
  const std::vector<std::size_t>& below(std::size_t position) const { return m_below[position]; }
  const std::vector<std::size_t>& tips() const { return m_tips; }

 private:
  void add(std::size_t index, const Event& event, const std::vector<std::size_t>& parents) {
    std::vector<std::size_t> here = joined(parents);
    const auto number = m_number.find(event.id);
    if (number != m_number.end()) {
      m_below[number->second] = std::move(here);
      here = {number->second};
    }
    m_seen[index] = std::move(here);
  }

  std::vector<std::size_t> joined(const std::vector<std::size_t>& parents) const {
    std::set<std::size_t> all;
    for (const std::size_t parent : parents) all.insert(m_seen[parent].begin(), m_seen[parent].end());
    if (all.size() > 1) drop_followed(all);
    return {all.begin(), all.end()};
  }

  void drop_followed(std::set<std::size_t>& candidates) const {
    std::set<std::size_t> followed;
    std::vector<std::size_t> open;
    for (const std::size_t one : candidates) open.insert(open.end(), m_below[one].begin(), m_below[one].end());
    while (!open.empty()) {
      const std::size_t one = open.back();
      open.pop_back();
      if (followed.insert(one).second) open.insert(open.end(), m_below[one].begin(), m_below[one].end());
    }
    for (const std::size_t one : followed) candidates.erase(one);
  }

  std::map<std::string, std::size_t> m_number;    // of a position event
  std::vector<std::vector<std::size_t>> m_below;  // of a position event: those it follows directly
  std::vector<std::vector<std::size_t>> m_seen;   // of any event: what an event after it follows directly
  std::vector<std::size_t> m_tips;
};

/// A position event with where it leaves the case and the one before it on its chain.
struct Position {
  Link link;
  std::optional<std::size_t> before;
};

int rung_number(const Policy& policy, const Link& link) {
  const Route* route = policy.route(link.route);
  const auto rung = route ? rung_of(*route, link.stage) : std::nullopt;
  return rung ? static_cast<int>(*rung) : -1;
}

/// Returns whether `a` is the stronger tip: open first, the higher rung, the earlier `at`, the smaller id.
bool stronger(const Policy& policy, const std::vector<Event>& events, const Link& a, const Link& b) {
  if (a.standing != b.standing) return a.standing < b.standing;
  const int rung_a = rung_number(policy, a);
  const int rung_b = rung_number(policy, b);
  if (rung_a != rung_b) return rung_a > rung_b;
  const Event& event_a = events[a.event];
  const Event& event_b = events[b.event];
  const Instant at_a = instant_of(event_a.at);
  const Instant at_b = instant_of(event_b.at);
  return at_a != at_b ? at_a < at_b : event_a.id < event_b.id;
}

/// Returns the route a record means that names a stage alone; one that no route holds leaves the case where it was.
std::string route_holding(const Policy& policy, std::string_view stage, const std::string& current) {
  const std::string route = route_to(policy, stage, current);
  return route.empty() ? current : route;
}

Link link_after(const Policy& policy, const Event& event, std::size_t index, const Link* before) {
  Link link = before ? *before : Link{};
  link.event = index;
  if (const auto* opened = std::get_if<Opened>(&event.body)) {
    link.route = opened->route;
    link.stage = opened->to.empty() ? first_stage(policy, opened->route) : opened->to;
  } else if (const auto* advanced = std::get_if<Advanced>(&event.body)) {
    link.stage = advanced->to;
    link.route = advanced->route.empty() ? route_holding(policy, link.stage, link.route) : advanced->route;
  } else if (const auto* reopened = std::get_if<Reopened>(&event.body)) {
    link.stage = reopened->to;
    link.route = route_holding(policy, link.stage, link.route);
  } else if (const auto* resolved = std::get_if<Resolved>(&event.body)) {
    link.stage = resolved->stage;
    if (before) link.route = route_holding(policy, link.stage, link.route);
  }
  link.standing = std::holds_alternative<Resolved>(event.body) ? CaseStanding::resolved
                  : std::holds_alternative<Closed>(event.body) ? CaseStanding::closed
                                                               : CaseStanding::open;
  return link;
}

std::optional<std::size_t> strongest(const Policy& policy, const std::vector<Event>& events,
                                     const std::vector<Position>& positions, const std::vector<std::size_t>& tips) {
  std::optional<std::size_t> best;
  for (const std::size_t tip : tips)
    if (!best || stronger(policy, events, positions[tip].link, positions[*best].link)) best = tip;
  return best;
}

}  // namespace

std::string word_of(CaseStanding standing) {
  switch (standing) {
    case CaseStanding::open:
      return "open";
    case CaseStanding::resolved:
      return "resolved";
    case CaseStanding::closed:
      return "closed";
    case CaseStanding::void_case:
      return "void";
  }
  return {};
}

std::string route_to(const Policy& policy, std::string_view stage, std::string_view current) {
  const Route* now = policy.route(current);
  if (now && rung_of(*now, stage)) return std::string(current);
  for (const Route& route : policy.routes)
    if (rung_of(route, stage)) return route.id;
  return {};
}

std::string first_stage(const Policy& policy, std::string_view route) {
  const Route* found = policy.route(route);
  return found && !found->rungs.empty() ? found->rungs.front().stages.front() : std::string();
}

Chain chain_of(const Policy& policy, const std::vector<Event>& standing, const std::vector<Event>& written) {
  std::vector<Event> events;       // the position events alone
  std::vector<std::size_t> index;  // their places in `standing`
  for (std::size_t i = 0; i < standing.size(); ++i)
    if (is_position(standing[i])) {
      events.push_back(standing[i]);
      index.push_back(i);
    }
  const Frontiers frontiers(events, written);
  std::vector<Position> positions;
  for (std::size_t i = 0; i < events.size(); ++i) {
    const auto before = strongest(policy, events, positions, frontiers.below(i));
    positions.push_back({link_after(policy, events[i], i, before ? &positions[*before].link : nullptr), before});
  }
  const auto& tips = frontiers.tips();
  const auto top = strongest(policy, events, positions, tips);
  Chain chain;
  for (auto here = top; here; here = positions[*here].before) {
    chain.links.push_back(positions[*here].link);
    chain.links.back().event = index[*here];
  }
  std::reverse(chain.links.begin(), chain.links.end());
  for (const std::size_t tip : tips)
    if (tip != *top) chain.rivals.push_back(index[tip]);
  return chain;
}

}  // namespace escalate

// Decides where a case stands after merges: a longest-standing-tip rule over the partial order of position events
// (ancestry by `after`), with a total order of strength among concurrent tips.
#include "engine/chain.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "casefile/order.hpp"

namespace escalate {
namespace {

using Ancestry = std::vector<std::vector<bool>>;  // [position][earlier position]: follows it

/// Ancestry of the position events, through every event as written.
class Follows {
 public:
  Follows(const std::vector<Event>& positions, const std::vector<Event>& written) {
    for (std::size_t i = 0; i < positions.size(); ++i) m_number[positions[i].id] = i;
    for (const std::size_t i : causal_order(written)) add(written[i]);
  }
  /// Returns whether position `later` follows position `earlier`.
  bool operator()(const Event& later, std::size_t earlier) const {
    const auto found = m_ancestors.find(later.id);
    return found != m_ancestors.end() && found->second[earlier];
  }

 private:
  void add(const Event& event) {
    std::vector<bool> ancestors(m_number.size());
    for (const std::string& parent : event.after) {
      if (const auto number = m_number.find(parent); number != m_number.end()) ancestors[number->second] = true;
      if (const auto above = m_ancestors.find(parent); above != m_ancestors.end())
        for (std::size_t i = 0; i < ancestors.size(); ++i)
          if (above->second[i]) ancestors[i] = true;
    }
    m_ancestors[event.id] = std::move(ancestors);
  }
  std::map<std::string, std::size_t> m_number;
  std::map<std::string, std::vector<bool>> m_ancestors;
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

std::string route_holding(const Policy& policy, std::string_view stage, const std::string& current) {
  const Route* now = policy.route(current);
  if (now && rung_of(*now, stage)) return current;
  for (const Route& route : policy.routes)
    if (rung_of(route, stage)) return route.id;
  return current;
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
  }
  link.standing = std::holds_alternative<Resolved>(event.body) ? CaseStanding::resolved
                  : std::holds_alternative<Closed>(event.body) ? CaseStanding::closed
                                                               : CaseStanding::open;
  return link;
}

std::vector<std::size_t> tips_among(const std::vector<std::size_t>& candidates, const std::vector<Event>& events,
                                    const Follows& follows) {
  std::vector<std::size_t> tips;
  for (const std::size_t one : candidates) {
    const bool followed = std::any_of(candidates.begin(), candidates.end(),
                                      [&](std::size_t other) { return follows(events[other], one); });
    if (!followed) tips.push_back(one);
  }
  return tips;
}

std::optional<std::size_t> strongest(const Policy& policy, const std::vector<Event>& events,
                                     const std::vector<Position>& positions, const std::vector<std::size_t>& tips) {
  std::optional<std::size_t> best;
  for (const std::size_t tip : tips)
    if (!best || stronger(policy, events, positions[tip].link, positions[*best].link)) best = tip;
  return best;
}

std::vector<std::size_t> earlier_of(const Event& event, std::size_t count, const Follows& follows) {
  std::vector<std::size_t> earlier;
  for (std::size_t i = 0; i < count; ++i)
    if (follows(event, i)) earlier.push_back(i);
  return earlier;
}

}  // namespace

std::string word_of(CaseStanding standing) {
  switch (standing) {
    case CaseStanding::open: return "open";
    case CaseStanding::resolved: return "resolved";
    case CaseStanding::closed: return "closed";
    case CaseStanding::void_case: return "void";
  }
  return {};
}

std::string first_stage(const Policy& policy, std::string_view route) {
  const Route* found = policy.route(route);
  return found && !found->rungs.empty() ? found->rungs.front().stages.front() : std::string();
}

Chain chain_of(const Policy& policy, const std::vector<Event>& standing, const std::vector<Event>& written) {
  std::vector<Event> events;            // the position events alone
  std::vector<std::size_t> index;       // their places in `standing`
  for (std::size_t i = 0; i < standing.size(); ++i)
    if (is_position(standing[i])) {
      events.push_back(standing[i]);
      index.push_back(i);
    }
  const Follows follows(events, written);
  std::vector<Position> positions;
  std::vector<std::size_t> all;
  for (std::size_t i = 0; i < events.size(); ++i) {
    const auto tips = tips_among(earlier_of(events[i], i, follows), events, follows);
    const auto before = strongest(policy, events, positions, tips);
    positions.push_back({link_after(policy, events[i], i, before ? &positions[*before].link : nullptr), before});
    all.push_back(i);
  }
  const auto tips = tips_among(all, events, follows);
  const auto top = strongest(policy, events, positions, tips);
  Chain chain;
  for (auto here = top; here; here = positions[*here].before) {
    chain.links.insert(chain.links.begin(), positions[*here].link);
    chain.links.front().event = index[*here];
  }
  for (const std::size_t tip : tips)
    if (tip != *top) chain.rivals.push_back(index[tip]);
  return chain;
}

}  // namespace escalate

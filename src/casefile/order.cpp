// Causal order: Kahn's topological sort of the graph of parents, with a priority queue by (at, id) for those ready.
// A cycle is what Kahn's sort leaves over; walking from parent to parent among the leftovers must close a ring.
#include "casefile/order.hpp"

#include <algorithm>
#include <map>
#include <queue>
#include <set>
#include <string_view>
#include <tuple>
#include <unordered_map>

namespace escalate {
namespace {

using Indices = std::vector<std::size_t>;

struct Graph {
  std::vector<Indices> parents;
  std::vector<Indices> children;
};

/// When an event is next among those ready.
using Turn = std::tuple<Instant, std::string_view, std::size_t>;

/// Whether an event whose parent is not there follows the event written before it.
enum class Mending { none, by_written_order };

Graph graph_of(const std::vector<Event>& events, Mending mending) {
  std::unordered_map<std::string_view, std::size_t> index_of;
  for (std::size_t i = 0; i < events.size(); ++i) index_of.emplace(events[i].id, i);
  Graph graph{std::vector<Indices>(events.size()), std::vector<Indices>(events.size())};
  const auto join = [&](std::size_t parent, std::size_t child) {
    graph.parents[child].push_back(parent);
    graph.children[parent].push_back(child);
  };
  for (std::size_t i = 0; i < events.size(); ++i) {
    bool hole = false;
    for (const std::string& parent : events[i].after) {
      const auto found = index_of.find(parent);
      found == index_of.end() ? void(hole = true) : join(found->second, i);
    }
    if (hole && i > 0 && mending == Mending::by_written_order) join(i - 1, i);
  }
  return graph;
}

Turn turn_of(const std::vector<Event>& events, std::size_t index) {
  return {instant_of(events[index].at), events[index].id, index};
}

/// Sorts all events that are in no ring and below none.
Indices sorted(const std::vector<Event>& events, const Graph& graph) {
  std::priority_queue<Turn, std::vector<Turn>, std::greater<>> ready;
  std::vector<std::size_t> awaited(events.size());
  for (std::size_t i = 0; i < events.size(); ++i) {
    awaited[i] = graph.parents[i].size();
    if (awaited[i] == 0) ready.push(turn_of(events, i));
  }
  Indices order;
  order.reserve(events.size());
  while (!ready.empty()) {
    const std::size_t next = std::get<std::size_t>(ready.top());
    ready.pop();
    order.push_back(next);
    for (const std::size_t child : graph.children[next])
      if (--awaited[child] == 0) ready.push(turn_of(events, child));
  }
  return order;
}

/// Returns the events that `order` lacks, the earliest first.
Indices left_over(const std::vector<Event>& events, const Indices& order) {
  std::vector<bool> ordered(events.size());
  for (const std::size_t index : order) ordered[index] = true;
  Indices rest;
  for (std::size_t i = 0; i < events.size(); ++i)
    if (!ordered[i]) rest.push_back(i);
  std::sort(rest.begin(), rest.end(),
            [&](std::size_t a, std::size_t b) { return turn_of(events, a) < turn_of(events, b); });
  return rest;
}

/// Returns the ring that the walk from `start`, from parent to parent within `rest`, ends in.
Indices ring_from(std::size_t start, const Graph& graph, const Indices& rest) {
  const std::vector<bool> in_rest = [&] {
    std::vector<bool> flags(graph.parents.size());
    for (const std::size_t index : rest) flags[index] = true;
    return flags;
  }();
  std::vector<bool> seen(graph.parents.size());
  Indices walk;
  for (std::size_t here = start;; here = *std::find_if(graph.parents[here].begin(), graph.parents[here].end(),
                                                       [&](std::size_t parent) { return in_rest[parent]; })) {
    if (seen[here]) return {std::find(walk.begin(), walk.end(), here), walk.end()};
    seen[here] = true;
    walk.push_back(here);
  }
}

}  // namespace

std::vector<std::size_t> causal_order(const std::vector<Event>& events) {
  Indices order = sorted(events, graph_of(events, Mending::by_written_order));
  if (order.size() == events.size()) return order;
  const Indices rest = left_over(events, order);
  order.insert(order.end(), rest.begin(), rest.end());
  return order;
}

std::vector<std::size_t> order_in_time(const std::vector<Event>& events) {
  Indices order = causal_order(events);
  std::vector<Instant> turns(events.size());
  std::map<Date, Instant> latest;  // of each day, as far as the causal order has come
  for (const std::size_t index : order) {
    const Stamp& at = events[index].at;
    const auto [of_day, first] = latest.try_emplace(day_of(at), instant_of(at));
    turns[index] = std::holds_alternative<Date>(at) ? of_day->second : instant_of(at);
    of_day->second = std::max(of_day->second, turns[index]);
  }
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return turns[a] < turns[b]; });
  return order;
}

std::vector<std::vector<std::size_t>> parents_of(const std::vector<Event>& events) {
  return graph_of(events, Mending::by_written_order).parents;
}

std::vector<std::string> newest(const std::vector<Event>& events) {
  std::set<std::string> parents;
  for (const Event& event : events) parents.insert(event.after.begin(), event.after.end());
  std::vector<std::string> heads;
  for (const std::size_t i : causal_order(events))
    if (parents.count(events[i].id) == 0) heads.push_back(events[i].id);
  return heads;
}

std::optional<std::vector<std::string>> parent_cycle(const std::vector<Event>& events) {
  const Graph graph = graph_of(events, Mending::none);
  const Indices order = sorted(events, graph);
  if (order.size() == events.size()) return std::nullopt;
  const Indices rest = left_over(events, order);
  std::vector<std::string> ring;
  for (const std::size_t index : ring_from(rest.front(), graph, rest)) ring.push_back(events[index].id);
  std::rotate(ring.begin(), std::min_element(ring.begin(), ring.end()), ring.end());
  return ring;
}

}  // namespace escalate

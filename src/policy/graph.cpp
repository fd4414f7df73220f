// Each rung is reached from what stands below it: the rung before, and, where that may be passed over, what stands
// below that as well.
#include "policy/graph.hpp"

#include <algorithm>

namespace escalate {
namespace {

using Kind = GraphEdge::Kind;

/// A node from which the next rung is reached, perhaps over a rung that may be passed over.
struct Below {
  std::string id;
  bool passes_over = false;
};

void add_edge(Graph& graph, Kind kind, const std::string& from, const std::string& to, const std::string& route) {
  for (GraphEdge& edge : graph.edges)
    if (edge.kind == kind && edge.from == from && edge.to == to) return edge.routes.push_back(route);
  graph.edges.push_back({kind, from, to, {route}});
}

Kind kind_of(const Rung& rung, const Below& below, bool first) {
  if (rung.kind == Rung::Kind::one_of) return Kind::choice;
  if (rung.kind == Rung::Kind::optional) return Kind::optional;
  if (below.passes_over) return Kind::past_optional;
  return first ? Kind::start : Kind::next;
}

/// Returns what stands below the rung after `rung`.
std::vector<Below> above(const Rung& rung, std::vector<Below> below) {
  if (rung.kind != Rung::Kind::optional) below.clear();
  for (Below& one : below) one.passes_over = true;
  for (const std::string& stage : rung.stages) below.push_back({"stage-" + stage, false});
  return below;
}

void add_route(Graph& graph, const Route& route) {
  std::vector<Below> below = {{"route-" + route.id, false}};
  for (const Rung& rung : route.rungs) {
    const bool first = &rung == &route.rungs.front();
    for (const Below& one : below)
      for (const std::string& stage : rung.stages)
        add_edge(graph, kind_of(rung, one, first), one.id, "stage-" + stage, route.id);
    below = above(rung, below);
  }
  for (const Below& one : below) add_edge(graph, Kind::finish, one.id, "finish", route.id);
}

}  // namespace

std::string word_of(GraphEdge::Kind kind) {
  static const std::vector<std::string> words = {"start",         "next",   "choice", "optional",
                                                 "past-optional", "urgent", "finish"};
  return words[static_cast<std::size_t>(kind)];
}

Graph graph_of(const Policy& policy) {
  Graph graph;
  for (const Route& route : policy.routes) graph.nodes.push_back({"route-" + route.id, &route, nullptr, nullptr});
  for (const Stage& stage : policy.stages) graph.nodes.push_back({"stage-" + stage.id, nullptr, &stage, nullptr});
  for (const Route& route : policy.routes) add_route(graph, route);
  int number = 0;
  for (const UrgentRule& rule : policy.urgent) {
    const std::string id = "urgent-" + std::to_string(++number);
    graph.nodes.push_back({id, nullptr, nullptr, &rule});
    for (const std::string& stage : rule.enter) graph.edges.push_back({Kind::urgent, id, "stage-" + stage, {}});
  }
  graph.nodes.push_back({"finish", nullptr, nullptr, nullptr});
  return graph;
}

}  // namespace escalate

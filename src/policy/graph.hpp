#pragma once

#include <string>
#include <vector>

#include "policy/policy.hpp"

namespace escalate {

/// A stage, or what stands around the stages of a ladder. One of the pointers is set; none for the end.
struct GraphNode {
  std::string id;  ///< `route-R`, `stage-S`, `urgent-N` (counted from 1) or `finish`
  const Route* route = nullptr;
  const Stage* stage = nullptr;
  const UrgentRule* urgent = nullptr;
};

/// A step that the policy offers.
struct GraphEdge {
  enum class Kind {
    start,          ///< a route begins
    next,           ///< to the next rung
    choice,         ///< to exactly one of several
    optional,       ///< to a rung that may be passed over
    past_optional,  ///< over such a rung
    urgent,         ///< offered first while a mark holds
    finish          ///< the ladder ends
  };
  Kind kind = Kind::next;
  std::string from;
  std::string to;
  std::vector<std::string> routes;  ///< on which it is taken; none for an urgent one
};

/// The ladder as nodes and edges.
struct Graph {
  std::vector<GraphNode> nodes;  ///< routes, stages, urgent rules in the order of the policy, then the end
  std::vector<GraphEdge> edges;
};

/// Returns `start`, `next`, `choice`, `optional`, `past-optional`, `urgent` or `finish`.
std::string word_of(GraphEdge::Kind kind);

/// Returns the graph of every route; a step of several routes is one edge, and a stage on no route stands alone.
Graph graph_of(const Policy& policy);

}  // namespace escalate

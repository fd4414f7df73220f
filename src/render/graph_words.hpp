#pragma once

#include <string>
#include <vector>

#include "policy/graph.hpp"

namespace escalate {

// What the drawing of a ladder and its text say alike. Nothing here is escaped: what prints it does that.

/// Returns what stands at a node: its name first, then who, the times, ..., each a text of its own.
std::vector<std::string> texts_of(const GraphNode& node, const Policy& policy);

/// Returns `one of these`, `may be passed over`, ...; empty where a step needs no word.
std::string edge_words(const GraphEdge& edge);

/// Returns the name of a node in a sentence: `stage 3a`, `the end of the ladder`.
std::string node_words(const std::string& id);

}  // namespace escalate

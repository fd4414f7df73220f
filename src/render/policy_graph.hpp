#pragma once

#include <string>

#include "policy/graph.hpp"
#include "render/envelope.hpp"

namespace escalate {

/// Returns the ladder in words, then the same as a drawing: a Markdown document that can be pasted into another.
std::string policy_graph_text(const Policy& policy);

/// Returns the drawing alone, as Mermaid text.
std::string policy_graph_mermaid(const Policy& policy);

/// Returns nodes and edges, with the words and the drawing as texts.
std::string policy_graph_json(const Policy& policy, const Envelope& envelope);

}  // namespace escalate

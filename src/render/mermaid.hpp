#pragma once

#include <string>
#include <string_view>

#include "policy/graph.hpp"

namespace escalate {

/// Returns the ladder as a Mermaid flowchart, its text equivalent for screen readers within it (`accTitle`,
/// `accDescr`).
std::string mermaid_of(const Graph& graph, const Policy& policy, std::string_view description);

/// Returns `text` for a quoted label of Mermaid: on one line, every character that Mermaid, HTML or Markdown might take
/// for its own as an entity (`#34;`).
std::string mermaid_text(std::string_view text);

}  // namespace escalate

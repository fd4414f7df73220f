// Mermaid reads labels in several passes, first with regular expressions over whole lines: of `style...:...#...;` it
// cuts off the end, where no blank follows the colon. So only what is known to be harmless is left as it is: letters,
// digits, blanks, a colon before a blank, a few marks. It puts entities between U+FB02 and a pilcrow while it parses,
// so that these two are written as entities as well.
#include "render/mermaid.hpp"

#include <algorithm>

#include "base/escape.hpp"
#include "base/letters.hpp"
#include "render/graph_words.hpp"

namespace escalate {
namespace {

bool harmless(char c) {
  const bool other = static_cast<unsigned char>(c) >= 0x80;
  return other || is_digit(c) || is_capital(c) || is_small(c) ||
         std::string_view(" ,.()/'-").find(c) != std::string_view::npos;
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
}

/// Returns an id of ours as one of Mermaid's: no hyphen, which is part of its arrows.
std::string node_id(std::string id) {
  std::replace(id.begin(), id.end(), '-', '_');
  return id;
}

std::string label_of(const GraphNode& node, const Policy& policy) {
  std::string label;
  for (const std::string& text : texts_of(node, policy)) label += (label.empty() ? "" : "<br/>") + mermaid_text(text);
  return label;
}

std::string node_line(const GraphNode& node, const Policy& policy) {
  const std::string quoted = "\"" + label_of(node, policy) + "\"";
  if (node.stage) return node_id(node.id) + "[" + quoted + "]";
  if (node.urgent) return node_id(node.id) + "{{" + quoted + "}}";
  return node_id(node.id) + "([" + quoted + "])";
}

std::string edge_line(const GraphEdge& edge, std::size_t routes) {
  std::string words = edge_words(edge);
  const bool solid = words.empty() || edge.kind == GraphEdge::Kind::choice;
  if (routes > 1 && edge.routes.size() < routes && edge.kind != GraphEdge::Kind::start)
    for (const std::string& route : edge.routes) words += (words.empty() ? "" : ", ") + route;
  const std::string label = words.empty() ? "" : "|\"" + mermaid_text(words) + "\"|";
  return node_id(edge.from) + (solid ? " -->" : " -.->") + label + " " + node_id(edge.to);
}

}  // namespace

std::string mermaid_text(std::string_view text) {
  std::string one_line(text);
  std::replace(one_line.begin(), one_line.end(), '\n', ' ');
  std::string result;
  one_line = shown(one_line);
  for (std::size_t i = 0; i < one_line.size(); ++i) {
    const char c = one_line[i];
    const bool colon = one_line.compare(i, 2, ": ") == 0;
    result += harmless(c) || colon ? std::string(1, c) : "#" + std::to_string(static_cast<int>(c)) + ";";
  }
  replace_all(result, "\xEF\xAC\x82", "#64258;");
  replace_all(result, "\xC2\xB6", "#182;");
  return result;
}

std::string mermaid_of(const Graph& graph, const Policy& policy, std::string_view description) {
  std::string text = "flowchart TD\n";
  text += "  accTitle: " + mermaid_text(policy.title) + "\n";
  text += "  accDescr: " + mermaid_text(description) + "\n";
  for (const GraphNode& node : graph.nodes) text += "  " + node_line(node, policy) + "\n";
  for (const GraphEdge& edge : graph.edges) text += "  " + edge_line(edge, policy.routes.size()) + "\n";
  return text;
}

}  // namespace escalate

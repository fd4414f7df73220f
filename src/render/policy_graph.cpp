#include "render/policy_graph.hpp"

#include <algorithm>

#include "base/escape.hpp"
#include "base/letters.hpp"
#include "base/suggest.hpp"
#include "render/graph_words.hpp"
#include "render/layout.hpp"
#include "render/mermaid.hpp"

namespace escalate {
namespace {

/// Returns where one goes from a node on a route, the last word of it.
std::string onward(const Graph& graph, const std::string& id, const std::string& route) {
  std::vector<std::string> places;
  for (const GraphEdge& edge : graph.edges) {
    const bool here = std::find(edge.routes.begin(), edge.routes.end(), route) != edge.routes.end();
    if (edge.from != id || !here) continue;
    const std::string words = edge.kind == GraphEdge::Kind::past_optional ? "" : edge_words(edge);
    places.push_back(node_words(edge.to) +
                     (edge.kind == GraphEdge::Kind::optional ? " (" + words + ")" : std::string()));
  }
  return places.empty() ? std::string() : "Then: " + or_list(places);
}

const GraphNode* node_called(const Graph& graph, const std::string& id) {
  for (const GraphNode& node : graph.nodes)
    if (node.id == id) return &node;
  return nullptr;
}

/// Returns whether Markdown would take `sign`, which `next` follows, for a mark: of code, emphasis, HTML, an entity, a
/// link, or an escape.
bool is_mark(char sign, char next) {
  const auto is_one_of = [](char one, std::string_view signs) { return signs.find(one) != std::string_view::npos; };
  switch (sign) {
    case '&':
      return next == '#' || is_small(to_small(next));
    case ']':
      return is_one_of(next, "([:");
    case '\\':
      return is_one_of(next, "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~");
    default:
      return is_one_of(sign, "`*<");
  }
}

/// Returns a text fit for a screen that Markdown shows as it stands.
std::string in_markdown(const std::string& text) {
  const std::string plain = shown(text);
  std::string escaped;
  for (std::size_t i = 0; i < plain.size(); ++i) {
    if (is_mark(plain[i], i + 1 < plain.size() ? plain[i + 1] : ' ')) escaped += '\\';
    escaped += plain[i];
  }
  return escaped;
}

/// Returns a heading of Markdown that may run over several lines.
std::string underlined(const std::string& text, char mark) {
  const std::string heading = wrapped(in_markdown(text), "", "");
  int width = 0;
  for (const std::string& line : lines_of(heading)) width = std::max(width, text_width(line));
  return heading + std::string(static_cast<std::size_t>(width), mark) + "\n\n";
}

/// Returns the first of `texts` as an item of a list, the others below it.
std::string item(std::vector<std::string> texts) {
  std::string text;
  for (std::string& one : texts) {
    std::replace(one.begin(), one.end(), '\n', ' ');
    text += wrapped(in_markdown(one), text.empty() ? "- " : "  - ", text.empty() ? "  " : "    ");
  }
  return text;
}

/// Returns a rung's stages with who, the times and where one goes from there.
std::string rung_items(const Graph& graph, const Route& route, const Rung& rung, const Policy& policy) {
  std::string text;
  for (const std::string& stage : rung.stages) {
    const GraphNode* node = node_called(graph, "stage-" + stage);
    if (!node) continue;
    auto texts = texts_of(*node, policy);
    if (rung.kind == Rung::Kind::optional) texts.front() += " (may be passed over)";
    if (rung.kind == Rung::Kind::one_of) texts.front() += " (one of " + and_list(rung.stages) + ")";
    texts.push_back(onward(graph, node->id, route.id));
    text += item(texts);
  }
  return text;
}

std::string route_part(const Graph& graph, const Route& route, const Policy& policy) {
  const auto texts = texts_of(*node_called(graph, "route-" + route.id), policy);
  std::string text = "\n" + underlined(texts.front(), '-');
  for (std::size_t i = 1; i < texts.size(); ++i) text += wrapped(in_markdown(texts[i]), "- ", "  ");
  for (const Rung& rung : route.rungs) text += rung_items(graph, route, rung, policy);
  return text;
}

std::string urgent_part(const Graph& graph, const Policy& policy) {
  std::string text;
  for (const GraphNode& node : graph.nodes) {
    if (!node.urgent) continue;
    auto texts = texts_of(node, policy);
    std::vector<std::string> stages;
    for (const std::string& stage : node.urgent->enter) stages.push_back("stage " + stage);
    if (!stages.empty()) texts.push_back("Offered at once: " + or_list(stages));
    text += item(texts);
  }
  return text.empty() ? text : "\n" + underlined("Urgent, at every stage", '-') + text;
}

std::string words(const Graph& graph, const Policy& policy) {
  std::string text = underlined(policy.title, '=');
  text +=
      wrapped(in_markdown(policy.partnership) + " (" + in_markdown(policy.edition) + "), policy " + policy.id, "", "");
  for (const Route& route : policy.routes) text += route_part(graph, route, policy);
  text += urgent_part(graph, policy);
  return text + "\n" + wrapped("A case may be resolved at every stage, and may go to any stage, up or back.", "", "");
}

/// Returns the ladder in a few sentences, for those who hear the drawing.
std::string in_short(const Graph& graph, const Policy& policy) {
  std::string text;
  for (const Route& route : policy.routes) {
    text += "Route " + route.id + ". ";
    for (const Rung& rung : route.rungs) {
      std::vector<std::string> stages;
      for (const std::string& id : rung.stages) {
        const GraphNode* node = node_called(graph, "stage-" + id);
        if (node) stages.push_back(texts_of(*node, policy).front());
      }
      text += (rung.kind == Rung::Kind::one_of ? "One of " : "") + or_list(stages) +
              (rung.kind == Rung::Kind::optional ? ", which may be passed over. " : ". ");
    }
  }
  return text + "The end of the ladder.";
}

Json json_of(const GraphNode& node, const Policy& policy) {
  Json json;
  json["id"] = node.id;
  json["kind"] = node.route ? "route" : node.stage ? "stage" : node.urgent ? "urgent" : "finish";
  json["stage"] = node.stage ? Json(node.stage->id) : Json(nullptr);
  json["route"] = node.route ? Json(node.route->id) : Json(nullptr);
  json["texts"] = texts_of(node, policy);
  return json;
}

Json json_of(const GraphEdge& edge) {
  Json json;
  json["from"] = edge.from;
  json["to"] = edge.to;
  json["kind"] = word_of(edge.kind);
  json["routes"] = edge.routes;
  json["text"] = text_or_null(edge_words(edge));
  return json;
}

}  // namespace

std::string policy_graph_mermaid(const Policy& policy) {
  const Graph graph = graph_of(policy);
  return mermaid_of(graph, policy, in_short(graph, policy));
}

std::string policy_graph_text(const Policy& policy) {
  return words(graph_of(policy), policy) + "\n" + underlined("The same as a drawing", '-') + "```mermaid\n" +
         policy_graph_mermaid(policy) + "```\n";
}

std::string policy_graph_json(const Policy& policy, const Envelope& envelope) {
  const Graph graph = graph_of(policy);
  Json json = begin_json(envelope);
  json["policy"] = policy.id;
  json["nodes"] = Json::array();
  for (const GraphNode& node : graph.nodes) json["nodes"].push_back(json_of(node, policy));
  json["edges"] = Json::array();
  for (const GraphEdge& edge : graph.edges) json["edges"].push_back(json_of(edge));
  json["mermaid"] = policy_graph_mermaid(policy);
  json["text"] = words(graph, policy);
  return text_of(json);
}

}  // namespace escalate

#include "yaml/tree_builder.hpp"

#include <fmt/format.h>

#include <utility>

#include "time/quote.hpp"
#include "yaml/bytes.hpp"
#include "yaml/libyaml_events.hpp"

namespace escalate {
namespace {

constexpr std::size_t deepest = 16;
constexpr int most_values = 1'000'000;  // about 100 MB of tree
constexpr int enough_faults = 100;

bool blank(std::string_view text) { return text.find_first_not_of(" \t\r\n") == std::string_view::npos; }

/// Returns the word that `text` begins with.
std::string_view word_at_start(std::string_view text) { return text.substr(0, text.find_first_of(" \t,]}")); }

Node scalar_node(const yaml_event_t& event) {
  const auto& scalar = event.data.scalar;
  Node node;
  node.at = mark_of(event.start_mark);
  node.quoted = scalar.style != YAML_PLAIN_SCALAR_STYLE;
  node.text.assign(reinterpret_cast<const char*>(scalar.value), scalar.length);
  node.kind = node.quoted || scalar.length > 0 ? Node::Kind::text : Node::Kind::none;
  return node;
}

QuotedText quoted_text_of(const yaml_event_t& event) {
  switch (event.data.scalar.style) {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE:
      return {'\'', mark_of(event.start_mark), mark_of(event.end_mark)};
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE:
      return {'"', mark_of(event.start_mark), mark_of(event.end_mark)};
    default:
      return {};
  }
}

Node collection_node(const yaml_event_t& event) {
  Node node;
  node.at = mark_of(event.start_mark);
  if (event.type == YAML_MAPPING_START_EVENT) {
    node.kind = Node::Kind::map;
    node.flow = event.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE;
  } else {
    node.kind = Node::Kind::list;
    node.flow = event.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE;
  }
  return node;
}

}  // namespace

bool TreeBuilder::take(const yaml_event_t& event) {
  switch (event.type) {
    case YAML_DOCUMENT_START_EVENT:
      return begin_document(event);
    case YAML_ALIAS_EVENT:
      return alias(event);
    case YAML_SCALAR_EVENT:
      return scalar(event);
    case YAML_SEQUENCE_START_EVENT:
    case YAML_MAPPING_START_EVENT:
      return begin(event);
    case YAML_SEQUENCE_END_EVENT:
    case YAML_MAPPING_END_EVENT:
      return end();
    default:
      return true;
  }
}

bool TreeBuilder::begin_document(const yaml_event_t& event) {
  const Mark at = mark_of(event.start_mark);
  if (++m_documents > 1) {
    m_faults.add("document", at, "a second document begins here",
                 "a file holds one document: remove one of them, or this '---'");
    return false;
  }
  const auto& start = event.data.document_start;
  if (start.version_directive != nullptr || start.tag_directives.start != start.tag_directives.end)
    m_faults.add("directive", at, "a YAML directive", "remove the line");
  return true;
}

bool TreeBuilder::begin(const yaml_event_t& event) {
  Node node = collection_node(event);
  if (event.type == YAML_MAPPING_START_EVENT)
    refuse_property(event.data.mapping_start.anchor, event.data.mapping_start.tag, node.at);
  else
    refuse_property(event.data.sequence_start.anchor, event.data.sequence_start.tag, node.at);
  if (m_unfinished.size() == deepest) {
    m_faults.add("depth", node.at, fmt::format("more than {} levels of lists and maps", deepest),
                 "a text that begins with [, {, ? or - needs double quotes");
    return false;
  }
  m_unfinished.push_back({std::move(node), std::nullopt, {}});
  return true;
}

bool TreeBuilder::scalar(const yaml_event_t& event) {
  Node node = scalar_node(event);
  refuse_property(event.data.scalar.anchor, event.data.scalar.tag, node.at);
  m_quoted = quoted_text_of(event);
  if (m_quoted.quote != '\0') check_quoted(node, m_quoted.end.line);
  return attach(std::move(node));
}

bool TreeBuilder::alias(const yaml_event_t& event) {
  Node node;
  node.kind = Node::Kind::text;
  node.at = mark_of(event.start_mark);
  node.text = word_at_start(m_lines.from(node.at));
  m_faults.add("alias", node.at, fmt::format("an alias: {}", in_quotes(node.text)),
               "write out what it stands for; a text that begins with '*' needs double quotes");
  return attach(std::move(node));
}

bool TreeBuilder::end() {
  Node node = std::move(m_unfinished.back().node);
  m_unfinished.pop_back();
  return attach(std::move(node));
}

bool TreeBuilder::attach(Node node) {
  if (m_faults.found() > enough_faults) return false;
  if (++m_values > most_values) {
    m_faults.add("values", node.at, fmt::format("more than {} values", most_values));
    return false;
  }
  if (m_unfinished.empty()) {
    m_root = std::move(node);
    return true;
  }
  Unfinished& parent = m_unfinished.back();
  if (parent.node.kind == Node::Kind::list)
    parent.node.items.push_back(std::move(node));
  else if (!parent.entry)
    take_key(parent, std::move(node));
  else
    take_value(parent, std::move(node));
  return true;
}

void TreeBuilder::take_key(Unfinished& map, Node node) {
  check_key(map, node);
  map.key_lines.emplace(node.text, node.at.line);
  map.entry = Entry{std::move(node.text), node.at, {}};
}

void TreeBuilder::take_value(Unfinished& map, Node node) {
  map.entry->value = std::move(node);
  check_flow_value(map);
  map.node.entries.push_back(std::move(*map.entry));
  map.entry.reset();
}

void TreeBuilder::check_key(const Unfinished& map, const Node& key) {
  if (key.kind == Node::Kind::list || key.kind == Node::Kind::map) {
    m_faults.add("key", key.at, "a list or map as a key",
                 "a key is a text; a text with [ ] or { } needs double quotes");
    return;
  }
  if (blank(key.text)) {
    m_faults.add("key", key.at, "a key is missing before ':'", "write 'key: value'");
    return;
  }
  if (key.text.find('\n') != std::string::npos)
    m_faults.add("key", key.at, "a key of several lines", "close the quote on its line");
  if (key.text == "<<" && !key.quoted) m_faults.add("key", key.at, "a merge key '<<'", "write out what it stands for");
  if (const auto first = map.key_lines.find(key.text); first != map.key_lines.end())
    m_faults.add("twice", key.at, fmt::format("{} is here twice, first on line {}", in_quotes(key.text), first->second),
                 "keep the one that is right");
}

/// In { } a key without a value is what a comma inside a text leaves, or a colon without a space.
void TreeBuilder::check_flow_value(const Unfinished& map) {
  const Entry& entry = *map.entry;
  if (!map.node.flow || entry.value.kind != Node::Kind::none || blank(entry.key)) return;
  const bool colon = entry.key.find(':') != std::string::npos;
  m_faults.add("flow", entry.at, fmt::format("{} has no value", in_quotes(entry.key)),
               colon ? "put a space after the colon" : "write 'key: value', and quote a text with a comma inside { }");
}

/// A quote that was forgotten swallows lines up to the next one; YAML wants what follows in a text indented deeper.
void TreeBuilder::check_quoted(const Node& node, int last_line) {
  if (const std::string what = refused_character(node.text); !what.empty())
    m_faults.add("escape", node.at, fmt::format("this text holds, as an escape, {}", what), "remove it");
  for (int line = node.at.line + 1; line <= last_line; ++line) {
    const std::string_view text = m_lines.line(line);
    if (blank(text) || static_cast<int>(text.find_first_not_of(' ')) + 1 > block_column()) continue;
    m_faults.add(
        "quote", node.at,
        fmt::format("the quote opened here runs on over line {}, which is indented no deeper than its key", line),
        "close the quote where its text ends, or indent every line of the text more than its key");
    return;
  }
}

void TreeBuilder::refuse_property(const unsigned char* anchor, const unsigned char* tag, Mark at) {
  if (anchor == nullptr && tag == nullptr) return;
  const std::string_view word = word_at_start(m_lines.from(at));
  m_faults.add("property", at, fmt::format("{}: {}", word.starts_with('&') ? "an anchor" : "a tag", in_quotes(word)),
               "remove it; a text that begins with '&' or '!' needs double quotes");
}

/// Returns the column of the innermost list or map written in lines, 0 when there is none.
int TreeBuilder::block_column() const {
  for (auto each = m_unfinished.rbegin(); each != m_unfinished.rend(); ++each)
    if (!each->node.flow) return each->node.at.column;
  return 0;
}

}  // namespace escalate

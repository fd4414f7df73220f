#include "yaml/fields.hpp"

#include <algorithm>
#include <utility>

#include "base/suggest.hpp"
#include "time/quote.hpp"

namespace escalate {
namespace {

bool blank(std::string_view text) { return text.find_first_not_of(" \t\r\n") == std::string_view::npos; }

bool empty(const Node& node) {
  if (node.kind == Node::Kind::text) return blank(node.text);
  return node.items.empty() && node.entries.empty();
}

std::string wrong_kind(const std::string& name, Node::Kind expected, Node::Kind read) {
  return name + " must be " + name_of(expected) + ", not " + name_of(read);
}

}  // namespace

std::string name_of(Node::Kind kind) {
  switch (kind) {
    case Node::Kind::text:
      return "a text";
    case Node::Kind::list:
      return "a list";
    case Node::Kind::map:
      return "a map";
    case Node::Kind::none:
      break;
  }
  return "no value";
}

Fields::Fields(const Document& document, const Node& map, std::string what, Faults& faults)
    : m_document(document), m_map(map), m_what(std::move(what)), m_faults(faults) {
  if (map.kind == Node::Kind::none)
    fault(map.at, m_what + " has no value", "write its keys below it, indented, or remove the line");
  else if (map.kind != Node::Kind::map)
    fault(map.at, wrong_kind(m_what, Node::Kind::map, map.kind), "write its keys below it, indented: 'key: value'");
  else if (map.entries.empty())
    fault(map.at, m_what + " is empty");
  else
    m_readable = true;
}

Mark Fields::at(std::string_view key) const {
  const Node* node = m_map.find(key);
  return node ? node->at : m_map.at;
}

bool Fields::require(std::string_view key) {
  if (!m_readable || has(key)) return m_readable;
  take(key);
  fault(m_map.at, m_what + " lacks " + in_quotes(key),
        m_when_lacking.empty() ? "write '" + std::string(key) + ":' and its value there" : m_when_lacking);
  return false;
}

const Node* Fields::take(std::string_view key) {
  if (std::find(m_known.begin(), m_known.end(), key) == m_known.end()) m_known.emplace_back(key);
  return m_map.find(key);
}

/// Returns the value of `key` if there is one, saying so when only the key is there.
const Node* Fields::present(std::string_view key) {
  const Node* node = take(key);
  if (!node || node->kind != Node::Kind::none) return node;
  fault(node->at, in_quotes(key) + " has no value", "write one after '" + std::string(key) + ":', or remove the line");
  return nullptr;
}

const Node* Fields::of_kind(std::string_view key, Node::Kind kind) {
  const Node* node = present(key);
  if (!node) return nullptr;
  if (node->kind != kind)
    fault(node->at, wrong_kind(in_quotes(key), kind, node->kind));
  else if (empty(*node))
    fault(node->at, in_quotes(key) + " is empty", "write what belongs there, or remove it");
  else
    return node;
  return nullptr;
}

std::optional<std::string> Fields::text(std::string_view key) {
  const Node* node = of_kind(key, Node::Kind::text);
  if (!node) return std::nullopt;
  return node->text;
}

std::optional<std::string> Fields::required_text(std::string_view key) {
  return require(key) ? text(key) : std::nullopt;
}

std::optional<std::string> Fields::one_of(std::string_view key, const std::vector<std::string>& allowed) {
  std::optional<std::string> word = text(key);
  if (!word || std::find(allowed.begin(), allowed.end(), *word) != allowed.end()) return word;
  fault(at(key), "unknown " + std::string(key) + " " + in_quotes(*word),
        did_you_mean(*word, allowed, "write " + or_list(allowed)));
  return std::nullopt;
}

bool Fields::is_filled_text(const Node& node, const std::string& name) {
  if (node.kind == Node::Kind::none)
    fault(node.at, name + " has no value", "write one, or remove it");
  else if (node.kind != Node::Kind::text)
    fault(node.at, wrong_kind(name, Node::Kind::text, node.kind));
  else if (blank(node.text))
    fault(node.at, name + " is empty", "write what belongs there, or remove it");
  else
    return true;
  return false;
}

std::vector<TextAt> Fields::text_or_list(std::string_view key) {
  const Node* node = present(key);
  if (!node) return {};
  if (node->kind != Node::Kind::list) {
    if (node->kind == Node::Kind::map)
      fault(node->at, in_quotes(key) + " must be a text or a list of texts, not a map");
    else if (is_filled_text(*node, in_quotes(key)))
      return {{node->text, node->at}};
    return {};
  }
  if (node->items.empty()) fault(node->at, in_quotes(key) + " is empty", "write what belongs there, or remove it");
  std::vector<TextAt> texts;
  for (const Node& item : node->items)
    if (is_filled_text(item, "an item of " + in_quotes(key))) texts.push_back({item.text, item.at});
  return texts;
}

const Node* Fields::list(std::string_view key) { return of_kind(key, Node::Kind::list); }
const Node* Fields::map(std::string_view key) { return of_kind(key, Node::Kind::map); }

void Fields::finish() {
  if (!m_readable) return;
  for (const Entry& entry : m_map.entries) {
    if (std::find(m_known.begin(), m_known.end(), entry.key) != m_known.end()) continue;
    fault(entry.at, "unknown key " + in_quotes(entry.key) + " in " + m_what,
          did_you_mean(entry.key, m_known, "the keys here are " + and_list(m_known)));
  }
}

void Fields::fault(Mark at, std::string text, std::string help, Severity severity) {
  m_faults.push_back(fault_at(m_document, at, std::move(text), std::move(help), severity));
}

}  // namespace escalate

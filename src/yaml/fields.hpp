#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/fault.hpp"
#include "base/tree.hpp"

namespace escalate {

/// A text of a document and where it stands.
struct TextAt {
  std::string text;
  Mark at;
};

/// A map being read against a schema. Every question marks its key as known; what is wrong with the answer becomes a
/// fault in `faults`, so that one reading finds them all. A node that is no map, or an empty one, is itself a fault,
/// once: every question then answers "absent" and asks for nothing. All references must outlive this.
class Fields {
 public:
  /// `what` names the map in messages: "the policy", "stage '3a'".
  Fields(const Document& document, const Node& map, std::string what, Faults& faults);

  /// Returns whether there is a map to read.
  bool readable() const { return m_readable; }
  /// Returns whether the map has `key`, whatever its value. Does not mark it as known.
  bool has(std::string_view key) const { return m_map.find(key) != nullptr; }
  /// Returns where the value of `key` stands, or the map when it lacks the key.
  Mark at(std::string_view key) const;
  Mark at() const { return m_map.at; }

  /// Sets what to do about a key that `require` misses; without it: to write the key there.
  void when_lacking(std::string help) { m_when_lacking = std::move(help); }

  /// Adds "stage '3a' lacks 'title'" when the map lacks `key`. Returns whether it has it.
  bool require(std::string_view key);

  /// Returns the value of `key`, of any kind, even empty; null when absent. The only one that adds no fault.
  const Node* take(std::string_view key);
  /// Returns the text of `key`; nothing when absent. A list, a map, no value or a blank text is a fault.
  std::optional<std::string> text(std::string_view key);
  /// As `text`; absent is a fault.
  std::optional<std::string> required_text(std::string_view key);
  /// As `text`; a text that is none of `allowed` is a fault with "did you mean".
  std::optional<std::string> one_of(std::string_view key, const std::vector<std::string>& allowed);
  /// Returns the one text, or the texts of a list, of `key`. Items that are no text, or blank, are faults and left out.
  std::vector<TextAt> text_or_list(std::string_view key);
  /// Returns the list of `key`; null when absent. Anything but a list with items in it is a fault.
  const Node* list(std::string_view key);
  /// Returns the map of `key`; null when absent. Anything but a map with entries in it is a fault.
  const Node* map(std::string_view key);

  /// Adds a fault for every key nobody asked for, with "did you mean" one of those asked for. Call it last.
  void finish();

  /// Adds a fault at `at`.
  void fault(Mark at, std::string text, std::string help = {}, Severity severity = Severity::error);

 private:
  const Node* present(std::string_view key);
  const Node* of_kind(std::string_view key, Node::Kind kind);
  bool is_filled_text(const Node& node, const std::string& name);

  const Document& m_document;
  const Node& m_map;
  std::string m_what;
  std::string m_when_lacking;
  Faults& m_faults;
  bool m_readable = false;
  std::vector<std::string> m_known;
};

/// Returns what a person calls a node of this kind: "a text", "a list", "a map", "no value".
std::string name_of(Node::Kind kind);

}  // namespace escalate

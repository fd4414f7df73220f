#pragma once

#include <yaml.h>

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/tree.hpp"
#include "yaml/fault_list.hpp"
#include "yaml/lines.hpp"
#include "yaml/syntax_fault.hpp"

namespace escalate {

/// Puts libyaml's events together to a tree, and notes what our files may not have: anchors, aliases, tags, directives,
/// merge keys, keys that are no texts or are there twice, texts in quotes that run on over lines indented no deeper
/// than their key, more than 16 levels, more than a million values, more than one document. Does not recurse.
class TreeBuilder {
 public:
  /// `lines` are those of the text the events come from. All references must outlive this.
  TreeBuilder(const Lines& lines, FaultList& faults) : m_lines(lines), m_faults(faults) {}

  /// Takes the next event. Returns false when reading on makes no sense.
  bool take(const yaml_event_t& event);
  /// Returns the root read so far, nothing when there was no document.
  std::optional<Node> root() { return std::move(m_root); }
  /// Returns the text read last, if it was one in quotes, for the error that may come right behind it.
  const QuotedText& quoted_text() const { return m_quoted; }

 private:
  /// A list or map whose end has not come yet.
  struct Unfinished {
    Node node;
    std::optional<Entry> entry;                      ///< of a map: the key that waits for its value
    std::unordered_map<std::string, int> key_lines;  ///< of a map: the line of each key
  };

  bool begin_document(const yaml_event_t& event);
  bool begin(const yaml_event_t& event);
  bool scalar(const yaml_event_t& event);
  bool alias(const yaml_event_t& event);
  bool end();
  bool attach(Node node);
  void take_key(Unfinished& map, Node node);
  void take_value(Unfinished& map, Node node);
  void check_key(const Unfinished& map, const Node& key);
  void check_flow_value(const Unfinished& map);
  void check_quoted(const Node& node, int last_line);
  void refuse_property(const unsigned char* anchor, const unsigned char* tag, Mark at);
  int block_column() const;

  const Lines& m_lines;
  FaultList& m_faults;
  std::vector<Unfinished> m_unfinished;
  std::optional<Node> m_root;
  QuotedText m_quoted;
  int m_documents = 0;
  int m_values = 0;
};

}  // namespace escalate

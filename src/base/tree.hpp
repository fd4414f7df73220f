#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/fault.hpp"

namespace escalate {

/// A position in a document; both count characters from 1.
struct Mark {
  int line = 1;
  int column = 1;
};

struct Entry;

/// One value of a YAML document as read: a text, a list, a map, or nothing at all (`key:` with no value).
/// No scalar is converted: `007`, `no` and `null` are texts.
struct Node {
  enum class Kind { none, text, list, map };
  Kind kind = Kind::none;
  bool quoted = false;  ///< a text written in quotes or as a block
  bool flow = false;    ///< a list or map written in [ ] or { }
  std::string text;
  std::vector<Node> items;
  std::vector<Entry> entries;  ///< in written order, keys unique
  Mark at;

  /// Returns the value of `key`, or null when this is no map or lacks it.
  const Node* find(std::string_view key) const;
};

/// One `key: value` of a map.
struct Entry {
  std::string key;
  Mark at;
  Node value;
};

/// A file as read: its name for messages, its bytes, and the tree both parsers agreed on.
struct Document {
  std::string file;
  std::string bytes;
  Node root;
  std::vector<std::size_t> line_starts;  ///< where each line of `bytes` begins, so that many faults are found quickly
};

/// Returns where each line of `bytes` begins, a byte order mark left out.
std::vector<std::size_t> line_starts_of(std::string_view bytes);

/// Returns line `number` (from 1) of a document whose `line_starts` are filled; empty when there is none.
std::string line_of(const Document& document, int number);

/// Returns line `number` (from 1) of `bytes` without its line end; empty when there is none.
std::string line_of(std::string_view bytes, int number);

/// Makes a fault at `at` in a document, with the line there as its excerpt.
Fault fault_at(const Document& document, Mark at, std::string text, std::string help = {},
               Severity severity = Severity::error);

/// Makes a fault at `at` in a file with these bytes, with the line there as its excerpt.
Fault fault_at(std::string_view file, std::string_view bytes, Mark at, std::string text, std::string help = {},
               Severity severity = Severity::error);

}  // namespace escalate

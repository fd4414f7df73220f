#pragma once

#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

#include "base/escape.hpp"
#include "yaml/read.hpp"

namespace escalate::test {

/// Returns the tree in one line: texts in quotes, `nothing` for no value.
inline std::string outline(const Node& node) {
  std::string inside;
  const auto add = [&inside](const std::string& part) { inside += (inside.empty() ? "" : ", ") + part; };
  switch (node.kind) {
    case Node::Kind::none:
      return "nothing";
    case Node::Kind::text:
      return "'" + shown(node.text) + "'";
    case Node::Kind::list:
      for (const Node& item : node.items) add(outline(item));
      return "[" + inside + "]";
    case Node::Kind::map:
      for (const Entry& entry : node.entries) add(shown(entry.key) + ": " + outline(entry.value));
      return "{" + inside + "}";
  }
  return {};
}

/// Returns the faults, one a line: LINE:COLUMN: text; help.
inline std::string lines_of(const Faults& faults) {
  std::string lines;
  for (const Fault& fault : faults)
    lines += std::to_string(fault.place.line) + ":" + std::to_string(fault.place.column) + ": " + fault.text +
             (fault.help.empty() ? "" : "; " + fault.help) + "\n";
  return lines;
}

/// Returns what is made of a text: its outline, or the faults.
inline std::string told(std::string_view text, Opinions opinions = Opinions::both) {
  const auto document = read_yaml("test.yaml", std::string(text), opinions);
  return document ? outline(document->root) : lines_of(document.error());
}

/// Returns the document in a text that is known to be good.
inline Document document_of(std::string_view text) {
  return read_yaml("test.yaml", std::string(text), Opinions::both).value();
}

inline std::string bytes_of(const std::string& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

}  // namespace escalate::test

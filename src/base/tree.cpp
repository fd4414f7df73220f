#include "base/tree.hpp"

namespace escalate {

const Node* Node::find(std::string_view key) const {
  for (const Entry& entry : entries)
    if (entry.key == key) return &entry.value;
  return nullptr;
}

std::string line_of(std::string_view bytes, int number) {
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  std::size_t start = bytes.starts_with(byte_order_mark) ? byte_order_mark.size() : 0;
  for (int line = 1; line < number; ++line) {
    const std::size_t end = bytes.find('\n', start);
    if (end == std::string_view::npos) return {};
    start = end + 1;
  }
  std::string_view line = bytes.substr(start, bytes.find('\n', start) - start);
  if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
  return std::string(line);
}

Fault fault_at(std::string_view file, std::string_view bytes, Mark at, std::string text, std::string help,
               Severity severity) {
  return {severity, {std::string(file), at.line, at.column}, std::move(text), std::move(help), line_of(bytes, at.line)};
}

}  // namespace escalate

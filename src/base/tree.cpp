#include "base/tree.hpp"

namespace escalate {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

}  // namespace

const Node* Node::find(std::string_view key) const {
  for (const Entry& entry : entries)
    if (entry.key == key) return &entry.value;
  return nullptr;
}

std::string line_of(std::string_view bytes, int number) {
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

std::vector<std::size_t> line_starts_of(std::string_view bytes) {
  std::vector<std::size_t> starts = {bytes.starts_with(byte_order_mark) ? byte_order_mark.size() : 0};
  for (std::size_t end = bytes.find('\n'); end != std::string_view::npos; end = bytes.find('\n', end + 1))
    starts.push_back(end + 1);
  return starts;
}

std::string line_of(const Document& document, int number) {
  const auto index = static_cast<std::size_t>(number);
  if (number < 1 || index > document.line_starts.size()) return {};
  return line_of(std::string_view(document.bytes).substr(document.line_starts[index - 1]), 1);
}

Fault fault_at(const Document& document, Mark at, std::string text, std::string help, Severity severity) {
  return {severity, {document.file, at.line, at.column}, std::move(text), std::move(help), line_of(document, at.line)};
}

Fault fault_at(std::string_view file, std::string_view bytes, Mark at, std::string text, std::string help,
               Severity severity) {
  return {severity, {std::string(file), at.line, at.column}, std::move(text), std::move(help), line_of(bytes, at.line)};
}

}  // namespace escalate

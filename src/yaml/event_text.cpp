#include "yaml/event_text.hpp"

#include <fmt/format.h>
#include <utf8proc.h>

#include "base/id.hpp"

namespace escalate {
namespace {

using CodePoint = utf8proc_int32_t;

/// Returns whether a YAML reader would refuse `point`, fold it or take it for a line end if it stood there raw.
bool must_be_escaped(CodePoint point) {
  return point < 0x20 || (point >= 0x7f && point < 0xa0) || point == 0x2028 || point == 0x2029 || point == 0xfeff ||
         (point & 0xfffe) == 0xfffe;
}

std::string escaped(CodePoint point) {
  if (point == '\n') return "\\n";
  if (point == '\t') return "\\t";
  return point > 0xffff ? fmt::format("\\U{:08x}", point) : fmt::format("\\u{:04x}", point);
}

/// Calls `use` with each character of `text` and its bytes; bytes that are no UTF-8 come as they are, one by one.
template <typename Use>
void for_each_character(std::string_view text, Use use) {
  while (!text.empty()) {
    CodePoint point = 0;
    const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
    const utf8proc_ssize_t read = utf8proc_iterate(bytes, static_cast<utf8proc_ssize_t>(text.size()), &point);
    const std::size_t length = read > 0 ? static_cast<std::size_t>(read) : 1;
    use(read > 0 ? point : CodePoint{'?'}, text.substr(0, length));
    text.remove_prefix(length);
  }
}

/// Returns whether `text`, of several lines, reads back the same from a `|` block.
bool fits_a_block(std::string_view text) {
  if (text.find('\n') == std::string_view::npos || text.front() == '\n' || text.back() == '\n') return false;
  bool fits = true;
  char before = '\n';
  for_each_character(text, [&](CodePoint point, std::string_view bytes) {
    if (point != '\n' && must_be_escaped(point)) fits = false;
    if (before == '\n' && point == ' ') fits = false;
    if (before == ' ' && point == '\n') fits = false;
    before = bytes.front();
  });
  return fits && before != ' ';
}

std::string block(std::string_view text, std::size_t indent, std::string_view line_end) {
  std::string lines = "|";
  while (true) {
    const std::size_t end = text.find('\n');
    const std::string_view line = text.substr(0, end);
    lines += line_end;
    if (!line.empty()) lines.append(indent, ' ').append(line);
    if (end == std::string_view::npos) return lines;
    text.remove_prefix(end + 1);
  }
}

std::string key_text(const std::string& key) { return is_id(key) ? key : double_quoted(key); }

/// Returns `node` on one line.
std::string flow_text(const Node& node) {
  if (node.kind == Node::Kind::text) return double_quoted(node.text);
  const bool list = node.kind == Node::Kind::list;
  std::string inside;
  for (const Node& item : node.items) inside += (inside.empty() ? "" : ", ") + flow_text(item);
  for (const Entry& entry : node.entries)
    inside += (inside.empty() ? "" : ", ") + key_text(entry.key) + ": " + flow_text(entry.value);
  return list ? "[" + inside + "]" : "{" + inside + "}";
}

std::string value_text(const Entry& entry, std::size_t indent, std::string_view line_end) {
  const Node& value = entry.value;
  if (value.kind != Node::Kind::text) return flow_text(value);
  if (entry.key == "event") return value.text;
  return fits_a_block(value.text) ? block(value.text, indent + 2, line_end) : double_quoted(value.text);
}

}  // namespace

std::string double_quoted(std::string_view text) {
  std::string quoted = "\"";
  for_each_character(text, [&](CodePoint point, std::string_view bytes) {
    if (point == '"' || point == '\\') quoted += '\\';
    quoted += must_be_escaped(point) ? escaped(point) : std::string(bytes);
  });
  return quoted + '"';
}

std::string event_text(const Node& event, std::size_t indent, std::string_view line_end) {
  std::string lines;
  for (const Entry& entry : event.entries) {
    lines += std::string(indent, ' ') + (lines.empty() ? "- " : "  ");
    lines += key_text(entry.key) + ": " + value_text(entry, indent + 2, line_end);
    lines += line_end;
  }
  return lines;
}

}  // namespace escalate

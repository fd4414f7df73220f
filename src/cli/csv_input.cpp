// Reads RFC 4180 with one restriction: no line end within quotes. A quote left open would otherwise swallow the rows
// after it.
#include "cli/csv_input.hpp"

#include <algorithm>
#include <optional>

namespace escalate {
namespace {

/// Takes a quoted field and its quotes off the front of `line`; nothing when its end is missing.
std::optional<std::string> take_quoted(std::string_view& line) {
  std::string field;
  line.remove_prefix(1);
  for (;;) {
    const std::size_t quote = line.find('"');
    if (quote == std::string_view::npos) return std::nullopt;
    field += line.substr(0, quote);
    line.remove_prefix(quote + 1);
    if (line.empty() || line.front() != '"') return field;
    field += '"';
    line.remove_prefix(1);
  }
}

/// Takes a field without quotes off the front; nothing when there is a quote in it.
std::optional<std::string> take_plain(std::string_view& line) {
  const std::size_t end = std::min(line.find(','), line.size());
  std::string field(line.substr(0, end));
  line.remove_prefix(end);
  if (field.find('"') != std::string::npos) return std::nullopt;
  return field;
}

/// Nothing when the line is malformed.
std::optional<std::vector<std::string>> fields_of(std::string_view line) {
  std::vector<std::string> fields;
  for (;;) {
    auto field = !line.empty() && line.front() == '"' ? take_quoted(line) : take_plain(line);
    if (!field) return std::nullopt;
    fields.push_back(*std::move(field));
    if (line.empty()) return fields;
    if (line.front() != ',') return std::nullopt;
    line.remove_prefix(1);
  }
}

CsvLine read_row(int number, std::string_view text) {
  auto fields = fields_of(text);
  if (fields) return {number, *std::move(fields), false};
  return {number, {std::string(text)}, true};
}

}  // namespace

std::vector<CsvLine> csv_lines(std::string_view text) {
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  if (text.substr(0, byte_order_mark.size()) == byte_order_mark) text.remove_prefix(byte_order_mark.size());
  std::vector<CsvLine> lines;
  for (int number = 1; !text.empty(); ++number) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    if (!line.empty()) lines.push_back(read_row(number, line));
  }
  return lines;
}

}  // namespace escalate

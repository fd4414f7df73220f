#include "yaml/lines.hpp"

#include <algorithm>
#include <array>

namespace escalate {
namespace {

bool begins_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; }

/// Returns the bytes of `line` before its character `column` (from 1).
std::size_t bytes_before(std::string_view line, int column) {
  std::size_t offset = 0;
  for (int passed = 1; passed < column && offset < line.size(); ++passed) {
    ++offset;
    while (offset < line.size() && !begins_character(line[offset])) ++offset;
  }
  return offset;
}

/// Returns the bytes of the blank that `text` begins with, 0 when it begins with none.
std::size_t blank_at_start(std::string_view text) {
  constexpr std::array<std::string_view, 6> blanks = {" ", "\t", "\u00A0", "\u2007", "\u202F", "\u3000"};
  const auto* blank =
      std::find_if(blanks.begin(), blanks.end(), [text](std::string_view each) { return text.starts_with(each); });
  return blank == blanks.end() ? 0 : blank->size();
}

}  // namespace

Lines::Lines(std::string_view text) : m_text(text), m_starts{0} {
  for (std::size_t end = text.find('\n'); end != std::string_view::npos; end = text.find('\n', end + 1))
    m_starts.push_back(end + 1);
}

std::string_view Lines::line(int number) const {
  if (number < 1 || number > count()) return {};
  const std::size_t start = m_starts[static_cast<std::size_t>(number) - 1];
  std::string_view line = m_text.substr(start, m_text.find('\n', start) - start);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

std::string_view Lines::before(Mark at) const {
  const std::string_view whole = line(at.line);
  return whole.substr(0, bytes_before(whole, at.column));
}

std::string_view Lines::from(Mark at) const {
  const std::string_view whole = line(at.line);
  return whole.substr(bytes_before(whole, at.column));
}

std::string_view indentation(std::string_view line) {
  std::size_t bytes = 0;
  while (const std::size_t blank = blank_at_start(line.substr(bytes))) bytes += blank;
  return line.substr(0, bytes);
}

int characters(std::string_view text) {
  return static_cast<int>(std::count_if(text.begin(), text.end(), begins_character));
}

}  // namespace escalate

#include "yaml/conflict_text.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

namespace escalate {
namespace {

using TextLines = std::vector<std::string_view>;  // each with its line end, the last perhaps without

TextLines lines_of(std::string_view text) {
  TextLines lines;
  while (!text.empty()) {
    const std::size_t length = std::min(text.find('\n'), text.size() - 1) + 1;
    lines.push_back(text.substr(0, length));
    text.remove_prefix(length);
  }
  return lines;
}

/// Returns whether the lines may be cut before line `at` (from 0): an event begins there, or nothing is left.
bool may_cut(const TextLines& lines, std::size_t at) {
  if (at == lines.size()) return true;
  const std::string_view line = lines[at];
  const std::size_t blanks = std::min(line.find_first_not_of(' '), line.size());
  return line.substr(blanks).starts_with("- ");
}

/// Returns how many lines at the start are alike, up to the start of an event.
std::size_t common_start(const TextLines& a, const TextLines& b) {
  const std::size_t most = std::min(a.size(), b.size());
  std::size_t count = 0;
  while (count < most && a[count] == b[count]) ++count;
  while (count > 0 && !(may_cut(a, count) && may_cut(b, count))) --count;
  return count;
}

/// Returns how many lines at the end are alike, the first `start` lines left out, from the start of an event on.
std::size_t common_end(const TextLines& a, const TextLines& b, std::size_t start) {
  const std::size_t most = std::min(a.size(), b.size()) - start;
  std::size_t count = 0;
  while (count < most && a[a.size() - 1 - count] == b[b.size() - 1 - count]) ++count;
  while (count > 0 && !may_cut(a, a.size() - count)) --count;
  return count;
}

class Text {
 public:
  explicit Text(std::string_view line_end) : m_line_end(line_end) {}

  void lines(const TextLines& lines, std::size_t first, std::size_t end) {
    for (std::size_t i = first; i < end; ++i) text.append(lines[i]);
  }

  void marker(char letter, std::size_t size, std::string_view label) {
    if (!text.empty() && text.back() != '\n') text.append(m_line_end);
    text.append(size, letter);
    if (!label.empty()) text.append(" ").append(label);
    text.append(m_line_end);
  }

  std::string text;

 private:
  std::string_view m_line_end;
};

}  // namespace

std::string with_conflict_markers(const MergeSides& sides, std::size_t size) {
  const TextLines ours = lines_of(sides.ours);
  const TextLines theirs = lines_of(sides.theirs);
  const bool alike = sides.ours == sides.theirs;
  const std::size_t start = alike ? 0 : common_start(ours, theirs);
  const std::size_t end = alike ? 0 : common_end(ours, theirs, start);
  Text text(!ours.empty() && ours[0].ends_with("\r\n") ? "\r\n" : "\n");
  text.lines(ours, 0, start);
  text.marker('<', size, "ours");
  text.lines(ours, start, ours.size() - end);
  if (alike) {
    const TextLines base = lines_of(sides.base);
    text.marker('|', size, "before");
    text.lines(base, 0, base.size());
  }
  text.marker('=', size, "");
  text.lines(theirs, start, theirs.size() - end);
  text.marker('>', size, "theirs");
  text.lines(ours, ours.size() - end, ours.size());
  return std::move(text.text);
}

}  // namespace escalate

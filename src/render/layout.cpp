#include "render/layout.hpp"

#include <utf8proc.h>

#include <algorithm>

#include "base/escape.hpp"

namespace escalate {
namespace {

/// Calls `each(code point, bytes)` for every character; a byte that is no UTF-8 counts as one character.
template <typename Each>
void for_characters(std::string_view text, const Each& each) {
  while (!text.empty()) {
    utf8proc_int32_t code = 0;
    const auto size = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                       static_cast<utf8proc_ssize_t>(text.size()), &code);
    const std::size_t bytes = size > 0 ? static_cast<std::size_t>(size) : 1;
    if (!each(size > 0 ? code : utf8proc_int32_t{'?'}, bytes)) return;
    text.remove_prefix(bytes);
  }
}

std::vector<std::string_view> words_of(std::string_view line) {
  std::vector<std::string_view> words;
  while (!line.empty()) {
    const std::size_t start = line.find_first_not_of(' ');
    if (start == std::string_view::npos) break;
    const std::size_t end = std::min(line.find(' ', start), line.size());
    words.push_back(line.substr(start, end - start));
    line.remove_prefix(end);
  }
  return words;
}

}  // namespace

int text_width(std::string_view text) {
  int width = 0;
  for_characters(text, [&](auto code, std::size_t) {
    width += utf8proc_charwidth(static_cast<utf8proc_int32_t>(code));
    return true;
  });
  return width;
}

std::string first_characters(std::string_view text, int count) {
  std::size_t bytes = 0;
  for_characters(text, [&](auto, std::size_t size) {
    if (count-- <= 0) return false;
    bytes += size;
    return true;
  });
  return std::string(text.substr(0, bytes));
}

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

std::string printable(std::string_view text) {
  std::string result;
  for (const std::string& line : lines_of(text)) result += (result.empty() ? "" : "\n") + shown(line);
  return result;
}

std::string wrapped(std::string_view text, std::string_view first, std::string_view rest) {
  std::string result;
  std::string_view lead = first;
  for (const std::string& paragraph : lines_of(text)) {
    std::string line(lead);
    bool empty = true;
    for (const std::string_view word : words_of(paragraph)) {
      if (!empty && text_width(line) + 1 + text_width(word) > page_width) {
        result += line + "\n";
        line = std::string(rest);
        empty = true;
      }
      if (!empty) line += ' ';
      line += word;
      empty = false;
    }
    while (!line.empty() && line.back() == ' ') line.pop_back();
    result += line + "\n";
    lead = rest;
  }
  return result;
}

std::string padded(std::string_view text, int width) {
  const int missing = width - text_width(text);
  return std::string(text) + std::string(static_cast<std::size_t>(std::max(0, missing)), ' ');
}

std::string one_line(std::string text) {
  std::replace(text.begin(), text.end(), '\n', ' ');
  constexpr int most = 160;
  return text_width(text) > most ? first_characters(text, most - 3) + "..." : text;
}

}  // namespace escalate

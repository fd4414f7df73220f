#include "render/faults.hpp"

#include "base/escape.hpp"
#include "render/layout.hpp"

namespace escalate {
namespace {

constexpr int longest_excerpt = 200;
constexpr int longest_line = 1000;

/// Returns one line of a message, fit for a terminal and no longer than anyone reads.
std::string message_line(const std::string& text) {
  const std::string whole = shown(text);
  return text_width(whole) > longest_line ? first_characters(whole, longest_line) + "..." : whole;
}

std::string place_of(const Place& place) {
  std::string text = message_line(place.file);
  if (place.line > 0) text += ":" + std::to_string(place.line);
  if (place.line > 0 && place.column > 0) text += ":" + std::to_string(place.column);
  return text;
}

/// Returns the excerpt without the blanks before it, with a caret below the column.
std::string excerpt_of(const Fault& fault) {
  const std::size_t blanks = fault.excerpt.find_first_not_of(" \t");
  if (blanks == std::string::npos) return {};
  const std::string line = fault.excerpt.substr(blanks);
  if (text_width(line) > longest_excerpt) return {};
  std::string text = "  " + shown(line) + "\n";
  const int column = fault.place.column - static_cast<int>(blanks);
  if (column < 1) return text;
  const std::string before = first_characters(line, column - 1);
  return text + "  " + std::string(static_cast<std::size_t>(text_width(shown(before))), ' ') + "^\n";
}

std::string indented(const std::string& help) {
  std::string text;
  for (const std::string& line : lines_of(help)) text += "  " + message_line(line) + "\n";
  return text;
}

}  // namespace

std::string text_of(const Fault& fault) {
  const std::string word = fault.severity == Severity::error ? "error" : "warning";
  const std::string place = fault.place.file.empty() ? "escalate" : place_of(fault.place);
  return place + ": " + word + ": " + message_line(fault.text) + "\n" + excerpt_of(fault) +
         (fault.help.empty() ? std::string() : indented(fault.help));
}

std::string text_of(const Faults& faults) {
  std::string text;
  for (const Fault& fault : faults) text += text_of(fault);
  return text;
}

std::string text_of(const Failure& failure) {
  if (!failure.faults.empty()) return text_of(failure.faults);
  return "escalate: " + message_line(failure.text) + "\n" + (failure.help.empty() ? std::string() : indented(failure.help));
}

}  // namespace escalate

#include <fmt/format.h>

#include <vector>

#include "base/escape.hpp"
#include "cli/command_line.hpp"
#include "cli/csv_input.hpp"
#include "fuzz/targets.hpp"
#include "render/faults.hpp"

namespace escalate::fuzz {
namespace {

/// Returns the lines of `bytes`; a NUL ends the last, as it ends a word of a command line.
std::vector<std::string> words_of(std::string_view bytes) {
  std::vector<std::string> words;
  bytes = bytes.substr(0, bytes.find('\0'));
  while (!bytes.empty()) {
    const std::size_t end = std::min(bytes.find('\n'), bytes.size());
    words.emplace_back(bytes.substr(0, end));
    bytes.remove_prefix(std::min(end + 1, bytes.size()));
  }
  return words;
}

std::string wrong_in(const Failure& failure) {
  if (failure.code != ExitCode::usage) return fmt::format("refused with {}", static_cast<int>(failure.code));
  if (failure.text.empty() || !failure.faults.empty()) return "refused without a word";
  if (failure.text.starts_with("cannot read the command")) return "refused in CLI11's words: " + failure.text;
  const std::string first = text_of(failure).substr(0, text_of(failure).find('\n'));
  return shown(first) == first ? "" : "a failure that a terminal would obey: " + shown(first);
}

std::string wrong_csv(std::string_view text) {
  int before = 0;
  for (const CsvLine& line : csv_lines(text)) {
    if (line.number <= before) return fmt::format("line {} comes after line {}", line.number, before);
    if (line.fields.empty()) return "a line without fields";
    before = line.number;
  }
  return {};
}

}  // namespace

std::string line_misbehaviour(std::string_view bytes) {
  if (std::string wrong = wrong_csv(bytes); !wrong.empty()) return wrong;
  const auto line = read_command_line(words_of(bytes));
  return line ? "" : wrong_in(line.error());
}

}  // namespace escalate::fuzz

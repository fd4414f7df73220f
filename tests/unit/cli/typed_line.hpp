#pragma once

#include <catch2/catch.hpp>
#include <sstream>
#include <string>
#include <variant>
#include <vector>

#include "cli/command_line.hpp"

namespace escalate::test {

using Words = std::vector<std::string>;

/// Returns the words between blanks.
inline Words split(const std::string& line) {
  std::istringstream stream(line);
  Words words;
  for (std::string word; stream >> word;) words.push_back(word);
  return words;
}

inline CommandLine line_of(const Words& words) {
  const auto read = read_command_line(words);
  if (!read) FAIL(read.error().text);
  REQUIRE(std::holds_alternative<CommandLine>(*read));
  return std::get<CommandLine>(*read);
}

template <typename T>
T options_of(const Words& words) {
  return std::get<T>(line_of(words).options);
}

inline std::string help_of(const Words& words) {
  const auto read = read_command_line(words);
  if (!read) return "failed: " + read.error().text;
  return std::holds_alternative<HelpText>(*read) ? std::get<HelpText>(*read).text : "no help";
}

/// Returns the message and its cure; the code is always that of usage.
inline std::string fault_of(const Words& words) {
  const auto read = read_command_line(words);
  if (read) return "read";
  CHECK(read.error().code == ExitCode::usage);
  return read.error().text + "\n" + read.error().help;
}

inline std::string first_line(const std::string& text) { return text.substr(0, text.find('\n')); }

}  // namespace escalate::test

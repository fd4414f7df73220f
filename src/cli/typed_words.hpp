#pragma once

#include <string>
#include <utility>
#include <vector>

#include "base/result.hpp"
#include "cli/command_info.hpp"

namespace escalate {

/// The words of a command line, each known for what it is.
struct TypedLine {
  enum class Asks { command, help, version };
  Asks asks = Asks::command;
  std::string command;                                       ///< `policy list`; for help also a group, or empty
  std::vector<std::pair<std::string, std::string>> options;  ///< name and value (empty for a flag), as typed
  std::vector<std::string> words;                            ///< those that stand alone
};

/// Tells commands, options, values and words apart. An option's value is the next word, or what follows `=`; a word
/// that begins with `-` is an option until `--`; a lone `-` is a word. Fails with `usage`, naming first what is
/// unknown, then what cannot be taken, then all that is missing. Help, once asked for, is not refused for faults.
Result<TypedLine> sort_words(const std::vector<std::string>& typed, const std::vector<CommandInfo>& commands);

/// Returns the line in the one order that reads in one way only: the program's options, the command, its options, `--`,
/// its words. A value follows its option as a word of its own.
std::vector<std::string> in_order(const TypedLine& line, const std::vector<CommandInfo>& commands);

}  // namespace escalate

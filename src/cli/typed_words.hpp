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

/// Tells commands, options, values and words apart. Fails with `usage`, naming first what is unknown, then what cannot be taken, then
/// all that is missing. An option's value is the next word, or what follows `=`; a word that begins with `-` is an option until
/// `--`, a lone `-` is a word. Help, once asked for, is never refused for faults after it.
Result<TypedLine> sort_words(const std::vector<std::string>& typed, const std::vector<CommandInfo>& commands);

}  // namespace escalate

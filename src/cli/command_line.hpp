#pragma once

#include <string>
#include <variant>
#include <vector>

#include "base/result.hpp"
#include "cli/options.hpp"

namespace escalate {

/// A command line as read.
struct CommandLine {
  GlobalOptions global;
  Options options;
};

/// Text asked for instead of a command: help or the version. Goes to standard output, exit 0.
struct HelpText {
  std::string text;
};

/// Reads the words after the program's name. Fails with `usage`: an unknown command or option is named first, with "did
/// you mean"; what is missing is named in full.
Result<std::variant<CommandLine, HelpText>> read_command_line(const std::vector<std::string>& words);

}  // namespace escalate

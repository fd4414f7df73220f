#pragma once

#include <string>
#include <vector>

#include "base/fault.hpp"
#include "cli/command_info.hpp"

namespace escalate {

// What can be wrong with a command line, each with its cure. `command` is the program where none was named yet.

/// No command is called `name` (both words of it in a group).
Failure unknown_command(const std::string& name, const std::vector<CommandInfo>& commands);
/// No option of `command` is called `name`, nor of the program.
Failure unknown_option(const std::string& name, const CommandInfo& command, const std::vector<CommandInfo>& commands);
/// A known option, written with one long dash for its two hyphens.
Failure long_dash(const std::string& typed, const std::string& name);
/// A word that begins with `-` and cannot be the name of an option.
Failure dashed_word(const std::string& word, const CommandInfo& command);
/// An option with nothing after it, or with what reads as another option.
Failure value_missing(const std::string& name, const OptionInfo& option);
/// An option followed by a word that begins with `-` and is no option.
Failure value_dashed(const std::string& name, const OptionInfo& option, const std::string& word);
/// An option with an empty text: `--to "$STAGE"` where nothing is in `STAGE`.
Failure value_empty(const std::string& name, const OptionInfo& option);
/// `--dry-run=yes`.
Failure value_unwanted(const std::string& name);
/// A word that is not among those an option takes.
Failure value_unknown(const std::string& name, const OptionInfo& option, const std::string& value);
/// An option given more than once that may be given once.
Failure repeated_option(const std::string& name);
/// More words than the command takes.
Failure unexpected_words(const std::vector<std::string>& words, const CommandInfo& command);
/// Words the command cannot do without.
Failure missing_words(const std::vector<std::string>& names, const std::string& command);
/// No command at all, or only the first word of one.
Failure missing_command(const std::string& group, const std::vector<CommandInfo>& commands);

}  // namespace escalate

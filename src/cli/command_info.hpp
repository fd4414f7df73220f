#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace escalate {

/// An option as the command line knows it.
struct OptionInfo {
  std::vector<std::string> names;  ///< `--because`, or `-h` and `--help`
  std::string value;               ///< what it takes: `TEXT`, `text|json|csv` (one of these words); empty for a flag
  bool repeatable = false;
};

/// A word that stands alone, without an option.
struct WordInfo {
  std::string name;  ///< `CASE`
  bool required = false;
  bool many = false;  ///< takes all words that are left
};

/// A command, its own options and its words in their order. The program is the command without a name; its options work
/// with every command.
struct CommandInfo {
  std::string name;  ///< `open`, `policy list`
  std::vector<OptionInfo> options;
  std::vector<WordInfo> words;
};

/// Returns the program and then every command, as the command line reads them (defined by cli/command_line).
std::vector<CommandInfo> known_commands();

/// Returns the option called `name`, or nothing.
const OptionInfo* find_option(const CommandInfo& command, std::string_view name);
/// Returns the command called `name`, or nothing.
const CommandInfo* find_command(const std::vector<CommandInfo>& commands, std::string_view name);
/// Returns whether `name` begins the names of commands: `policy`.
bool is_group(const std::vector<CommandInfo>& commands, std::string_view name);
/// Returns the second words of a group's commands: `list`, `show`, ...
std::vector<std::string> names_in_group(const std::vector<CommandInfo>& commands, std::string_view group);
/// Returns the words an option takes where it takes one of a list, else none.
std::vector<std::string> choices_of(const OptionInfo& option);

}  // namespace escalate

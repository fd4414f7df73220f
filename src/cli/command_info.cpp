#include "cli/command_info.hpp"

#include <algorithm>

namespace escalate {

const OptionInfo* find_option(const CommandInfo& command, std::string_view name) {
  for (const OptionInfo& option : command.options)
    if (std::find(option.names.begin(), option.names.end(), name) != option.names.end()) return &option;
  return nullptr;
}

const CommandInfo* find_command(const std::vector<CommandInfo>& commands, std::string_view name) {
  const auto found = std::find_if(commands.begin(), commands.end(),
                                  [name](const CommandInfo& command) { return command.name == name; });
  return found == commands.end() ? nullptr : &*found;
}

bool is_group(const std::vector<CommandInfo>& commands, std::string_view name) {
  return !names_in_group(commands, name).empty();
}

std::vector<std::string> names_in_group(const std::vector<CommandInfo>& commands, std::string_view group) {
  const std::string start = std::string(group) + " ";
  std::vector<std::string> names;
  for (const CommandInfo& command : commands)
    if (command.name.starts_with(start)) names.push_back(command.name.substr(start.size()));
  return names;
}

std::vector<std::string> choices_of(const OptionInfo& option) {
  if (option.value.empty() || option.value.front() < 'a' || option.value.front() > 'z') return {};
  std::vector<std::string> words(1);
  for (const char letter : option.value) {
    if (letter == '|')
      words.emplace_back();
    else
      words.back() += letter;
  }
  return words;
}

}  // namespace escalate

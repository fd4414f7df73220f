#include "cli/usage_faults.hpp"

#include <fmt/format.h>

#include "base/letters.hpp"
#include "base/suggest.hpp"
#include "cli/help_texts.hpp"
#include "time/quote.hpp"

namespace escalate {
namespace {

Failure usage(std::string text, std::string help) { return {ExitCode::usage, std::move(text), std::move(help), {}}; }

std::string command_line_of(const std::string& name) { return name.empty() ? "escalate" : "escalate " + name; }

/// Returns what an option takes, as a person says it: `a text`, `an agency`, `one of text, json or csv`.
std::string value_in_words(const OptionInfo& option) {
  if (const auto choices = choices_of(option); !choices.empty()) return "one of " + or_list(choices);
  if (option.value == "DIR") return "a folder";
  if (option.value == "N") return "a number";
  if (option.value == "REF") return "a reference";
  std::string word;
  for (const char letter : option.value) {
    if (!is_capital(letter)) break;
    word += to_small(letter);
  }
  return (std::string("aeiou").find(word.front()) == std::string::npos ? "a " : "an ") + word;
}

/// Returns how a text that begins with `-` is given to `command`, or nothing where it takes no text.
std::string dashed_text_help(const CommandInfo& command) {
  const std::string begins = "a text that begins with '-' ";
  if (!command.words.empty() && command.words.back().name == "TEXT")
    return begins + "needs '--' before it: " + command_line_of(command.name) + " CASE -- TEXT";
  for (const OptionInfo& option : command.options)
    if (option.value == "TEXT") return begins + "follows '=': " + option.names.back() + "=TEXT";
  return {};
}

std::string lists_options(const CommandInfo& command) {
  return "'" + command_line_of(command.name) + " --help' lists the options";
}

std::string on_a_line_of_its_own(const std::string& help) { return help.empty() ? help : "\n" + help; }

/// Returns the full name of a command of two words when `word` is its second one.
std::string in_a_group(const std::string& word, const std::vector<CommandInfo>& commands) {
  for (const CommandInfo& command : commands)
    if (command.name.ends_with(" " + word)) return command.name;
  return {};
}

std::vector<std::string> first_words(const std::vector<CommandInfo>& commands) {
  std::vector<std::string> words;
  for (const CommandInfo& command : commands) {
    const std::string word = command.name.substr(0, command.name.find(' '));
    if (!word.empty() && (words.empty() || words.back() != word)) words.push_back(word);
  }
  return words;
}

void add_names_of(const CommandInfo& command, std::vector<std::string>& names) {
  for (const OptionInfo& option : command.options) names.insert(names.end(), option.names.begin(), option.names.end());
}

std::vector<std::string> names_of(const CommandInfo& command) {
  std::vector<std::string> names;
  add_names_of(command, names);
  return names;
}

/// An option before the command, where only those of the program may stand.
Failure unknown_before_command(const std::string& name, const std::vector<CommandInfo>& commands) {
  std::vector<std::string> known;
  for (const CommandInfo& command : commands) {
    if (find_option(command, name))
      return usage("option " + in_quotes(name) + " stands before the command",
                   "write it after the command: escalate " + command.name + " ... " + name);
    add_names_of(command, known);
  }
  return usage("unknown option " + in_quotes(name), did_you_mean(name, known, lists_options(commands.front())));
}

}  // namespace

Failure unknown_command(const std::string& name, const std::vector<CommandInfo>& commands) {
  const std::string group = name.substr(0, name.find(' '));
  const auto second = names_in_group(commands, group);
  std::vector<std::string> known = first_words(commands);
  if (!second.empty()) {
    known.clear();
    for (const std::string& word : second) known.push_back(group + " " + word);
  }
  const std::string elsewhere = in_a_group(name, commands);
  const std::string lists = "'" + command_line_of(second.empty() ? "" : group) + " --help' lists the commands";
  const std::string help = elsewhere.empty() ? did_you_mean(name, known, lists) : "did you mean '" + elsewhere + "'?";
  return usage("unknown command " + in_quotes(name), help);
}

Failure unknown_option(const std::string& name, const CommandInfo& command, const std::vector<CommandInfo>& commands) {
  if (command.name.empty()) return unknown_before_command(name, commands);
  std::vector<std::string> known = names_of(command);
  add_names_of(commands.front(), known);
  return usage("unknown option " + in_quotes(name) + " of '" + command.name + "'",
               did_you_mean(name, known, lists_options(command) + on_a_line_of_its_own(dashed_text_help(command))));
}

Failure long_dash(const std::string& typed, const std::string& name) {
  return usage("unknown option " + in_quotes(typed) + ", with a long dash", "write two hyphens: " + name);
}

Failure dashed_word(const std::string& word, const CommandInfo& command) {
  const std::string help = dashed_text_help(command);
  return usage(in_quotes(word) + " begins with '-', as options do",
               help.empty() ? "put '--' before a word that begins with '-'" : help);
}

Failure value_missing(const std::string& name, const OptionInfo& option) {
  return usage("option '" + name + "' needs " + value_in_words(option),
               "write it after the option: " + name + " " + option.value);
}

Failure value_dashed(const std::string& name, const OptionInfo& option, const std::string& word) {
  return usage("option '" + name + "' needs " + value_in_words(option) + ", and " + in_quotes(word) +
                   " begins with '-', as options do",
               "what begins with '-' follows '=': " + name + "=" + option.value);
}

Failure value_empty(const std::string& name, const OptionInfo& option) {
  return usage(name + " is empty", "write " + name + " " + option.value + ", or leave it out");
}

Failure value_unwanted(const std::string& name) {
  return usage("option '" + name + "' takes no value", "write " + name + " alone");
}

Failure value_unknown(const std::string& name, const OptionInfo& option, const std::string& value) {
  const auto choices = choices_of(option);
  return usage("unknown value " + in_quotes(value) + " of option '" + name + "'",
               did_you_mean(value, choices, "it takes " + or_list(choices)));
}

Failure repeated_option(const std::string& name) {
  return usage("option '" + name + "' is given more than once", "give it once");
}

Failure unexpected_words(const std::vector<std::string>& words, const CommandInfo& command) {
  const std::string usage_lines = usage_of(command.name);
  const bool has_text = usage_lines.find("TEXT") != std::string::npos;
  return usage(std::string(words.size() == 1 ? "unexpected word " : "unexpected words ") +
                   in_quotes(fmt::format("{}", fmt::join(words, " "))) + " after '" + command.name + "'",
               usage_lines + (has_text ? "\na text of several words goes in quotes" : ""));
}

Failure missing_words(const std::vector<std::string>& names, const std::string& command) {
  return usage("'" + command + "' needs " + and_list(names), usage_of(command));
}

Failure missing_command(const std::string& group, const std::vector<CommandInfo>& commands) {
  const std::string lists = "'" + command_line_of(group) + " --help' lists the commands";
  if (group.empty()) return usage("no command given", lists);
  return usage("'" + group + "' needs a command: " + or_list(names_in_group(commands, group)), lists);
}

}  // namespace escalate

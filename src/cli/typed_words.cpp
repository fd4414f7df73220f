// One pass over the words; options are told from words by the dash alone. Of the faults the first of each rank is kept.
// CLI11 cannot do this: it stops at the first fault in its own order, lets an option swallow the next one (`--because
// --to 3`, `--because= x`), and loses words after `++`, a late `--`, or a text that is the name of a command.
#include "cli/typed_words.hpp"

#include <algorithm>
#include <optional>

#include "cli/usage_faults.hpp"

namespace escalate {
namespace {

struct Reading {
  const std::vector<std::string>& typed;
  const std::vector<CommandInfo>& commands;
  const CommandInfo* command;  ///< the program until one is named
  std::size_t next = 0;
  bool only_words = false;  ///< after `--`
  std::string group;        ///< the first word of a command of two
  TypedLine line;
  std::optional<Failure> unknown;  ///< the first thing unknown
  std::optional<Failure> unfit;    ///< the first thing that cannot be taken
};

void keep_first(std::optional<Failure>& kept, Failure failure) {
  if (!kept) kept = std::move(failure);
}

bool has_command(const Reading& reading) { return !reading.command->name.empty(); }

bool begins_with_dash(const std::string& word) { return word.size() > 1 && word.front() == '-'; }

std::string name_in(const std::string& word) { return word.substr(0, word.find('=')); }

/// Returns whether somebody may have meant `word` as an option: a letter after one dash or two, then letters, digits
/// and dashes.
bool looks_like_option(const std::string& word) {
  const std::string name = name_in(word);
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  const auto belongs = [&](char c) { return is_letter(c) || (c >= '0' && c <= '9') || c == '-' || c == '_'; };
  const std::size_t first = name.find_first_not_of('-');
  return first != std::string::npos && first <= 2 && is_letter(name[first]) &&
         std::all_of(name.begin(), name.end(), belongs);
}

const OptionInfo* option_called(const Reading& reading, const std::string& name) {
  const OptionInfo* own = find_option(*reading.command, name);
  return own ? own : find_option(reading.commands.front(), name);
}

/// Returns the option in `word` whose two hyphens a word processor has made one long dash, or nothing.
std::string behind_long_dash(const Reading& reading, const std::string& word) {
  constexpr std::size_t bytes = 3;
  if (!word.starts_with("\u2013") && !word.starts_with("\u2014")) return {};
  const std::string name = "--" + name_in(word.substr(bytes));
  return option_called(reading, name) ? name : std::string();
}

void read_unknown(Reading& reading, const std::string& word) {
  if (looks_like_option(word)) {
    keep_first(reading.unknown, unknown_option(name_in(word), *reading.command, reading.commands));
  } else {
    keep_first(reading.unfit, dashed_word(word, *reading.command));
  }
}

/// Says why the word to come is no value of `option`, and passes over it if it is no option either.
Failure no_value(Reading& reading, const std::string& name, const OptionInfo& option) {
  if (reading.next == reading.typed.size() || looks_like_option(reading.typed[reading.next]))
    return value_missing(name, option);
  const std::string& word = reading.typed[reading.next];
  if (word != "--") ++reading.next;
  return value_dashed(name, option, word);
}

/// Returns the value of an option: what follows `=`, or the next word.
std::optional<std::string> value_of(Reading& reading, const std::string& word, const OptionInfo& option) {
  const std::string name = name_in(word);
  if (word.size() > name.size()) return word.substr(name.size() + 1);
  if (reading.next < reading.typed.size() && !begins_with_dash(reading.typed[reading.next]))
    return reading.typed[reading.next++];
  keep_first(reading.unfit, no_value(reading, name, option));
  return std::nullopt;
}

bool is_given(const TypedLine& line, const OptionInfo& option) {
  return std::any_of(line.options.begin(), line.options.end(), [&](const auto& given) {
    return std::find(option.names.begin(), option.names.end(), given.first) != option.names.end();
  });
}

bool takes(const OptionInfo& option, const std::string& value) {
  const auto choices = choices_of(option);
  return choices.empty() || std::find(choices.begin(), choices.end(), value) != choices.end();
}

/// An empty `-C` is this folder, as git has it; where options may be given again, each text is judged by its command.
bool may_be_empty(const std::string& name, const OptionInfo& option) { return name == "-C" || option.repeatable; }

void read_flag(Reading& reading, const std::string& word, const OptionInfo& option) {
  const std::string name = name_in(word);
  if (word.size() > name.size()) {
    keep_first(reading.unfit, value_unwanted(name));
  } else if (name == "--help" || name == "-h") {
    reading.line.asks = TypedLine::Asks::help;
  } else if (name == "--version") {
    if (reading.line.asks == TypedLine::Asks::command) reading.line.asks = TypedLine::Asks::version;
  } else if (!is_given(reading.line, option)) {
    reading.line.options.emplace_back(name, "");
  }
}

void read_valued(Reading& reading, const std::string& word, const OptionInfo& option) {
  const std::string name = name_in(word);
  if (!option.repeatable && is_given(reading.line, option)) keep_first(reading.unfit, repeated_option(name));
  const auto value = value_of(reading, word, option);
  if (value && !takes(option, *value))
    keep_first(reading.unfit, value_unknown(name, option, *value));
  else if (value && value->empty() && !may_be_empty(name, option))
    keep_first(reading.unfit, value_empty(name, option));
  reading.line.options.emplace_back(name, value.value_or(""));
}

void read_option(Reading& reading, const std::string& word) {
  const OptionInfo* option = option_called(reading, name_in(word));
  if (!option) {
    read_unknown(reading, word);
  } else if (option->value.empty()) {
    read_flag(reading, word, *option);
  } else {
    read_valued(reading, word, *option);
  }
}

/// Reads the name of the command, or of its group. One that is unknown ends the reading: no option after it can be
/// judged.
void read_command(Reading& reading, const std::string& word) {
  const std::string name = reading.group.empty() ? word : reading.group + " " + word;
  if (const CommandInfo* command = word.empty() ? nullptr : find_command(reading.commands, name)) {
    reading.command = command;
  } else if (reading.group.empty() && is_group(reading.commands, word)) {
    reading.group = word;
  } else {
    keep_first(reading.unknown, unknown_command(name, reading.commands));
    reading.next = reading.typed.size();
  }
}

void read_word(Reading& reading) {
  const std::string& word = reading.typed[reading.next++];
  if (!reading.only_words && word == "--") {
    reading.only_words = true;
  } else if (!reading.only_words && begins_with_dash(word)) {
    read_option(reading, word);
  } else if (const auto name = behind_long_dash(reading, word); !reading.only_words && !name.empty()) {
    keep_first(reading.unknown, long_dash(name_in(word), name));
  } else if (!has_command(reading)) {
    read_command(reading, word);
  } else {
    reading.line.words.push_back(word);
  }
}

/// Holds the words to those the command takes: none too many, none missing.
Result<void> check_words(const TypedLine& line, const CommandInfo& command) {
  const auto& places = command.words;
  const bool any_number = !places.empty() && places.back().many;
  const auto size = static_cast<std::ptrdiff_t>(places.size());
  if (line.words.size() > places.size() && !any_number)
    return tl::make_unexpected(unexpected_words({line.words.begin() + size, line.words.end()}, command));
  std::vector<std::string> missing;
  for (std::size_t i = line.words.size(); i < places.size(); ++i)
    if (places[i].required) missing.push_back(places[i].name);
  if (missing.empty()) return {};
  return tl::make_unexpected(missing_words(missing, command.name));
}

/// `help policy check` asks for what `policy check --help` does.
Result<TypedLine> help_asked_for(TypedLine line, const std::vector<CommandInfo>& commands) {
  std::string name;
  for (const std::string& word : line.words) name += (name.empty() ? "" : " ") + word;
  if (!name.empty() && !find_command(commands, name) && !is_group(commands, name))
    return tl::make_unexpected(unknown_command(name, commands));
  line.asks = TypedLine::Asks::help;
  line.command = name;
  return line;
}

Result<TypedLine> judged(Reading& reading) {
  TypedLine& line = reading.line;
  line.command = has_command(reading) ? reading.command->name : reading.group;
  if (line.asks != TypedLine::Asks::command) return line;
  if (reading.unknown) return tl::make_unexpected(*reading.unknown);
  if (reading.unfit) return tl::make_unexpected(*reading.unfit);
  if (!has_command(reading)) return tl::make_unexpected(missing_command(reading.group, reading.commands));
  if (line.command == "help") return help_asked_for(line, reading.commands);
  TRY(check_words(line, *reading.command));
  return line;
}

void append_options(std::vector<std::string>& words, const TypedLine& line, const CommandInfo& of) {
  for (const auto& [name, value] : line.options) {
    const OptionInfo* option = find_option(of, name);
    if (!option) continue;
    words.push_back(name);
    if (!option->value.empty()) words.push_back(value);
  }
}

}  // namespace

Result<TypedLine> sort_words(const std::vector<std::string>& typed, const std::vector<CommandInfo>& commands) {
  Reading reading{typed, commands, &commands.front(), 0, false, {}, {}, {}, {}};
  while (reading.next < typed.size()) read_word(reading);
  return judged(reading);
}

std::vector<std::string> in_order(const TypedLine& line, const std::vector<CommandInfo>& commands) {
  std::vector<std::string> words;
  append_options(words, line, commands.front());
  const std::size_t space = line.command.find(' ');
  words.push_back(line.command.substr(0, space));
  if (space != std::string::npos) words.push_back(line.command.substr(space + 1));
  append_options(words, line, *find_command(commands, line.command));
  if (!line.words.empty()) words.emplace_back("--");
  words.insert(words.end(), line.words.begin(), line.words.end());
  return words;
}

}  // namespace escalate

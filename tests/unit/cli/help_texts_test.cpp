#include "cli/help_texts.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <regex>
#include <set>
#include <sstream>

#include "cli/command_info.hpp"
#include "cli/command_line.hpp"
#include "render/layout.hpp"

namespace escalate::test {
namespace {

/// Returns every option a text names.
std::set<std::string> options_in(const std::string& text) {
  std::set<std::string> options;
  const std::regex option("(^|[ \\n\\[(])(-[A-Za-z]|--[a-z][a-z-]*)");
  for (std::sregex_iterator found(text.begin(), text.end(), option), end; found != end; ++found)
    options.insert((*found)[2]);
  return options;
}

std::set<std::string> names_of(const CommandInfo& command) {
  std::set<std::string> names;
  for (const OptionInfo& option : command.options) names.insert(option.names.begin(), option.names.end());
  return names;
}

/// Returns the lines under "Example", a `\` at a line's end joining it to the next.
std::vector<std::string> examples_in(const std::string& help) {
  std::vector<std::string> examples;
  bool inside = false;
  bool goes_on = false;
  for (const std::string& line : lines_of(help)) {
    if (inside && line.empty()) break;
    if (inside && goes_on) examples.back() += line;
    if (inside && !goes_on) examples.push_back(line);
    goes_on = inside && line.ends_with("\\");
    if (goes_on) examples.back().pop_back();
    if (line == "Example") inside = true;
  }
  return examples;
}

/// Splits a line as a shell does: at blanks, but not inside double quotes.
std::vector<std::string> shell_words(const std::string& line) {
  std::vector<std::string> words;
  bool quoted = false;
  bool in_word = false;
  for (const char c : line) {
    if (c == '"') quoted = !quoted;
    const bool part = quoted || c != ' ';
    if (part && !in_word) words.emplace_back();
    if (part && c != '"') words.back() += c;
    in_word = part;
  }
  return words;
}

}  // namespace

TEST_CASE("help names the options of the command line and no other") {
  const auto commands = known_commands();
  for (const CommandInfo& command : commands) {
    CAPTURE(command.name);
    std::set<std::string> expected = names_of(commands.front());
    expected.merge(names_of(command));
    CHECK(options_in(help_text(command.name)) == expected);
  }
}

TEST_CASE("help shows each option of a command twice: in its usage, and with what it takes") {
  for (const CommandInfo& command : known_commands()) {
    if (command.name.empty()) continue;
    for (const OptionInfo& option : command.options) {
      CAPTURE(command.name, option.names.back());
      const std::string& name = option.names.back();
      const bool writing = name == "--at" || name == "--by" || name == "--dry-run" || name == "--allow-personal";
      if (!writing) CHECK(options_in(usage_of(command.name)).count(name) == 1);
      const std::string shown =
          option.value.empty() ? name : name + " " + option.value.substr(0, option.value.find('['));
      CHECK(help_text(command.name).find("\n  " + shown) != std::string::npos);
    }
    for (const WordInfo& word : command.words) CHECK(usage_of(command.name).find(word.name) != std::string::npos);
  }
}

TEST_CASE("help of every option that writes is on each command that writes") {
  for (const CommandInfo& command : known_commands()) {
    CAPTURE(command.name);
    const bool writes = find_option(command, "--dry-run") && find_option(command, "--by");  // to a case
    const bool takes_at = find_option(command, "--at") != nullptr;
    CHECK((help_text(command.name).find("\nWhen and who\n") != std::string::npos) == takes_at);
    CHECK((help_text(command.name).find("\nWho\n") != std::string::npos) == (writes && !takes_at));
  }
}

TEST_CASE("help has a page for every command, and fits 80 columns") {
  auto names = std::vector<std::string>{"policy", "calendar"};
  for (const CommandInfo& command : known_commands()) names.push_back(command.name);
  CHECK(names.size() > 20);
  for (const std::string& name : names) {
    CAPTURE(name);
    const std::string help = help_text(name);
    CHECK(help.ends_with(".\n") != help.ends_with("man escalate\n"));
    for (const std::string& line : lines_of(help)) {
      CHECK(text_width(line) <= page_width);
      CHECK_FALSE(line.ends_with(" "));
    }
  }
  CHECK(help_text("knit").empty());
  CHECK(usage_of("knit").empty());
}

TEST_CASE("the program's help lists every command") {
  for (const CommandInfo& command : known_commands())
    CHECK(help_text("").find("  " + command.name + "  ") != std::string::npos);
}

TEST_CASE("every example in the help can be typed") {
  for (const CommandInfo& command : known_commands()) {
    if (command.name.empty()) continue;
    CAPTURE(command.name);
    const auto examples = examples_in(help_text(command.name));
    CHECK_FALSE(examples.empty());
    for (const std::string& example : examples) {
      auto words = shell_words(example);
      REQUIRE(words.front() == "escalate");
      words.erase(words.begin());
      CAPTURE(example);
      CHECK(example.find("escalate " + command.name) != std::string::npos);
      CHECK(read_command_line(words).has_value());
    }
  }
}

}  // namespace escalate::test

// The grammar of the command line (grammar.hpp), given to CLI11: it fills the structs of options.hpp, and
// known_commands() reads it back. The words reach CLI11 sorted and known to fit (typed_words.hpp), every value a text;
// it converts none.
#include "cli/command_line.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <map>
#include <memory>

#include "cli/command_info.hpp"
#include "cli/grammar.hpp"
#include "cli/help_texts.hpp"
#include "cli/option_rules.hpp"
#include "cli/program_version.hpp"
#include "cli/typed_words.hpp"

namespace escalate {
namespace {

template <typename T>
CLI::callback_t first_into(T& target) {
  return [&target](const CLI::results_t& words) {
    target = words.front();
    return true;
  };
}

CLI::callback_t all_into(std::vector<std::string>& target) {
  return [&target](const CLI::results_t& words) {
    target = words;
    return true;
  };
}

/// One command's place in CLI11.
class Cli11Taker : public Taker {
 public:
  explicit Cli11Taker(CLI::App& app) : m_app(app) {}

  void text(const char* name, const char* value, Text& target) override {
    m_app.add_option(name, first_into(target))->type_name(value);
  }

  void texts(const char* name, const char* value, std::vector<std::string>& target) override {
    m_app.add_option(name, all_into(target))->type_name(value)->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  }

  void flag(const char* name, bool& target) override {
    m_app.add_flag_callback(name, [&target] { target = true; });
  }

  void choice(const char* name, const std::vector<std::string>& words,
              std::function<void(const std::string&)> chosen) override {
    m_app
        .add_option(name, CLI::callback_t([chosen](const CLI::results_t& typed) {
                      chosen(typed.front());
                      return true;
                    }))
        ->type_name(fmt::format("{}", fmt::join(words, "|")));
  }

  void word(const char* name, std::string& target) override { m_app.add_option(name, first_into(target))->required(); }

  void optional_word(const char* name, Text& target) override { m_app.add_option(name, first_into(target)); }

  /// How many words are left is told to CLI11 before it reads them (`expect_words`): where it may take any number it
  /// splits `[a,b]`.
  void more_words(const char* name, std::vector<std::string>& target) override {
    m_app.add_option(name, all_into(target))->expected(1, CLI::detail::expected_max_vector_size);
  }

 private:
  CLI::App& m_app;
};

/// What CLI11 knows, and where it puts what it reads.
struct Grammar {
  CLI::App program;
  GlobalOptions global;
  std::map<std::string, std::unique_ptr<Options>> commands;
};

CLI::App& subcommand(CLI::App& app, const std::string& name) {
  const auto known = app.get_subcommands([&name](const CLI::App* one) { return one->get_name() == name; });
  return known.empty() ? *app.add_subcommand(name) : *known.front();
}

/// Returns the place of a command of one word or two, made where there is none yet.
CLI::App& place_of(CLI::App& program, const std::string& name) {
  const std::size_t space = name.find(' ');
  CLI::App& first = subcommand(program, name.substr(0, space));
  return space == std::string::npos ? first : subcommand(first, name.substr(space + 1));
}

void declare_program(Grammar& grammar) {
  grammar.program.set_help_flag();
  Cli11Taker taker(grammar.program);
  declare(taker, grammar.global);
  grammar.program.add_flag("-h,--help");
  grammar.program.add_flag("--version");
  grammar.program.add_subcommand("help")->add_option("COMMAND")->expected(1, CLI::detail::expected_max_vector_size);
}

void declare(Grammar& grammar) {
  declare_program(grammar);  // first: its commands inherit from it
  for (CommandGrammar& command : command_grammar()) {
    auto& slot = grammar.commands[command.name] = std::make_unique<Options>(std::move(command.options));
    Cli11Taker taker(place_of(grammar.program, command.name));
    command.declare(taker, *slot);
  }
}

bool takes_many(const CLI::Option& option) { return option.get_items_expected_max() > 1; }

OptionInfo described(const CLI::Option& option) {
  OptionInfo info;
  for (const std::string& name : option.get_snames()) info.names.push_back("-" + name);
  for (const std::string& name : option.get_lnames()) info.names.push_back("--" + name);
  if (option.get_items_expected_max() > 0) info.value = option.get_type_name();
  info.repeatable = option.get_multi_option_policy() == CLI::MultiOptionPolicy::TakeAll;
  return info;
}

CommandInfo described(const CLI::App& app, const std::string& name) {
  CommandInfo info{name, {}, {}};
  for (const CLI::Option* option : app.get_options()) {
    if (option->get_positional()) {
      info.words.push_back({option->get_name(), option->get_required(), takes_many(*option)});
    } else {
      info.options.push_back(described(*option));
    }
  }
  return info;
}

void describe(const CLI::App& app, const std::string& name, std::vector<CommandInfo>& infos) {
  const auto below = app.get_subcommands([](const CLI::App*) { return true; });
  if (below.empty() || name.empty()) infos.push_back(described(app, name));
  for (const CLI::App* one : below) describe(*one, (name.empty() ? "" : name + " ") + one->get_name(), infos);
}

std::vector<CommandInfo> described(const Grammar& grammar) {
  std::vector<CommandInfo> infos;
  describe(grammar.program, "", infos);
  return infos;
}

void expect_words(CLI::App& app, std::size_t count) {
  std::size_t others = 0;
  for (CLI::Option* option : app.get_options()) {
    if (!option->get_positional()) continue;
    if (takes_many(*option) && count > others) option->expected(static_cast<int>(count - others));
    ++others;
  }
}

Result<CommandLine> filled(Grammar& grammar, const TypedLine& line, const std::vector<CommandInfo>& commands) {
  expect_words(place_of(grammar.program, line.command), line.words.size());
  auto words = in_order(line, commands);
  std::reverse(words.begin(), words.end());
  grammar.program.parse(std::move(words));
  CommandLine result{grammar.global, *grammar.commands.at(line.command)};
  TRY(settle(result.options));
  return result;
}

Result<std::variant<CommandLine, HelpText>> read(const std::vector<std::string>& words) {
  Grammar grammar;
  declare(grammar);
  const auto commands = described(grammar);
  const TypedLine line = TRY(sort_words(words, commands));
  if (line.asks == TypedLine::Asks::help) return HelpText{help_text(line.command)};
  if (line.asks == TypedLine::Asks::version) return HelpText{"escalate " + std::string(program_version) + "\n"};
  return TRY(filled(grammar, line, commands));
}

}  // namespace

std::vector<CommandInfo> known_commands() {
  Grammar grammar;
  declare(grammar);
  return described(grammar);
}

Result<std::variant<CommandLine, HelpText>> read_command_line(const std::vector<std::string>& words) {
  try {
    return read(words);
  } catch (const CLI::Error& error) {
    return fail(ExitCode::usage, std::string("cannot read the command: ") + error.what(), "see: escalate --help");
  }
}

}  // namespace escalate

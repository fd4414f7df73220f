// The grammar of the command line, declared once, in CLI11: it fills the structs of options.hpp, and known_commands()
// reads it back. The words reach CLI11 sorted and known to fit (typed_words.hpp), every value a text; it converts none.
#include "cli/command_line.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <map>
#include <memory>

#include "cli/command_info.hpp"
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

void text(CLI::App& app, const char* name, const char* value, Text& target) {
  app.add_option(name, first_into(target))->type_name(value);
}

void texts(CLI::App& app, const char* name, const char* value, std::vector<std::string>& target) {
  app.add_option(name, all_into(target))->type_name(value)->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
}

void flag(CLI::App& app, const char* name, bool& target) {
  app.add_flag_callback(name, [&target] { target = true; });
}

template <typename T>
void choice(CLI::App& app, const char* name, T& target, const std::vector<std::pair<std::string, T>>& choices) {
  std::string value;
  for (const auto& [word, meaning] : choices) value += (value.empty() ? "" : "|") + word;
  app.add_option(name, CLI::callback_t([&target, choices](const CLI::results_t& words) {
                   for (const auto& [word, meaning] : choices)
                     if (word == words.front()) target = meaning;
                   return true;
                 }))
      ->type_name(value);
}

void word(CLI::App& app, const char* name, std::string& target) {
  app.add_option(name, first_into(target))->required();
}

void optional_word(CLI::App& app, const char* name, Text& target) { app.add_option(name, first_into(target)); }

/// The words that are left. How many they are is told to CLI11 before it reads them (`expect_words`): where it may take
/// any number it splits `[a,b]`.
void more_words(CLI::App& app, const char* name, std::vector<std::string>& target) {
  app.add_option(name, all_into(target))->expected(1, CLI::detail::expected_max_vector_size);
}

void writing_now(CLI::App& app, WritingOptions& options) {
  text(app, "--by", "JOB", options.by);
  flag(app, "--dry-run", options.dry_run);
}

void writing(CLI::App& app, WritingOptions& options) {
  text(app, "--at", "TIME", options.at);
  writing_now(app, options);
}

void declare(CLI::App& app, GlobalOptions& options) {
  text(app, "-C", "DIR", options.dir);
  text(app, "--now", "TIME", options.now);
  choice<Format>(app, "--format", options.format,
                 {{"text", Format::text}, {"json", Format::json}, {"csv", Format::csv}});
  choice<Color>(app, "--color", options.color,
                {{"auto", Color::automatic}, {"always", Color::always}, {"never", Color::never}});
  app.add_flag("-h,--help");
  app.add_flag("--version");
}

void declare(CLI::App&, PolicyListOptions&) {}

void declare(CLI::App& app, PolicyShowOptions& options) { word(app, "ID", options.policy); }

void declare(CLI::App& app, PolicyCheckOptions& options) {
  optional_word(app, "FILE", options.file);
  text(app, "--against", "DOCUMENT", options.against);
}

void declare(CLI::App& app, PolicyTimetableOptions& options) {
  word(app, "ID", options.policy);
  text(app, "--from", "TIME", options.from);
  texts(app, "--mark", "MARK=TIME", options.marks);
  text(app, "--route", "ROUTE", options.route);
}

void declare(CLI::App& app, OpenOptions& options) {
  text(app, "--policy", "ID", options.policy);
  text(app, "--route", "ROUTE", options.route);
  text(app, "--to", "STAGE", options.to);
  text(app, "--because", "TEXT", options.because);
  text(app, "--child", "REF", options.child);
  text(app, "--raising", "AGENCY", options.raising);
  text(app, "--raising-kind", "KIND", options.raising_kind);
  text(app, "--receiving", "AGENCY", options.receiving);
  text(app, "--receiving-kind", "KIND", options.receiving_kind);
  text(app, "--theme", "THEME", options.theme);
  text(app, "--concern", "TEXT", options.concern);
  text(app, "--sought", "TEXT", options.sought);
  texts(app, "--mark", "MARK[=TIME|unknown]", options.marks);
  text(app, "--id", "ID", options.id);
  writing(app, options);
}

void declare(CLI::App& app, NoteOptions& options) {
  word(app, "CASE", options.case_id);
  optional_word(app, "TEXT", options.text);
  writing(app, options);
}

void declare(CLI::App& app, MarkOptions& options) {
  word(app, "CASE", options.case_id);
  optional_word(app, "MARK[=TIME|unknown]", options.mark);
  flag(app, "--clear", options.clear);
  writing(app, options);
}

void declare(CLI::App& app, DoneOptions& options) {
  word(app, "CASE", options.case_id);
  optional_word(app, "DUTY", options.duty);
  text(app, "--stage", "STAGE", options.stage);
  flag(app, "--all", options.all);
  text(app, "--role", "ROLE", options.role);
  text(app, "--note", "TEXT", options.note);
  text(app, "--not-needed", "TEXT", options.not_needed);
  writing(app, options);
}

void declare(CLI::App& app, AgreeOptions& options) {
  word(app, "CASE", options.case_id);
  more_words(app, "DATE|DURATION", options.until);
  text(app, "--for", "ID", options.limit_or_duty);
  text(app, "--with", "ROLE", options.with);
  writing(app, options);
}

void declare(CLI::App& app, ExtendOptions& options) {
  word(app, "CASE", options.case_id);
  more_words(app, "DATE|DURATION", options.until);
  text(app, "--for", "ID", options.limit_or_duty);
  text(app, "--because", "TEXT", options.because);
  text(app, "--agreed-with", "ROLE", options.agreed_with);
  writing(app, options);
}

void declare(CLI::App& app, AdvanceOptions& options) {
  word(app, "CASE", options.case_id);
  text(app, "--to", "STAGE", options.to);
  text(app, "--route", "ROUTE", options.route);
  text(app, "--because", "TEXT", options.because);
  writing(app, options);
}

void declare(CLI::App& app, HaltOptions& options) {
  word(app, "CASE", options.case_id);
  text(app, "--because", "TEXT", options.because);
  writing(app, options);
}

void declare(CLI::App& app, ResumeOptions& options) {
  word(app, "CASE", options.case_id);
  writing(app, options);
}

void declare(CLI::App& app, AssignOptions& options) {
  word(app, "CASE", options.case_id);
  optional_word(app, "ROLE", options.role);
  text(app, "--to", "JOB", options.to);
  writing(app, options);
}

void declare(CLI::App& app, ResolveOptions& options) {
  word(app, "CASE", options.case_id);
  text(app, "--outcome", "TEXT", options.outcome);
  text(app, "--next-steps", "TEXT", options.next_steps);
  text(app, "--result", "changed|stands|compromise|withdrawn", options.result);
  writing(app, options);
}

void declare(CLI::App& app, CloseOptions& options) {
  word(app, "CASE", options.case_id);
  text(app, "--because", "TEXT", options.because);
  writing(app, options);
}

void declare(CLI::App& app, ReopenOptions& options) {
  word(app, "CASE", options.case_id);
  text(app, "--to", "STAGE", options.to);
  text(app, "--because", "TEXT", options.because);
  writing(app, options);
}

void declare(CLI::App& app, CorrectOptions& options) {
  word(app, "CASE", options.case_id);
  optional_word(app, "EVENT", options.event);
  text(app, "--because", "TEXT", options.because);
  texts(app, "--set", "KEY=VALUE", options.values);
  flag(app, "--void", options.void_case);
  writing_now(app, options);
}

void declare(CLI::App& app, StatusOptions& options) {
  optional_word(app, "CASE", options.case_id);
  flag(app, "--all", options.all);
  text(app, "--child", "REF", options.child);
}

void declare(CLI::App& app, OverdueOptions& options) {
  text(app, "--within", "N", options.within);
  texts(app, "--only", "STATE,..", options.only);
  text(app, "--policy", "ID", options.policy);
  flag(app, "--exit-code", options.exit_code);
  flag(app, "--heartbeat", options.heartbeat);
}

void declare(CLI::App& app, ExplainOptions& options) { word(app, "CASE", options.case_id); }

void declare(CLI::App& app, DeadlineOptions& options) {
  optional_word(app, "FROM", options.from);
  more_words(app, "DURATION", options.duration);
  text(app, "--calendar", "CALENDAR", options.calendar);
  text(app, "--count-from", "receipt|deemed|inclusive", options.count_from);
  flag(app, "--batch", options.batch);
}

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

template <typename T>
void command(Grammar& grammar, const std::string& name) {
  auto& slot = grammar.commands[name] = std::make_unique<Options>(T{});
  declare(place_of(grammar.program, name), std::get<T>(*slot));
}

void declare(Grammar& grammar) {
  grammar.program.set_help_flag();
  declare(grammar.program, grammar.global);
  command<PolicyListOptions>(grammar, "policy list");
  command<PolicyShowOptions>(grammar, "policy show");
  command<PolicyCheckOptions>(grammar, "policy check");
  command<PolicyTimetableOptions>(grammar, "policy timetable");
  command<OpenOptions>(grammar, "open");
  command<NoteOptions>(grammar, "note");
  command<MarkOptions>(grammar, "mark");
  command<DoneOptions>(grammar, "done");
  command<AgreeOptions>(grammar, "agree");
  command<ExtendOptions>(grammar, "extend");
  command<AdvanceOptions>(grammar, "advance");
  command<HaltOptions>(grammar, "halt");
  command<ResumeOptions>(grammar, "resume");
  command<AssignOptions>(grammar, "assign");
  command<ResolveOptions>(grammar, "resolve");
  command<CloseOptions>(grammar, "close");
  command<ReopenOptions>(grammar, "reopen");
  command<CorrectOptions>(grammar, "correct");
  command<StatusOptions>(grammar, "status");
  command<OverdueOptions>(grammar, "overdue");
  command<ExplainOptions>(grammar, "explain");
  command<DeadlineOptions>(grammar, "deadline");
  grammar.program.add_subcommand("help")->add_option("COMMAND")->expected(1, CLI::detail::expected_max_vector_size);
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

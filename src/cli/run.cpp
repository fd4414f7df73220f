#include "cli/run.hpp"

#include "cli/asking.hpp"
#include "cli/command_line.hpp"
#include "cli/commands.hpp"
#include "cli/questions.hpp"
#include "cli/typed.hpp"
#include "render/faults.hpp"

namespace escalate {
namespace {

/// Reads the words. Where nothing but the case is missing, and it may be asked for, an empty text stands for it.
Result<std::variant<CommandLine, HelpText>> read_words(std::vector<std::string> words, Env& env) {
  auto read = read_command_line(words);
  if (read) return read;
  words.emplace_back();
  auto without_case = read_command_line(words);
  const auto* line = without_case ? std::get_if<CommandLine>(&*without_case) : nullptr;
  const bool asked_for = line && lacks_only_its_case(line->options) && may_ask(Context{env, line->global});
  return asked_for ? without_case : read;
}

Result<ExitCode> run_or_fail(const std::vector<std::string>& words, Env& env) {
  const auto read = TRY(read_words(words, env));
  if (const auto* help = std::get_if<HelpText>(&read)) {
    env.out(help->text);
    return ExitCode::ok;
  }
  const auto& line = std::get<CommandLine>(read);
  if (line.global.now) env.now = instant_of(TRY(read_time(*line.global.now, "--now", env.now)));
  Context context{env, line.global};
  Options options = line.options;
  TRY(ask_what_is_missing(options, context));
  return std::visit([&](const auto& one) { return run(one, context); }, options);
}

}  // namespace

ExitCode run(const std::vector<std::string>& words, Env& env) {
  const auto code = run_or_fail(words, env);
  if (code) return *code;
  env.err(text_of(code.error()));
  return code.error().code;
}

}  // namespace escalate

#include "cli/run.hpp"

#include "cli/command_line.hpp"
#include "cli/commands.hpp"
#include "cli/typed.hpp"
#include "render/faults.hpp"

namespace escalate {
namespace {

Result<ExitCode> run_or_fail(const std::vector<std::string>& words, Env& env) {
  const auto read = TRY(read_command_line(words));
  if (const auto* help = std::get_if<HelpText>(&read)) {
    env.out(help->text);
    return ExitCode::ok;
  }
  const auto& line = std::get<CommandLine>(read);
  if (line.global.now) env.now = instant_of(TRY(read_time(*line.global.now, "--now", env.now)));
  Context context{env, line.global};
  return std::visit([&](const auto& options) { return run(options, context); }, line.options);
}

}  // namespace

ExitCode run(const std::vector<std::string>& words, Env& env) {
  const auto code = run_or_fail(words, env);
  if (code) return *code;
  env.err(text_of(code.error()));
  return code.error().code;
}

}  // namespace escalate

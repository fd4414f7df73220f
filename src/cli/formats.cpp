#include "cli/formats.hpp"

#include <string>

namespace escalate {

Result<void> no_csv(const Context& context, std::string_view command) {
  if (context.global.format != Format::csv) return {};
  return fail(ExitCode::usage, "this command has no CSV: '" + std::string(command) + "'",
              "use --format json; 'status', 'overdue' and 'deadline' have CSV");
}

Paint paint_for(const Context& context) {
  if (context.global.color == Color::always) return Paint::coloured;
  if (context.global.color == Color::never || !context.env.output_is_terminal) return Paint::plain;
  const auto terminal = context.env.variable("TERM");
  const bool unable = !terminal || terminal->empty() || *terminal == "dumb";
  const auto unwanted = context.env.variable("NO_COLOR");
  return unable || (unwanted && !unwanted->empty()) ? Paint::plain : Paint::coloured;
}

}  // namespace escalate

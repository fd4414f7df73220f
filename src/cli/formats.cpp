#include "cli/formats.hpp"

#include <string>

namespace escalate {

Result<void> no_csv(const Context& context, std::string_view command) {
  if (context.global.format != Format::csv) return {};
  return fail(ExitCode::usage, "this command has no CSV: '" + std::string(command) + "'",
              "use --format json; 'status', 'overdue' and 'deadline' have CSV");
}

}  // namespace escalate

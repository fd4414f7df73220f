#include "render/policy_list.hpp"

#include "cli/commands.hpp"
#include "cli/formats.hpp"
#include "cli/library.hpp"
#include "render/faults.hpp"
#include "time/london.hpp"

namespace escalate {

Result<ExitCode> run(const PolicyListOptions&, Context& context) {
  TRY(no_csv(context, "policy list"));
  Library library(TRY(find_workspace(context.env.working_directory, context.global.dir)));
  Faults problems;
  const auto policies = library.policies(problems);
  problems.insert(problems.end(), library.warnings().begin(), library.warnings().end());
  if (context.global.format == Format::json) {
    context.env.out(policy_list_json(policies, {context.now(), true, problems}));
  } else {
    context.env.err(text_of(problems));
    context.env.out(policy_list_text(policies, london_date(context.now())));
  }
  return any_error(problems) ? ExitCode::data : ExitCode::ok;
}

}  // namespace escalate

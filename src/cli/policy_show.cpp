#include "cli/commands.hpp"
#include "cli/formats.hpp"
#include "cli/library.hpp"
#include "render/faults.hpp"
#include "render/policy_json.hpp"
#include "render/policy_text.hpp"
#include "time/london.hpp"

namespace escalate {

Result<ExitCode> run(const PolicyShowOptions& options, Context& context) {
  TRY(no_csv(context, "policy show"));
  Library library(TRY(find_workspace(context.env.working_directory, context.global.dir)));
  const Policy* policy = TRY(library.policy(options.policy));
  const Faults warnings = library.warnings();
  if (context.global.format == Format::json) {
    context.env.out(policy_json(*policy, {context.now(), true, warnings}));
    return ExitCode::ok;
  }
  Faults of_other_files;  // which this command is not about
  context.env.err(text_of(warnings));
  context.env.out(policy_text(*policy, library.policies(of_other_files), london_date(context.now())));
  return ExitCode::ok;
}

}  // namespace escalate

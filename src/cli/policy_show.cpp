#include "cli/commands.hpp"
#include "cli/formats.hpp"
#include "cli/settings_file.hpp"
#include "render/faults.hpp"
#include "render/policy_json.hpp"
#include "render/policy_text.hpp"
#include "time/london.hpp"

namespace escalate {

Result<ExitCode> run(const PolicyShowOptions& options, Context& context) {
  TRY(no_csv(context, "policy show"));
  Library library(TRY(find_workspace(context.env.working_directory, context.global.dir)));
  const Policy* policy = TRY(library.policy(options.policy));
  const SettingsFile settings = read_settings_of(library.workspace());
  const Jobs jobs = jobs_in_service(settings.settings, *policy);
  Faults problems = library.warnings();
  problems.insert(problems.end(), settings.faults.begin(), settings.faults.end());
  const ExitCode code = any_error(problems) ? ExitCode::data : ExitCode::ok;
  if (context.global.format == Format::json) {
    context.env.out(policy_json(*policy, jobs, {context.now(), true, problems}));
    return code;
  }
  Faults of_other_files;  // which this command is not about
  context.env.err(text_of(problems));
  context.env.out(policy_text(*policy, jobs, library.policies(of_other_files), london_date(context.now())));
  return code;
}

}  // namespace escalate

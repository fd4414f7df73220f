#include "render/policy_graph.hpp"

#include "cli/commands.hpp"
#include "cli/formats.hpp"
#include "cli/library.hpp"
#include "render/faults.hpp"

namespace escalate {

Result<ExitCode> run(const PolicyGraphOptions& options, Context& context) {
  TRY(no_csv(context, "policy graph"));
  if (options.mermaid && context.global.format == Format::json)
    return fail(ExitCode::usage, "'--mermaid' and '--format json' exclude each other",
                "the JSON has the drawing under the key 'mermaid'");
  Library library(TRY(find_workspace(context.env.working_directory, context.global.dir)));
  const Policy* policy = TRY(library.policy(options.policy));
  const Faults warnings = library.warnings();
  if (context.global.format == Format::json) {
    context.env.out(policy_graph_json(*policy, {context.now(), true, warnings}));
    return ExitCode::ok;
  }
  context.env.err(text_of(warnings));
  context.env.out(options.mermaid ? policy_graph_mermaid(*policy) : policy_graph_text(*policy));
  return ExitCode::ok;
}

}  // namespace escalate

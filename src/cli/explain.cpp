#include "render/explain.hpp"

#include "cli/commands.hpp"
#include "cli/formats.hpp"
#include "cli/look.hpp"

namespace escalate {

Result<ExitCode> run(const ExplainOptions& options, Context& context) {
  TRY(no_csv(context, "explain"));
  Records records = TRY(Records::find(context));
  const Looked looked = TRY(look_at(records, options.case_id, context.now()));
  const bool json = context.global.format == Format::json;
  context.env.out(json ? json_of_explain(looked.outlook, envelope_of(records, context.now()))
                       : text_of_explain(looked.outlook));
  return tell_problems(records, context);
}

}  // namespace escalate

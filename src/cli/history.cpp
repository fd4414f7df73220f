#include "render/history.hpp"

#include "cli/commands.hpp"
#include "cli/formats.hpp"
#include "cli/look.hpp"

namespace escalate {

Result<ExitCode> run(const HistoryOptions& options, Context& context) {
  TRY(no_csv(context, "history"));
  Records records = TRY(Records::find(context));
  const Looked looked = TRY(look_at(records, options.case_id, context.now()));
  const History history = history_of(looked.outlook, looked.loaded->reading.document.root);
  const bool json = context.global.format == Format::json;
  context.env.out(json ? json_of_history(looked.outlook, history, envelope_of(records, context.now()))
                       : text_of_history(looked.outlook, history));
  return tell_problems(records, context);
}

}  // namespace escalate

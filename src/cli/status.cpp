#include "render/status.hpp"

#include "base/typed_text.hpp"
#include "cli/commands.hpp"
#include "cli/formats.hpp"
#include "cli/look.hpp"
#include "render/forecast.hpp"
#include "render/timetable_stages.hpp"

namespace escalate {
namespace {

CaseList one_of(const Outlook& outlook) {
  CaseList list;
  list.cases.push_back(&outlook);
  return list;
}

/// Looks further ahead. A due beyond the calendar is a problem here as it is now.
Result<ExitCode> forecast(Records& records, const Outlook& outlook, Context& context) {
  const Forecast ahead = forecast_of(outlook);
  if (!ahead.stages.empty())
    for (const Fault& fault : problems_of({ahead.stages.begin() + 1, ahead.stages.end()}))
      records.problems.push_back(fault);
  const bool json = context.global.format == Format::json;
  context.env.out(json ? json_of_forecast(outlook, ahead, envelope_of(records, context.now()))
                       : text_of_forecast(outlook, ahead));
  return tell_problems(records, context);
}

Result<ExitCode> one_case(const StatusOptions& options, Context& context) {
  if (options.forecast) TRY(no_csv(context, "status --forecast"));
  Records records = TRY(Records::find(context));
  const Faults settings = records.settings_faults();
  const Looked looked = TRY(look_at(records, *options.case_id, context.now()));
  records.problems.insert(records.problems.end(), settings.begin(), settings.end());
  if (options.forecast) return forecast(records, looked.outlook, context);
  const Envelope envelope = envelope_of(records, context.now());
  switch (context.global.format) {
    case Format::text:
      context.env.out(text_of_case(looked.outlook));
      break;
    case Format::json:
      context.env.out(json_of_case(looked.outlook, envelope));
      break;
    case Format::csv:
      context.env.out(csv_of_status(one_of(looked.outlook)));
      break;
  }
  return tell_problems(records, context);
}

/// Returns what was typed with the child's reference as records have it (SEMANTICS.md 24), so that it finds them.
Result<StatusOptions> cleaned(StatusOptions options) {
  if (options.child) options.child = TRY(typed_text(*options.child, "--child"));
  return options;
}

bool wanted(const Outlook& outlook, const StatusOptions& options, CaseList& list) {
  const Opened* opened = outlook.is().opened();
  if (options.child && (!opened || opened->child != *options.child)) return false;
  if (options.all || options.child) return true;
  if (outlook.is().standing == CaseStanding::closed) ++list.closed;
  if (outlook.is().standing == CaseStanding::void_case) ++list.void_cases;
  return outlook.is().open() || outlook.is().standing == CaseStanding::resolved;
}

}  // namespace

Result<ExitCode> run(const StatusOptions& typed, Context& context) {
  if (typed.case_id) return one_case(typed, context);
  const StatusOptions options = TRY(cleaned(typed));
  Records records = TRY(Records::find(context));
  const auto all = look_at_all(records, context.now());
  CaseList list;
  for (const Looked& looked : all)
    if (wanted(looked.outlook, options, list)) list.cases.push_back(&looked.outlook);
  list.unread = static_cast<int>(records.files().size() - all.size()) + records.misplaced();
  list.trouble = any_error(records.problems);
  list.filtered = options.child.has_value();
  sort_by_pressure(list.cases);
  switch (context.global.format) {
    case Format::text:
      context.env.out(text_of_status(list, paint_for(context)));
      break;
    case Format::json:
      context.env.out(json_of_status(list, envelope_of(records, context.now())));
      break;
    case Format::csv:
      context.env.out(csv_of_status(list));
      break;
  }
  return tell_problems(records, context);
}

}  // namespace escalate

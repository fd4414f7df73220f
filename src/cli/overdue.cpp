// `escalate overdue`: the morning report, silent when nothing needs acting on.
#include "render/overdue.hpp"

#include <algorithm>

#include "base/suggest.hpp"
#include "cli/commands.hpp"
#include "cli/formats.hpp"
#include "cli/look.hpp"
#include "time/words.hpp"

namespace escalate {
namespace {

constexpr int most_days = 366;

Result<int> days_of(const Text& typed) {
  if (!typed) return 1;
  const bool digits = !typed->empty() && typed->size() <= 3 && typed->find_first_not_of("0123456789") == std::string::npos && typed->front() != '0';
  if (digits && std::stoi(*typed) <= most_days) return std::stoi(*typed);
  return fail(ExitCode::usage, "--within: '" + *typed + "' is no number of working days", "write a whole number from 1 to " + std::to_string(most_days));
}

Result<std::vector<AlertState>> states_of(const std::vector<std::string>& typed) {
  std::vector<AlertState> states;
  for (const std::string& word : typed) {
    const auto state = alert_state(word);
    if (!state)
      return fail(ExitCode::usage, "--only: unknown state '" + word + "'", did_you_mean(word, alert_words(), "write some of " + or_list(alert_words())));
    states.push_back(*state);
  }
  return states;
}

Result<void> known_policy(Records& records, const Text& policy) {
  if (!policy) return {};
  std::vector<std::string> ids;
  for (const PolicyFile& file : records.library().listing().policies) ids.push_back(file.id);
  if (std::find(ids.begin(), ids.end(), *policy) != ids.end()) return {};
  return fail(ExitCode::refused, "no such policy '" + *policy + "'", did_you_mean(*policy, ids, "see: escalate policy list"));
}

ListedCase listed(const Outlook& outlook, const std::vector<AlertState>& only) {
  ListedCase one{&outlook, {}};
  for (const Alert& alert : outlook.alerts)
    if (only.empty() || std::find(only.begin(), only.end(), alert.state) != only.end()) one.alerts.push_back(&alert);
  return one;
}

/// One line for a silent morning: that the report ran, over how many cases, and until when its calendars know the bank holidays.
std::string heartbeat(const OverdueReport& report, const std::vector<Looked>& all) {
  std::optional<Date> end;
  for (const Looked& looked : all) {
    const Date until = looked.loaded->subject.calendar->covers_until;
    if (!end || until < *end) end = until;
  }
  const std::string calendar = end ? "; the calendar ends on " + in_words(*end) : "";
  return "Nothing to act on at " + in_words(Stamp(report.now)) + ": " + std::to_string(report.read) + (report.read == 1 ? " case" : " cases") + " read" + calendar + ".\n";
}

}  // namespace

Result<ExitCode> run(const OverdueOptions& options, Context& context) {
  const int within = TRY(days_of(options.within));
  const auto only = TRY(states_of(options.only));
  Records records = TRY(Records::find(context));
  TRY(known_policy(records, options.policy));
  const auto all = look_at_all(records, context.now(), within);
  OverdueReport report;
  report.now = context.now();
  for (const Looked& looked : all) {
    if (options.policy && looked.loaded->subject.policy->id != *options.policy) continue;
    ++report.read;
    ListedCase one = listed(looked.outlook, only);
    if (!one.alerts.empty()) report.cases.push_back(std::move(one));
  }
  sort_by_pressure(report);
  switch (context.global.format) {
    case Format::text:
      context.env.out(report.cases.empty() && options.heartbeat ? heartbeat(report, all) : text_of_overdue(report, paint_for(context)));
      break;
    case Format::json: context.env.out(json_of_overdue(report, envelope_of(records, context.now()))); break;
    case Format::csv: context.env.out(csv_of_overdue(report)); break;
  }
  const ExitCode problems = tell_problems(records, context);
  const ExitCode found = options.exit_code && !report.cases.empty() ? ExitCode::found : ExitCode::ok;
  return std::max(problems, found);
}

}  // namespace escalate

// `escalate overdue`: the morning report, silent when nothing needs acting on.
#include "render/overdue.hpp"

#include <algorithm>

#include "base/suggest.hpp"
#include "cli/commands.hpp"
#include "cli/formats.hpp"
#include "cli/look.hpp"
#include "render/layout.hpp"
#include "time/quote.hpp"
#include "time/words.hpp"

namespace escalate {
namespace {

constexpr int most_days = 366;

Result<int> days_of(const Text& typed) {
  if (!typed) return 1;
  const bool digits = !typed->empty() && typed->size() <= 3 &&
                      typed->find_first_not_of("0123456789") == std::string::npos && typed->front() != '0';
  if (digits && std::stoi(*typed) <= most_days) return std::stoi(*typed);
  return fail(ExitCode::usage, "--within: " + in_quotes(*typed) + " is no number of working days",
              "write a whole number from 1 to " + std::to_string(most_days));
}

Result<std::vector<AlertState>> states_of(const std::vector<std::string>& typed) {
  std::vector<AlertState> states;
  for (const std::string& word : typed) {
    const auto state = alert_state(word);
    if (!state)
      return fail(ExitCode::usage, "--only: unknown state " + in_quotes(word),
                  did_you_mean(word, alert_words(), "write some of " + or_list(alert_words())));
    states.push_back(*state);
  }
  return states;
}

ListedCase listed(const Outlook& outlook, const std::vector<AlertState>& only) {
  ListedCase one{&outlook, {}};
  for (const Alert& alert : outlook.alerts)
    if (only.empty() || std::find(only.begin(), only.end(), alert.state) != only.end()) one.alerts.push_back(&alert);
  return one;
}

/// Returns until when the calendars in use know the bank holidays.
std::optional<Date> calendars_end(const std::vector<Looked>& all) {
  std::optional<Date> end;
  for (const Looked& looked : all)
    if (const Date until = looked.loaded->subject.calendar->covers_until; until > first_date && (!end || until < *end))
      end = until;
  return end;
}

std::string filter_words(const OverdueOptions& options) {
  std::string words;
  for (const std::string& state : options.only) words += " " + state;
  if (options.policy) words += " of " + *options.policy;
  return words.empty() ? "Nothing to act on" : "Nothing listed as asked for (" + words.substr(1) + ")";
}

/// Says on a silent morning that the report ran, over how many cases, and until when its calendars know the bank
/// holidays.
std::string heartbeat(const OverdueReport& report, const OverdueOptions& options, const std::vector<Looked>& all) {
  std::string text =
      filter_words(options) + " at " + clock_words(report.now) + " on " + in_words(day_of(Stamp(report.now))) + ": ";
  text += std::to_string(report.read) + (report.read == 1 ? " case" : " cases") + " read";
  if (report.unread > 0) text += ", " + std::to_string(report.unread) + " COULD NOT BE READ";
  if (const auto end = calendars_end(all)) text += "; the calendar ends on " + in_words(*end);
  return wrapped(text + ".", "", "  ");
}

bool of_policy(const Policy& policy, const Text& wanted) {
  return !wanted || policy.id == *wanted || (!policy.edition_of.empty() && policy.edition_of == *wanted);
}

/// Fails unless `wanted` is a policy, or a procedure some case follows an edition of.
Result<void> known_policy(Records& records, const std::vector<Looked>& all, const Text& wanted) {
  if (!wanted) return {};
  for (const Looked& looked : all)
    if (of_policy(*looked.loaded->subject.policy, wanted)) return {};
  TRY(records.library().policy(*wanted));
  return {};
}

}  // namespace

Result<ExitCode> run(const OverdueOptions& options, Context& context) {
  const int within = TRY(days_of(options.within));
  const auto only = TRY(states_of(options.only));
  Records records = TRY(Records::find(context));
  const auto all = look_at_all(records, context.now(), within);
  TRY(known_policy(records, all, options.policy));
  OverdueReport report;
  report.now = context.now();
  report.unread = static_cast<int>(records.files().size() - all.size()) + records.misplaced();
  for (const Looked& looked : all) {
    if (!of_policy(*looked.loaded->subject.policy, options.policy)) continue;
    ++report.read;
    ListedCase one = listed(looked.outlook, only);
    if (!one.alerts.empty()) report.cases.push_back(std::move(one));
  }
  sort_by_pressure(report);
  switch (context.global.format) {
    case Format::text:
      context.env.out(report.cases.empty() && options.heartbeat ? heartbeat(report, options, all)
                                                                : text_of_overdue(report, paint_for(context)));
      break;
    case Format::json:
      context.env.out(json_of_overdue(report, envelope_of(records, context.now())));
      break;
    case Format::csv:
      context.env.out(csv_of_overdue(report));
      break;
  }
  const ExitCode problems = tell_problems(records, context, Excerpts::none);
  const ExitCode found = options.exit_code && !report.cases.empty() ? ExitCode::found : ExitCode::ok;
  return std::max(problems, found);
}

}  // namespace escalate

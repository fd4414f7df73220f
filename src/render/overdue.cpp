#include "render/overdue.hpp"

#include <algorithm>

#include "base/escape.hpp"
#include "base/suggest.hpp"
#include "render/alert_words.hpp"
#include "render/case_json.hpp"
#include "render/commands.hpp"
#include "render/csv.hpp"
#include "render/layout.hpp"
#include "render/sentences.hpp"
#include "render/urgent_notice.hpp"
#include "time/words.hpp"

namespace escalate {
namespace {

std::string heading(AlertState state) {
  switch (state) {
    case AlertState::urgent:
      return "URGENT";
    case AlertState::overdue:
      return "OVERDUE";
    case AlertState::due_now:
      return "DUE NOW";
    case AlertState::due_today:
      return "DUE TODAY";
    case AlertState::due_soon:
      return "DUE SOON";
    case AlertState::no_date:
      return "NO DATE";
    case AlertState::waiting:
      return "WAITING";
    case AlertState::undone:
      return "UNDONE";
  }
  return {};
}

bool is_halt(const Alert& alert) { return alert.kind == AlertKind::case_as_a_whole && alert.id == "halted"; }

/// Returns the command that ends a halt, where another alert presses more.
std::string resume_command(const ListedCase& listed) {
  const auto& alerts = listed.alerts;
  if (is_halt(*alerts.front()) ||
      std::none_of(alerts.begin(), alerts.end(), [](const Alert* one) { return is_halt(*one); }))
    return {};
  return "    " + command_line(*listed.outlook, "resume") + "\n";
}

/// Returns the way up the ladder where the first command only ticks a duty: the stage is overdue as well, or an answer
/// that is owed did not come.
std::string way_up(const ListedCase& listed) {
  const Outlook& outlook = *listed.outlook;
  const Alert& first = *listed.alerts.front();
  if (!first.duty || first.state != AlertState::overdue || !outlook.is().open()) return {};
  for (const Alert* alert : listed.alerts)
    if (alert->limit && alert->state == AlertState::overdue) return "    " + command_for(outlook, *alert) + "\n";
  const bool unanswered = first.duty->occurrence->duty->act == "respond";
  return unanswered && !outlook.next.empty() ? "    " + command_of(outlook, outlook.next.front()) + "\n" : "";
}

/// Returns what stands in the line of the rest: the state and which limit or duty, or what is so of the whole case.
std::string rest_words(const Alert& alert) {
  if (is_halt(alert)) return "halted for " + age_in_words(alert.age);
  if (alert.kind == AlertKind::case_as_a_whole && alert.id == "no-limit") return "no clock running";
  if (alert.kind == AlertKind::case_as_a_whole && alert.id == "decided-twice") return "decided twice";
  const bool by_role = alert.duty && !alert.duty->occurrence->role.empty();
  return word_of(alert.state) + " " + alert.id + (by_role ? " (" + alert.duty->occurrence->role + ")" : "");
}

/// Returns the rest in one line: how many in each state, and which.
std::string rest_of(const ListedCase& listed) {
  std::vector<std::string> parts;
  for (std::size_t i = 1; i < listed.alerts.size(); ++i) {
    const std::string part = rest_words(*listed.alerts[i]);
    if (std::find(parts.begin(), parts.end(), part) == parts.end()) parts.push_back(part);
  }
  return and_list(parts);
}

std::string binding_words(const Outlook& outlook, const LimitStanding& binding) {
  const bool past = passed(*binding.clock.due, to_the_minute(outlook.now));
  return (past ? "Was due " : "Due ") + by_words(*binding.clock.due) + provisional_words(binding.clock.provisional) +
         ".";
}

/// Returns what an urgent mark makes people owe, each act once.
std::string urgent_duties(const Outlook& outlook) {
  std::vector<std::string> acts;
  for (const Occurrence& one : outlook.is().occurrences)
    if (shown_as_urgent(outlook, one) && std::find(acts.begin(), acts.end(), one.duty->what) == acts.end())
      acts.push_back(one.duty->what);
  std::string text;
  for (const std::string& act : acts) text += wrapped("Owed: " + shown(act), "    ", "      ");
  return text;
}

std::string block_of(const ListedCase& listed) {
  const Outlook& outlook = *listed.outlook;
  const Alert& first = *listed.alerts.front();
  const std::string state = outlook.is().open() ? "" : ", " + word_of(outlook.is().standing);
  std::string text = wrapped(outlook.subject.record->id + "  " + outlook.subject.policy->id + ", " +
                                 stage_words(*outlook.subject.policy, outlook.is().stage) + state,
                             "  ", "    ");
  text += wrapped(alert_words(outlook, first, Audience::by_mail), "    ", "    ");
  if (first.state == AlertState::urgent)
    for (const UrgentRule* rule : first.urgent)
      for (const std::string& contact : contact_lines(*outlook.subject.policy, rule->contacts))
        text += wrapped(contact, "    ", "      ");
  if (first.state == AlertState::urgent) text += urgent_duties(outlook);
  if (first.state != AlertState::urgent)
    for (const UrgentMark& urgent : urgent_marks(*outlook.subject.policy, outlook.is()))
      text += wrapped("URGENT still: the mark '" + urgent.mark + "' is set.", "    ", "    ");
  if (outlook.damaged) text += "    Record damaged: the dates come from what stands there.\n";
  if (const LimitStanding* binding = outlook.binding(); binding && !first.due)
    text += wrapped(binding_words(outlook, *binding), "    ", "    ");
  const std::string rest = rest_of(listed);
  if (!rest.empty()) text += wrapped("Also " + rest + ".", "    ", "      ");
  text += wrapped("Turn: " + owner_words(outlook, first.roles), "    ", "      ");
  return text + "    " + command_for(outlook, first) + "\n" + way_up(listed) + resume_command(listed);
}

}  // namespace

void sort_by_pressure(OverdueReport& report) {
  std::sort(report.cases.begin(), report.cases.end(), [](const ListedCase& a, const ListedCase& b) {
    const Alert& first_a = *a.alerts.front();
    const Alert& first_b = *b.alerts.front();
    if (more_pressing(first_a, first_b) || more_pressing(first_b, first_a)) return more_pressing(first_a, first_b);
    return a.outlook->subject.record->id < b.outlook->subject.record->id;
  });
}

std::string text_of_overdue(const OverdueReport& report, Paint paint) {
  if (report.cases.empty()) return {};
  std::string text =
      wrapped("To act on at " + clock_words(report.now) + ", " + in_words(day_of(Stamp(report.now))) + ": " +
                  std::to_string(report.cases.size()) + " of " + std::to_string(report.read) +
                  (report.read == 1 ? " case" : " cases") +
                  (report.unread > 0 ? "; " + std::to_string(report.unread) + " more COULD NOT BE READ." : "."),
              "", "");
  std::optional<AlertState> state;
  for (const ListedCase& listed : report.cases) {
    const AlertState here = listed.alerts.front()->state;
    if (state != here) text += "\n" + painted(heading(here), here, paint) + "\n";
    state = here;
    text += block_of(listed);
  }
  return text;
}

namespace {

using CaseAlert = std::pair<const Outlook*, const Alert*>;

/// Returns the alerts of all cases by state and due, then as the cases stand.
std::vector<CaseAlert> alerts_in_order(const OverdueReport& report) {
  std::vector<CaseAlert> alerts;
  for (const ListedCase& listed : report.cases)
    for (const Alert* alert : listed.alerts) alerts.emplace_back(listed.outlook, alert);
  std::stable_sort(alerts.begin(), alerts.end(),
                   [](const CaseAlert& a, const CaseAlert& b) { return more_pressing(*a.second, *b.second); });
  return alerts;
}

std::string cell_of(const Json& value) {
  if (value.is_null()) return {};
  if (!value.is_array()) return value.get<std::string>();
  std::string cell;
  for (const auto& item : value) cell += (cell.empty() ? "" : "; ") + item.get<std::string>();
  return cell;
}

}  // namespace

std::string json_of_overdue(const OverdueReport& report, const Envelope& envelope) {
  Json json = begin_json(envelope);
  json["alerts"] = Json::array();
  for (const auto& [outlook, alert] : alerts_in_order(report)) json["alerts"].push_back(json_of(*outlook, *alert));
  json["read"] = report.read;
  return text_of(json);
}

std::string csv_of_overdue(const OverdueReport& report) {
  const std::vector<std::string> columns = {"case", "policy", "stage", "kind",  "id",  "role",
                                            "due",  "state",  "side",  "owner", "text"};
  std::string text = csv_row(columns);
  for (const auto& [outlook, alert] : alerts_in_order(report)) {
    const Json json = json_of(*outlook, *alert);
    std::vector<std::string> cells;
    for (const std::string& column : columns) cells.push_back(cell_of(json[column]));
    text += csv_row(cells);
  }
  return text;
}

}  // namespace escalate

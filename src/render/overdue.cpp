#include "render/overdue.hpp"

#include <algorithm>

#include "base/suggest.hpp"
#include "render/case_json.hpp"
#include "render/csv.hpp"
#include "render/layout.hpp"
#include "render/sentences.hpp"
#include "time/words.hpp"

namespace escalate {
namespace {

std::string heading(AlertState state) {
  switch (state) {
    case AlertState::urgent: return "URGENT";
    case AlertState::overdue: return "OVERDUE";
    case AlertState::due_now: return "DUE NOW";
    case AlertState::due_today: return "DUE TODAY";
    case AlertState::due_soon: return "DUE SOON";
    case AlertState::no_date: return "NO DATE";
    case AlertState::waiting: return "WAITING";
    case AlertState::undone: return "UNDONE";
  }
  return {};
}

/// Returns the rest in one line: how many in each state, and which.
std::string rest_of(const ListedCase& listed) {
  std::vector<std::string> parts;
  for (std::size_t i = 1; i < listed.alerts.size(); ++i) {
    const Alert& alert = *listed.alerts[i];
    const std::string role = alert.duty && !alert.duty->occurrence->role.empty() ? " (" + alert.duty->occurrence->role + ")" : "";
    const std::string part = word_of(alert.state) + " " + alert.id + role;
    if (std::find(parts.begin(), parts.end(), part) == parts.end()) parts.push_back(part);
  }
  return and_list(parts);
}

std::string block_of(const ListedCase& listed) {
  const Outlook& outlook = *listed.outlook;
  const Alert& first = *listed.alerts.front();
  const std::string state = outlook.is().open() ? "" : ", " + word_of(outlook.is().standing);
  std::string text = wrapped(outlook.subject.record->id + "  " + outlook.subject.policy->id + ", " +
                                 stage_words(*outlook.subject.policy, outlook.is().stage) + state, "  ", "    ");
  text += wrapped(alert_words(outlook, first, Audience::by_mail), "    ", "    ");
  if (first.state == AlertState::urgent)
    for (const UrgentRule* rule : first.urgent)
      for (const std::string& contact : contact_lines(*outlook.subject.policy, rule->contacts)) text += wrapped(contact, "    ", "      ");
  if (outlook.damaged) text += "    Record damaged: the dates come from what stands there.\n";
  if (const LimitStanding* binding = outlook.binding(); binding && !first.due)
    text += wrapped("Due " + by_words(*binding->clock.due) + provisional_words(binding->clock.provisional) + ".", "    ", "    ");
  const std::string rest = rest_of(listed);
  if (!rest.empty()) text += wrapped("Also " + rest + ".", "    ", "      ");
  text += wrapped("Turn: " + owner_words(outlook, first.roles), "    ", "      ");
  return text + "    " + command_for(outlook, first) + "\n";
}

}  // namespace

void sort_by_pressure(OverdueReport& report) {
  std::sort(report.cases.begin(), report.cases.end(), [](const ListedCase& a, const ListedCase& b) {
    const Alert& first_a = *a.alerts.front();
    const Alert& first_b = *b.alerts.front();
    if (first_a.state != first_b.state) return first_a.state < first_b.state;
    if (first_a.due.has_value() != first_b.due.has_value()) return first_a.due.has_value();
    if (first_a.due && order_of(*first_a.due) != order_of(*first_b.due)) return order_of(*first_a.due) < order_of(*first_b.due);
    return a.outlook->subject.record->id < b.outlook->subject.record->id;
  });
}

std::string text_of_overdue(const OverdueReport& report, Paint paint) {
  if (report.cases.empty()) return {};
  std::string text = wrapped("To act on at " + clock_words(report.now) + ", " + in_words(day_of(Stamp(report.now))) + ": " +
                                 std::to_string(report.cases.size()) + " of " + std::to_string(report.read) + (report.read == 1 ? " case" : " cases") + (report.unread > 0 ? "; " + std::to_string(report.unread) + " more COULD NOT BE READ." : "."), "", "");
  std::optional<AlertState> state;
  for (const ListedCase& listed : report.cases) {
    const AlertState here = listed.alerts.front()->state;
    if (state != here) text += "\n" + painted(heading(here), here, paint) + "\n";
    state = here;
    text += block_of(listed);
  }
  return text;
}

std::string json_of_overdue(const OverdueReport& report, const Envelope& envelope) {
  Json json = begin_json(envelope);
  json["alerts"] = Json::array();
  std::vector<std::pair<const Outlook*, const Alert*>> alerts;
  for (const ListedCase& listed : report.cases)
    for (const Alert* alert : listed.alerts) alerts.emplace_back(listed.outlook, alert);
  std::stable_sort(alerts.begin(), alerts.end(), [](const auto& a, const auto& b) {
    if (a.second->state != b.second->state) return a.second->state < b.second->state;
    if (a.second->due.has_value() != b.second->due.has_value()) return a.second->due.has_value();
    if (a.second->due && order_of(*a.second->due) != order_of(*b.second->due)) return order_of(*a.second->due) < order_of(*b.second->due);
    return false;
  });
  for (const auto& [outlook, alert] : alerts) json["alerts"].push_back(json_of(*outlook, *alert));
  json["read"] = report.read;
  return text_of(json);
}

std::string csv_of_overdue(const OverdueReport& report) {
  const std::vector<std::string> columns = {"case", "policy", "stage", "kind", "id", "role", "due", "state", "side", "owner", "text"};
  std::string text = csv_row(columns);
  for (const ListedCase& listed : report.cases)
    for (const Alert* alert : listed.alerts) {
      const Json json = json_of(*listed.outlook, *alert);
      std::vector<std::string> cells;
      for (const std::string& column : columns) {
        const Json& value = json[column];
        std::string cell;
        if (value.is_array())
          for (const auto& item : value) cell += (cell.empty() ? "" : "; ") + item.get<std::string>();
        else if (!value.is_null())
          cell = value.get<std::string>();
        cells.push_back(cell);
      }
      text += csv_row(cells);
    }
  return text;
}

}  // namespace escalate

#include <algorithm>

#include "base/escape.hpp"
#include "render/alert_words.hpp"
#include "render/case_json.hpp"
#include "render/commands.hpp"
#include "render/csv.hpp"
#include "render/layout.hpp"
#include "render/status.hpp"
#include "render/urgent_notice.hpp"
#include "time/words.hpp"

namespace escalate {
namespace {

int pressure(const Outlook& outlook) {
  return outlook.alerts.empty() ? static_cast<int>(alert_words().size())
                                : static_cast<int>(outlook.alerts.front().state);
}

std::string state_word(const Outlook& outlook) {
  if (outlook.is().standing != CaseStanding::open && outlook.alerts.empty()) return word_of(outlook.is().standing);
  return outlook.alerts.empty() ? "in time" : word_of(outlook.alerts.front().state);
}

/// Returns the due as short as a list needs it: `Thu 3 Dec 2026`, `Thu 3 Dec 09:30` for a minute.
std::string due_column(const Outlook& outlook) {
  const LimitStanding* binding = outlook.binding();
  if (!binding) return outlook.is().open() ? "no due" : word_of(outlook.is().standing);
  const Due& due = *binding->clock.due;
  std::string text = short_words(day_of(due));
  if (const auto* instant = std::get_if<Instant>(&due.when))
    text = text.substr(0, text.rfind(' ')) + " " + clock_words(*instant);
  return text + (binding->clock.provisional ? "?" : "");
}

bool provisional(const Outlook* outlook) {
  const LimitStanding* binding = outlook->binding();
  return binding && binding->clock.provisional;
}

/// One line of the list, column by column.
using Row = std::vector<std::string>;

Row row_of(const Outlook& outlook) {
  return {outlook.subject.record->id, shown(outlook.subject.policy->id), shown(outlook.is().stage), state_word(outlook),
          due_column(outlook)};
}

std::vector<int> widths_of(const std::vector<Row>& rows) {
  std::vector<int> widths(rows.front().size());
  for (const Row& row : rows)
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], text_width(row[i]));
  return widths;
}

std::string line_of(const Row& row, const std::vector<int>& widths, const Outlook* outlook, Paint paint) {
  constexpr std::size_t state_column = 3;
  std::string line;
  for (std::size_t i = 0; i < row.size(); ++i) {
    const std::string cell = i + 1 == row.size() ? row[i] : padded(row[i], widths[i]) + " ";
    const bool pressing = i == state_column && outlook && !outlook->alerts.empty();
    line += pressing ? painted(cell, outlook->alerts.front().state, paint) : cell;
  }
  return line + "\n";
}

std::string table(const CaseList& list, Paint paint) {
  if (list.cases.empty()) return {};
  std::vector<Row> rows = {{"CASE", "POLICY", "STAGE", "STATE", "DUE"}};
  for (const Outlook* outlook : list.cases) rows.push_back(row_of(*outlook));
  const auto widths = widths_of(rows);
  std::string text;
  for (std::size_t i = 0; i < rows.size(); ++i)
    text += line_of(rows[i], widths, i == 0 ? nullptr : list.cases[i - 1], paint);
  return text;
}

template <typename T, typename Id>
std::string ids(const std::vector<T>& things, const Id& id) {
  std::string text;
  for (const T& thing : things) text += (text.empty() ? "" : "; ") + id(thing);
  return text;
}

std::string csv_of(const Json& value) {
  if (value.is_null()) return {};
  if (value.is_string()) return value.get<std::string>();
  if (!value.is_array()) return value.dump();
  return ids(value.get<std::vector<Json>>(), [](const Json& item) {
    if (item.contains("command")) return item["command"].get<std::string>();
    if (item.contains("kind")) return item["state"].get<std::string>() + " " + item["id"].get<std::string>();
    return item["id"].get<std::string>();
  });
}

std::string counted(int count, const std::string& what) {
  return std::to_string(count) + " " + what + (count == 1 ? "" : "s");
}

/// What must be seen first: each urgent case with what is said of it.
std::string urgent_part(const CaseList& list) {
  std::string text;
  for (const Outlook* outlook : list.cases)
    if (const std::string urgent = urgent_block(*outlook); !urgent.empty())
      text += outlook->subject.record->id + "\n" + urgent + "\n";
  return text;
}

}  // namespace

void sort_by_pressure(std::vector<const Outlook*>& cases) {
  std::sort(cases.begin(), cases.end(), [](const Outlook* a, const Outlook* b) {
    if (pressure(*a) != pressure(*b)) return pressure(*a) < pressure(*b);
    const LimitStanding* due_a = a->binding();
    const LimitStanding* due_b = b->binding();
    if ((due_a != nullptr) != (due_b != nullptr)) return due_a != nullptr;
    if (due_a && order_of(*due_a->clock.due) != order_of(*due_b->clock.due))
      return earlier(*due_a->clock.due, *due_b->clock.due);
    return a->subject.record->id < b->subject.record->id;
  });
}

std::string text_of_status(const CaseList& list, Paint paint) {
  std::string text = urgent_part(list) + table(list, paint);
  if (std::any_of(list.cases.begin(), list.cases.end(), provisional))
    text += wrapped("? provisional: it rests on bank holidays that are not published yet", "", "  ");
  for (const Outlook* outlook : list.cases)
    if (outlook->damaged)
      text +=
          wrapped(outlook->subject.record->id + ": record damaged, its dates come from what stands there", "", "  ");
  for (const Outlook* outlook : list.cases)
    if (!outlook->is().chain.rivals.empty())
      text += wrapped(outlook->subject.record->id +
                          ": decided twice, in two copies that were merged: " + command_line(*outlook, "explain"),
                      "", "  ");
  if (list.unread > 0) text += counted(list.unread, "case") + " COULD NOT BE READ, see the messages\n";
  if (list.void_cases > 0) text += counted(list.void_cases, "case") + " opened in error not shown (--all)\n";
  if (list.closed > 0) text += counted(list.closed, "closed case") + " not shown (--all)\n";
  if (!text.empty() || list.trouble) return text;
  return list.filtered ? "No case has that reference.\n" : "No cases. To open one: escalate open --help\n";
}

std::string json_of_status(const CaseList& list, const Envelope& envelope) {
  Json json = begin_json(envelope);
  json["cases"] = Json::array();
  for (const Outlook* outlook : list.cases) {
    Json one;
    add_case(one, *outlook);
    json["cases"].push_back(std::move(one));
  }
  json["closed"] = list.closed;
  return text_of(json);
}

std::string csv_of_status(const CaseList& list) {
  const std::vector<std::string> columns = {"case", "policy",  "route",  "stage",  "since",  "state", "owner",
                                            "due",  "binding", "limits", "duties", "alerts", "next"};
  std::string text = csv_row(columns);
  for (const Outlook* outlook : list.cases) {
    Json json;
    add_case(json, *outlook);
    std::vector<std::string> cells;
    for (const std::string& column : columns) cells.push_back(csv_of(json[column]));
    text += csv_row(cells);
  }
  return text;
}

}  // namespace escalate

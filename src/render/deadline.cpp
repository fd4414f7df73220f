#include "render/deadline.hpp"

#include "base/escape.hpp"
#include "render/case_json.hpp"
#include "render/csv.hpp"

namespace escalate {
namespace {

Json json_of(const DeadlineRow& row) {
  Json json;
  json["from"] = row.from;
  json["duration"] = row.duration;
  json["calendar"] = text_or_null(row.calendar);
  json["count-from"] = text_or_null(row.count_from);
  json["due"] = text_or_null(row.due);
  json["provisional"] = row.provisional.empty() ? Json(nullptr) : Json(row.provisional == "true");
  json["error"] = text_or_null(row.error);
  return json;
}

}  // namespace

const std::vector<std::string>& deadline_columns() {
  static const std::vector<std::string> columns = {"from", "duration",    "calendar", "count-from",
                                                   "due",  "provisional", "error"};
  return columns;
}

DeadlineRow row_of(const Deadline& deadline) {
  DeadlineRow row;
  row.from = iso(deadline.from);
  row.duration = text_of(deadline.within);
  row.calendar = deadline.calendar_name;
  row.count_from = word_of(deadline.count_from);
  if (!deadline.count) return row;
  row.due = iso(deadline.count->due);
  row.provisional = deadline.count->provisional ? "true" : "false";
  return row;
}

std::string deadline_json(const Deadline& deadline, const Envelope& envelope) {
  Json json = begin_json(envelope);
  Json row = json_of(row_of(deadline));
  row.erase("error");
  json.update(row);
  json["days"] = deadline.count ? json_of(*deadline.count) : Json::array();
  return text_of(json);
}

std::string rows_csv(const std::vector<DeadlineRow>& rows) {
  std::string text = csv_row(deadline_columns());
  for (const DeadlineRow& row : rows)
    text += csv_row({shown(row.from), shown(row.duration), shown(row.calendar), shown(row.count_from), row.due,
                     row.provisional, row.error});
  return text;
}

std::string rows_json(const std::vector<DeadlineRow>& rows, const Envelope& envelope) {
  Json json = begin_json(envelope);
  json["rows"] = Json::array();
  for (const DeadlineRow& row : rows) json["rows"].push_back(json_of(row));
  return text_of(json);
}

}  // namespace escalate

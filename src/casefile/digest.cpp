#include "casefile/digest.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "base/seal.hpp"

namespace escalate {
namespace {

using Row = std::pair<std::string, std::string>;  // path, value

std::string without_last_line_ends(std::string value) {
  while (!value.empty() && value.back() == '\n') value.pop_back();
  return value;
}

void add_rows(const Node& node, const std::string& path, std::vector<Row>& rows) {
  if (node.kind == Node::Kind::text) rows.emplace_back(path, without_last_line_ends(node.text));
  for (const Node& item : node.items) add_rows(item, path, rows);
  for (const Entry& entry : node.entries)
    add_rows(entry.value, path.empty() ? entry.key : path + "/" + entry.key, rows);
}

}  // namespace

std::string canonical_form(std::string_view case_id, const Node& event) {
  std::vector<Row> rows = {{"case", std::string(case_id)}};
  for (const Entry& entry : event.entries)
    if (entry.key != "id") add_rows(entry.value, entry.key, rows);
  std::sort(rows.begin(), rows.end());
  std::string form = "escalate-event/1\n";
  for (const auto& [path, value] : rows) form += canonical_row(path, value);
  return form;
}

std::string event_id(std::string_view case_id, const Node& event) { return seal_of(canonical_form(case_id, event)); }

}  // namespace escalate

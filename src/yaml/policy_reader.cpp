#include "yaml/policy_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/fault_order.hpp"
#include "base/letters.hpp"
#include "policy/digest.hpp"
#include "yaml/policy_sections.hpp"
#include "yaml/policy_time.hpp"
#include "yaml/read.hpp"
#include "yaml/values.hpp"

namespace escalate {
namespace {

std::optional<Date> day_in(PolicySource& source, Fields& fields, std::string_view key) {
  const auto text = fields.text(key);
  return text ? date_at(source.document, {*text, fields.at(key)}, source.faults) : std::nullopt;
}

InForce read_in_force(PolicySource& source, Fields& top) {
  const Node* map = top.map("in-force");
  if (!map) return {};
  Fields fields(source.document, *map, "'in-force'", source.faults);
  const InForce days{day_in(source, fields, "from"), day_in(source, fields, "until"),
                     day_in(source, fields, "review-by")};
  if (days.from && days.until && *days.until < *days.from)
    source.fault(fields.at("until"), fmt::format("'until' {} is before 'from' {}", iso(*days.until), iso(*days.from)));
  if (days.from && days.review_by && *days.review_by < *days.from)
    source.fault(fields.at("review-by"),
                 fmt::format("'review-by' {} is before 'from' {}", iso(*days.review_by), iso(*days.from)));
  fields.finish();
  return days;
}

std::string case_prefix_in(PolicySource& source, Fields& top) {
  std::string prefix = required_text_in(top, "case-prefix");
  const bool capitals = std::all_of(prefix.begin(), prefix.end(), is_capital);
  if (!prefix.empty() && (!capitals || prefix.size() < 2 || prefix.size() > 4))
    source.fault(top.at("case-prefix"), fmt::format("case-prefix {} is not 2 to 4 capitals", in_quotes(prefix)),
                 "it begins the ids of cases, as NY in NY-2026-K7QXM");
  return prefix;
}

/// Reads an id of its own that the policy gives itself, or joins.
std::string id_in(PolicySource& source, Fields& top, std::string_view key) {
  std::string id = text_in(top, key);
  if (!id.empty()) check_id(source, id, top.at(key), "policy");
  return id;
}

std::vector<std::pair<std::string, std::string>> themes_in(PolicySource& source, Fields& top) {
  std::vector<std::pair<std::string, std::string>> themes;
  const Node* map = top.map("themes");
  if (!map) return themes;
  Fields fields(source.document, *map, "'themes'", source.faults);
  for (const Entry& entry : map->entries) {
    check_id(source, entry.key, entry.at, "theme");
    themes.emplace_back(entry.key, text_in(fields, entry.key));
  }
  return themes;
}

void read_head(PolicySource& source, Fields& top, Policy& policy) {
  top.require("escalate");
  top.one_of("escalate", {"policy/1"});
  top.require("id");
  policy.id = id_in(source, top, "id");
  policy.title = required_text_in(top, "title");
  policy.partnership = required_text_in(top, "partnership");
  policy.edition = required_text_in(top, "edition");
  policy.in_force = read_in_force(source, top);
  policy.edition_of = id_in(source, top, "edition-of");
  policy.case_prefix = case_prefix_in(source, top);
  top.require("calendar");
  policy.calendar = top.one_of("calendar", calendar_names()).value_or("");
  const auto count_from = top.one_of("count-from", {"receipt", "deemed", "inclusive"});
  policy.count_from = count_from_word(count_from.value_or("receipt")).value_or(CountFrom::receipt);
  policy.office_hours = read_office_hours(source, top);
  policy.about_adults = top.one_of("about", {"child", "adult"}).value_or("child") == "adult";
  policy.raise_by = read_raise_by(source, top);
  policy.themes = themes_in(source, top);
  policy.clause = read_clause(source, top, source.document.root.at);
}

/// Adds a fault for each id of section `b` that section `a` has too, at the later of the two.
void check_apart(PolicySource& source, std::string_view a, std::string_view b) {
  const Node* map_a = source.document.root.find(a);
  const Node* map_b = source.document.root.find(b);
  if (!map_a || !map_b) return;
  for (const Entry& one : map_a->entries)
    for (const Entry& other : map_b->entries) {
      if (one.key != other.key) continue;
      const bool swapped = other.at.line < one.at.line;
      source.fault(swapped ? one.at : other.at,
                   fmt::format("id {} stands in both '{}' and '{}', first in line {}", in_quotes(one.key), a, b,
                               swapped ? other.at.line : one.at.line),
                   "choose another id for one of the two");
    }
}

void check_shared_ids(PolicySource& source) {
  check_apart(source, "stages", "limits");
  check_apart(source, "marks", "routes");
  check_apart(source, "roles", "contacts");
  check_apart(source, "limits", "duties");
}

Policy read_sections(PolicySource& source) {
  Policy policy;
  policy.file = source.document.file;
  Fields top(source.document, source.document.root, "the policy", source.faults);
  read_head(source, top, policy);
  read_roles(source, top, policy);
  read_marks(source, top, policy);
  read_urgent(source, top, policy);
  read_advice(source, top, policy);
  read_elsewhere(source, top, policy);
  read_stages(source, top, policy);
  read_routes(source, top, policy);
  read_limits(source, top, policy);
  read_duties(source, top, policy);
  read_forms(source, top, policy);
  read_contacts(source, top, policy);
  top.finish();
  check_shared_ids(source);
  policy.digest = policy_digest(source.document.root);
  return policy;
}

/// Returns whether these are the bytes of a case, broken or whole: what stands in one must not be told as faults of a
/// policy.
bool is_a_case(std::string_view bytes) {
  constexpr std::string_view format = "escalate: case/";
  return bytes.starts_with(format) || bytes.find("\n" + std::string(format)) != std::string_view::npos;
}

}  // namespace

PolicyReading read_policy(std::string file, std::string bytes, FileName name) {
  if (is_a_case(bytes))
    return {std::nullopt,
            {{Severity::error,
              {std::move(file), 0, 0},
              "this is a case, no policy",
              "to check the cases: escalate check",
              ""}}};
  const auto document = read_yaml(std::move(file), std::move(bytes), Opinions::both);
  if (!document) return {std::nullopt, document.error()};
  PolicyReading reading;
  reading.faults = silently_dropped(*document);
  PolicySource source{*document, ids_of(document->root), reading.faults};
  Policy policy = read_sections(source);
  if (name == FileName::is_the_id && !policy.id.empty())
    check_file_name(*document, policy.id, document->root.find("id")->at, reading.faults);
  put_in_file_order(reading.faults);
  if (!any_error(reading.faults)) reading.policy = std::move(policy);
  return reading;
}

}  // namespace escalate

#include "render/check.hpp"

#include <algorithm>
#include <map>

#include "base/escape.hpp"
#include "render/fault_counts.hpp"
#include "render/faults.hpp"
#include "render/layout.hpp"

namespace escalate {
namespace {

std::string place_words(const Place& place) {
  return shown(place.file) + (place.line > 0 ? ":" + std::to_string(place.line) : "");
}

/// Faults that say the same, in the order of the first of each.
std::vector<std::vector<const Fault*>> alike(const Faults& faults) {
  std::vector<std::vector<const Fault*>> groups;
  std::map<std::string, std::size_t> group_of;
  for (const Fault& fault : faults) {
    const std::string key = (fault.severity == Severity::error ? "E" : "W") + fault.text + '\n' + fault.help;
    const auto [known, is_new] = group_of.emplace(key, groups.size());
    if (is_new) groups.emplace_back();
    groups[known->second].push_back(&fault);
  }
  return groups;
}

/// Returns the places of a group but its first; of many only the first few.
std::string places_of(const std::vector<const Fault*>& group) {
  constexpr std::size_t most = 12;
  const std::size_t told = group.size() > most + 1 ? most : group.size() - 1;
  std::string places;
  for (std::size_t i = 1; i <= told; ++i) places += (i > 1 ? ", " : "") + place_words(group[i]->place);
  const std::size_t left = group.size() - 1 - told;
  return left == 0 ? places : places + " and " + std::to_string(left) + " more, which --format json lists";
}

std::size_t number_of(const CheckReport& report, CheckedFile::Kind kind) {
  return static_cast<std::size_t>(std::count_if(report.files.begin(), report.files.end(),
                                                [kind](const CheckedFile& file) { return file.kind == kind; }));
}

std::string number(std::size_t count, const std::string& one, const std::string& several) {
  return (count == 0 ? "no" : std::to_string(count)) + " " + (count == 1 ? one : several);
}

}  // namespace

std::string problems_of_check(const CheckReport& report) {
  std::string text;
  for (const auto& group : alike(report.problems)) {
    text += text_of(*group.front());
    if (group.size() > 1) text += wrapped("so too: " + places_of(group), "  ", "  ");
  }
  return text;
}

std::string text_of_check(const CheckReport& report) {
  const std::size_t errors = errors_in(report.problems);
  return number(report.cases.size(), "case", "cases") + ", " +
         number(number_of(report, CheckedFile::Kind::policy), "policy", "policies") + ", " +
         number(number_of(report, CheckedFile::Kind::calendar), "calendar", "calendars") + ", " +
         (number_of(report, CheckedFile::Kind::settings) == 0 ? "no settings" : "settings") +
         (report.commits ? ", " + number(*report.commits, "commit", "commits") : "") + ": " + counted(errors, "error") +
         ", " + counted(report.problems.size() - errors, "warning") + "\n";
}

std::string json_of_check(const CheckReport& report, Instant now) {
  Json json = begin_json({now, report.complete, report.problems});
  const std::size_t errors = errors_in(report.problems);
  json["errors"] = errors;
  json["warnings"] = report.problems.size() - errors;
  json["commits"] = report.commits ? Json(*report.commits) : Json(nullptr);
  json["cases"] = Json::array();
  for (const CheckedCase& one : report.cases) json["cases"].push_back(numbers_of("case", one.id, one.file, one.faults));
  add_checked_files(report.files, json);
  return text_of(json);
}

}  // namespace escalate

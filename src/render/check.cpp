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

/// Where the id stands in "stage 'heads' has no time", quotes included; nowhere: at the end of the text, empty.
struct Quoted {
  std::size_t begin;
  std::size_t length;
};

Quoted id_in(const std::string& text) {
  const std::size_t begin = text.find('\'');
  const std::size_t end = begin == std::string::npos ? begin : text.find('\'', begin + 1);
  return end == std::string::npos || begin == 0 ? Quoted{text.size(), 0} : Quoted{begin, end - begin + 1};
}

/// What faults that say the same have in common.
std::string what_it_says(const Fault& fault) {
  return (fault.severity == Severity::error ? "E" : "W") + fault.text + '\n' + fault.help;
}

/// What warnings have in common that one file earns for several of its entries: all but the entry's id.
std::string what_it_says_of_any(const Fault& fault) {
  const Quoted id = id_in(fault.text);
  std::string text = fault.text;
  return fault.place.file + '\n' + text.erase(id.begin, id.length) + '\n' + fault.help;
}

/// Faults that say the same, and warnings that say it of several entries of a file, in the order of the first of each.
std::vector<std::vector<const Fault*>> alike(const Faults& faults) {
  std::vector<std::vector<const Fault*>> groups;
  std::map<std::string, std::size_t> group_of;
  for (const Fault& fault : faults) {
    std::vector<std::string> keys = {what_it_says(fault)};
    if (fault.severity == Severity::warning) keys.push_back(what_it_says_of_any(fault));
    std::size_t group = groups.size();
    for (auto key = keys.rbegin(); key != keys.rend(); ++key)
      if (const auto known = group_of.find(*key); known != group_of.end()) group = known->second;
    if (group == groups.size()) groups.emplace_back();
    groups[group].push_back(&fault);
    for (const std::string& key : keys) group_of.emplace(key, group);
  }
  return groups;
}

/// Returns a place of a group, with the entry there if it is not that of the first.
std::string place_in_group(const Fault& fault, const Fault& first) {
  if (fault.text == first.text) return place_words(fault.place);
  const Quoted id = id_in(fault.text);
  const bool same_file = fault.place.file == first.place.file;
  return shown(fault.text.substr(id.begin, id.length)) + " (" +
         (same_file ? "line " + std::to_string(fault.place.line) : place_words(fault.place)) + ")";
}

/// Returns the places of a group but its first; of many only the first few.
std::string places_of(const std::vector<const Fault*>& group) {
  constexpr std::size_t most = 12;
  const std::size_t told = group.size() > most + 1 ? most : group.size() - 1;
  std::string places;
  for (std::size_t i = 1; i <= told; ++i) places += (i > 1 ? ", " : "") + place_in_group(*group[i], *group.front());
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

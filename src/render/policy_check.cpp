#include "render/policy_check.hpp"

#include <algorithm>

namespace escalate {
namespace {

std::size_t errors_in(const CheckedFile& file) {
  return static_cast<std::size_t>(std::count_if(file.faults.begin(), file.faults.end(),
                                                [](const Fault& fault) { return fault.severity == Severity::error; }));
}

std::string counted(std::size_t count, const std::string& word) {
  return (count == 0 ? "no" : std::to_string(count)) + " " + word + (count == 1 ? "" : "s");
}

std::string quotation_words(const CheckedFile& file) {
  if (file.against.empty()) return {};
  if (file.quotations_missing == 0) return "; every quotation is in " + file.against;
  const std::string verb = file.quotations_missing == 1 ? " is" : " are";
  return "; " + counted(file.quotations_missing, "quotation") + verb + " not in " + file.against;
}

Json numbers_of(const CheckedFile& file, const char* id_key) {
  Json json;
  if (id_key) json[id_key] = file.id;
  json["file"] = file.file;
  json["errors"] = errors_in(file);
  json["warnings"] = file.faults.size() - errors_in(file);
  return json;
}

Json list_of(const std::vector<CheckedFile>& files, CheckedFile::Kind kind, const char* id_key) {
  Json list = Json::array();
  for (const CheckedFile& file : files)
    if (file.kind == kind) list.push_back(numbers_of(file, id_key));
  return list;
}

}  // namespace

std::string policy_check_text(const std::vector<CheckedFile>& files) {
  std::string text;
  for (const CheckedFile& file : files)
    text += file.file + ": " + counted(errors_in(file), "fault") + ", " +
            counted(file.faults.size() - errors_in(file), "warning") + quotation_words(file) + "\n";
  return text.empty() ? "There is no policy and no calendar here.\n" : text;
}

std::string policy_check_json(const std::vector<CheckedFile>& files, const Envelope& envelope) {
  Json json = begin_json(envelope);
  json["policies"] = list_of(files, CheckedFile::Kind::policy, "policy");
  json["calendars"] = list_of(files, CheckedFile::Kind::calendar, "calendar");
  json["settings"] = list_of(files, CheckedFile::Kind::settings, nullptr);
  return text_of(json);
}

}  // namespace escalate

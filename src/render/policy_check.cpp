#include "render/policy_check.hpp"

#include "render/fault_counts.hpp"

namespace escalate {
namespace {

std::string quotation_words(const CheckedFile& file) {
  if (file.against.empty()) return {};
  if (file.quotations_missing == 0) return "; every quotation is in " + file.against;
  const std::string verb = file.quotations_missing == 1 ? " is" : " are";
  return "; " + counted(file.quotations_missing, "quotation") + verb + " not in " + file.against;
}

Json list_of(const std::vector<CheckedFile>& files, CheckedFile::Kind kind, const char* id_key) {
  Json list = Json::array();
  for (const CheckedFile& file : files)
    if (file.kind == kind) list.push_back(numbers_of(id_key, file.id, file.file, file.faults));
  return list;
}

}  // namespace

std::string policy_check_text(const std::vector<CheckedFile>& files) {
  std::string text;
  for (const CheckedFile& file : files)
    text += file.file + ": " + counted(errors_in(file.faults), "fault") + ", " +
            counted(file.faults.size() - errors_in(file.faults), "warning") + quotation_words(file) + "\n";
  return text.empty() ? "There is no policy and no calendar here.\n" : text;
}

std::string policy_check_json(const std::vector<CheckedFile>& files, const Envelope& envelope) {
  Json json = begin_json(envelope);
  add_checked_files(files, json);
  return text_of(json);
}

void add_checked_files(const std::vector<CheckedFile>& files, Json& json) {
  json["policies"] = list_of(files, CheckedFile::Kind::policy, "policy");
  json["calendars"] = list_of(files, CheckedFile::Kind::calendar, "calendar");
  json["settings"] = list_of(files, CheckedFile::Kind::settings, nullptr);
}

}  // namespace escalate

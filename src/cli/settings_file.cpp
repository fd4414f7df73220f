#include "cli/settings_file.hpp"

#include <set>

#include "base/personal.hpp"
#include "store/files.hpp"
#include "store/system_error.hpp"
#include "yaml/read.hpp"
#include "yaml/settings_reader.hpp"

namespace escalate {

SettingsFile read_settings_of(const Workspace& workspace) {
  SettingsFile read{settings_file(workspace), false, {}, {}, {}};
  std::error_code error;
  const auto status = std::filesystem::symlink_status(read.file.path, error);
  read.exists = status.type() != std::filesystem::file_type::not_found;
  if (!read.exists) return read;
  if (status.type() == std::filesystem::file_type::none) {  // what it asks for must not be passed over
    const std::string text = "cannot be looked at: " + why(error.value());
    read.faults = {{Severity::error, {read.file.shown, 0, 0}, text, "", {}}};
    return read;
  }
  auto content = read_file(read.file.path, most_policy_bytes, read.file.shown);
  if (!content) {
    read.faults = content.error().faults;
    return read;
  }
  read.bytes = std::move(content->bytes);
  auto settings = read_settings(read.file.shown, read.bytes);
  if (settings)
    read.settings = std::move(*settings);
  else
    read.faults = std::move(settings).error();
  return read;
}

Faults warnings_of(const Settings& settings, Library& library) {
  Faults of_policies;
  const auto policies = library.policies(of_policies);
  std::vector<std::string> unusable;
  for (const PolicyFile& file : library.listing().policies)
    if (!library.policy(file.id)) unusable.push_back(file.id);
  return settings_warnings(settings, policies, unusable);
}

Faults personal_details_in(const SettingsFile& read) {
  Faults faults;
  const auto look = [&](const std::string& key, const std::string& text) {
    std::set<PersonalKind> told;
    const auto place = read.settings.places.find(key);
    for (const PersonalDetail& detail : personal_details(text))
      if (told.insert(detail.kind).second)
        faults.push_back(
            {Severity::warning,
             place == read.settings.places.end() ? Place{read.file.shown} : place->second,
             "'" + key + "' " + (is_proven(detail.kind) ? "holds " : "seems to hold ") + name_of(detail.kind),
             "write the job, never who has it",
             {}});
  };
  look("by", read.settings.by);
  for (const auto& [policy, jobs] : read.settings.service)
    for (const auto& [role, job] : jobs) look("service/" + policy + "/" + role, job);
  return faults;
}

}  // namespace escalate

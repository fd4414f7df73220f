#include "cli/settings_file.hpp"

#include "store/files.hpp"
#include "yaml/read.hpp"
#include "yaml/settings_reader.hpp"

namespace escalate {

SettingsFile read_settings_of(const Workspace& workspace) {
  SettingsFile read{settings_file(workspace), false, {}, {}, {}};
  std::error_code error;
  read.exists = std::filesystem::exists(std::filesystem::symlink_status(read.file.path, error));
  if (!read.exists) return read;
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

}  // namespace escalate

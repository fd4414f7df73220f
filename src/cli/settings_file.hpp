#pragma once

#include "base/fault.hpp"
#include "cli/library.hpp"
#include "policy/settings.hpp"
#include "store/workspace.hpp"

namespace escalate {

/// `escalate.yaml` as read.
struct SettingsFile {
  NamedFile file;
  bool exists = false;
  std::string bytes;
  Settings settings;  ///< empty where there is no file, or it has a fault
  Faults faults;
};

/// Reads the settings of a workspace; that there are none is no fault.
SettingsFile read_settings_of(const Workspace& workspace);

/// Returns what `settings_warnings` finds with the policies of the library. A policy file that cannot be used is told
/// elsewhere.
Faults warnings_of(const Settings& settings, Library& library);

/// Warns of each kind of personal detail in a job: the settings say what the jobs are, never who has them.
Faults personal_details_in(const SettingsFile& read);

}  // namespace escalate

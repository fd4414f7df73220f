// What is seen to in the workspace as a whole.
#include "base/tree.hpp"
#include "cli/check_history.hpp"
#include "cli/check_parts.hpp"
#include "cli/settings_file.hpp"
#include "store/exposure.hpp"
#include "store/git_exposure.hpp"
#include "store/stale.hpp"
#include "time/calendar_end.hpp"
#include "time/london.hpp"

namespace escalate {
namespace {

/// Warns of policies and roles that the settings name and nobody has.
Faults words_of_settings(const WorkspaceToCheck& whole) {
  const SettingsFile read = read_settings_of(whole.records.workspace());
  Faults faults = warnings_of(read.settings, whole.records.library());
  for (Fault& fault : faults) fault.excerpt = line_of(read.bytes, fault.place.line);
  return faults;
}

Faults calendars_that_end(const WorkspaceToCheck& whole) {
  Faults faults;
  for (const PolicyFile& file : whole.records.library().listing().calendars)
    if (const auto calendar = whole.records.library().calendar(file.id))
      for (const Fault& fault : ending_soon(**calendar, london_date(whole.now), file.shown)) faults.push_back(fault);
  return faults;
}

}  // namespace

const std::vector<WorkspaceCheck>& workspace_checks() {
  static const std::vector<WorkspaceCheck> checks = {
      [](const WorkspaceToCheck& whole) { return open_to_others(whole.records.workspace()); },
      [](const WorkspaceToCheck& whole) { return history_open_to_others(whole.records.workspace()); },
      [](const WorkspaceToCheck& whole) { return stale_temporaries(whole.records.workspace()); },
      words_of_settings,
      [](const WorkspaceToCheck& whole) { return personal_details_in(read_settings_of(whole.records.workspace())); },
      calendars_that_end,
      [](const WorkspaceToCheck& whole) { return merge_driver_missing(whole.records.workspace()); },
  };
  return checks;
}

}  // namespace escalate

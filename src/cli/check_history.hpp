#pragma once

#include "cli/records.hpp"

namespace escalate {

/// What the history of the workspace holds and the working copy does not.
struct HistoryFindings {
  std::size_t commits = 0;  ///< how many were read
  Faults faults;
};

/// Compares every event that any commit ever held with the case files as they are: those that are lost or were changed
/// are errors; those that only another branch holds, and what could not be read, warnings. An event that was struck out
/// stands in its file and is not lost.
HistoryFindings check_history(const Records& records);

/// Warns where git does not merge cases with `escalate merge-driver`; nothing outside a repository.
Faults merge_driver_missing(const Workspace& workspace);

}  // namespace escalate

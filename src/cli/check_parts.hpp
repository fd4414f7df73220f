#pragma once

#include <vector>

#include "cli/records.hpp"
#include "engine/outlook.hpp"
#include "render/check.hpp"

namespace escalate {

// `check` is made of small checks, listed in three tables: add a line for a new one, and give it a file of its own
// where it has substance. What a check finds must have its place; the excerpt of a line is filled in, or left out where
// the line may hold what people wrote about a child.

using FileCheck = Faults (*)(const LoadedCase&);

/// Returns what every case file that is YAML is put to, whatever else is wrong with it, in the order in which it is
/// told: `reading.document` is there, `reading.record` only where the events hold together.
const std::vector<FileCheck>& file_checks();

/// One case as the checks see it.
struct CaseToCheck {
  const LoadedCase& loaded;  ///< its file as read, with a record
  const Outlook& outlook;    ///< how it stands now
};
using CaseCheck = Faults (*)(const CaseToCheck&);

/// Returns what every case that has dates is put to, in the order in which it is told.
const std::vector<CaseCheck>& case_checks();

/// The workspace as a whole.
struct WorkspaceToCheck {
  Records& records;
  Instant now;
};
using WorkspaceCheck = Faults (*)(const WorkspaceToCheck&);

/// Returns what the workspace is put to, in the order in which it is told.
const std::vector<WorkspaceCheck>& workspace_checks();

/// Warns of each kind of personal detail in a text of a case that its event does not allow, and in a comment.
Faults personal_details_in(const LoadedCase& loaded);

/// Reads one case file and puts it to every check: all its faults in file order, without excerpts. `has_dates` tells
/// whether dates may be told from it.
struct CaseFindings {
  CheckedCase found;
  bool has_dates = false;
};
CaseFindings check_case(Records& records, const CaseFile& file, Instant now);

}  // namespace escalate

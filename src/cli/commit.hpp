#pragma once

#include <string>
#include <vector>

#include "cli/records.hpp"

namespace escalate {

/// Commits a case file that was just written, where the settings ask for it (`commit: true`, SEMANTICS.md 25); the
/// lock must have been let go. `bytes` are the file's. The message names the case and what was done, nothing else. Adds
/// an error to `problems` where git refuses, a warning where the commit is on no branch, and returns the exit code that comes of it: `cannot_write`, else `ok`.
ExitCode commit_if_asked(const Records& records, const std::string& case_id, const std::string& file,
                         const std::vector<Event>& events, std::string_view bytes, Faults& problems);

}  // namespace escalate

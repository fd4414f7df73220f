#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"
#include "cli/library.hpp"
#include "store/files.hpp"

namespace escalate {

/// A calendar with the bytes it was read from.
struct CalendarFile {
  PolicyFile named;
  FileContent content;
  Calendar calendar;
};

/// Reads the calendars that have a file, in the order of `calendar_files()`. Fails with `data` and every fault of each
/// when one is missing or cannot be used.
Result<std::vector<CalendarFile>> read_calendar_files(Library& library);

/// A calendar file with what it shall hold.
struct CalendarEdit {
  const CalendarFile* file = nullptr;
  std::string bytes;
};

/// Puts each edit in the place of its file, one after the other, under the lock; each file is whole or untouched. Fails
/// as `replace_file` does; the text says which were written and which were not.
Result<void> write_calendars(const Workspace& workspace, const std::vector<CalendarEdit>& edits);

/// Brings calendars to the disk that are as they should be already: an import may have been killed just before it did.
Result<void> make_calendars_safe(const std::vector<CalendarFile>& files);

}  // namespace escalate

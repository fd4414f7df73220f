#include "cli/calendar_files.hpp"

#include <algorithm>

#include "base/suggest.hpp"
#include "store/lock.hpp"
#include "store/write.hpp"
#include "yaml/calendar_reader.hpp"
#include "yaml/read.hpp"

namespace escalate {
namespace {

Result<CalendarFile> read_one(Library& library, const std::string& id) {
  TRY(library.calendar(id));  // so that what is missing or faulty is told as everywhere
  const auto& files = library.listing().calendars;
  const auto named = std::find_if(files.begin(), files.end(), [&](const PolicyFile& file) { return file.id == id; });
  FileContent content = TRY(read_file(named->path, most_policy_bytes, named->shown));
  auto calendar = read_calendar(named->shown, content.bytes);
  if (!calendar)
    return fail(ExitCode::data, named->shown + " has faults", "'escalate policy check' shows them", calendar.error());
  return CalendarFile{*named, std::move(content), *std::move(calendar)};
}

/// Returns whether the file holds what was meant, whatever was said of writing it.
bool written(const CalendarEdit& edit) {
  const auto content = read_file(edit.file->named.path, most_policy_bytes);
  return content && content->bytes == edit.bytes;
}

std::string told(const std::vector<std::string>& files, const char* what) {
  return and_list(files) + (files.size() == 1 ? " was " : " were ") + what;
}

/// Says what became of each file when one could not be written.
Failure with_what_was_written(Failure failure, const std::vector<CalendarEdit>& edits) {
  std::vector<std::string> done;
  std::vector<std::string> open;
  for (const CalendarEdit& edit : edits) (written(edit) ? done : open).push_back("'" + edit.file->named.shown + "'");
  if (done.empty()) return failure;
  failure.text = failure.text.substr(0, failure.text.find("; nothing was "));
  failure.text += "; " + told(done, "written");
  if (!open.empty()) failure.text += ", " + told(open, "not");
  failure.help = "run the command again: it completes what is missing";
  return failure;
}

}  // namespace

Result<std::vector<CalendarFile>> read_calendar_files(Library& library) {
  std::vector<CalendarFile> files;
  std::optional<Failure> failure;
  for (const std::string& id : calendar_files()) {
    auto file = read_one(library, id);
    if (file)
      files.push_back(*std::move(file));
    else if (!failure)
      failure = std::move(file).error();
    else
      failure->faults.insert(failure->faults.end(), file.error().faults.begin(), file.error().faults.end());
  }
  if (failure) return tl::make_unexpected(*std::move(failure));
  return files;
}

Result<void> make_calendars_safe(const std::vector<CalendarFile>& files) {
  for (const CalendarFile& file : files) TRY(make_name_safe(file.named.path, file.named.shown));
  return {};
}

Result<void> write_calendars(const Workspace& workspace, const std::vector<CalendarEdit>& edits) {
  if (edits.empty()) return {};
  const Lock lock = TRY(lock_cases(workspace));
  for (const CalendarEdit& edit : edits) {
    const PolicyFile& file = edit.file->named;
    auto replaced = replace_file(lock, file.path, edit.file->content.version, edit.bytes, file.shown);
    if (!replaced) return tl::make_unexpected(with_what_was_written(std::move(replaced).error(), edits));
  }
  return {};
}

}  // namespace escalate

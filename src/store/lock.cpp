#include "store/lock.hpp"

#include <fcntl.h>
#include <sys/file.h>

#include <thread>

#include "store/leftovers.hpp"
#include "store/system_error.hpp"

namespace escalate {
namespace {

constexpr std::chrono::milliseconds pause{20};

Descriptor open_cases(const std::filesystem::path& cases) {
  return Descriptor(uninterrupted([&] { return ::open(cases.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC); }));
}

int try_lock(const Descriptor& folder) {
  return uninterrupted([&] { return ::flock(folder.number(), LOCK_EX | LOCK_NB); }) == 0 ? 0 : errno;
}

tl::unexpected<Failure> no_lock(const NamedFile& cases, int error) {
  return fail(ExitCode::cannot_write, "cannot lock '" + cases.shown + "': " + why(error) + "; nothing was changed",
              "keep the workspace on a disk of this computer, and check that you may open the folder");
}

tl::unexpected<Failure> still_busy(const NamedFile& cases, std::chrono::milliseconds waited) {
  const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(waited).count();
  const std::string time =
      seconds == 0 ? "" : " for " + std::to_string(seconds) + (seconds == 1 ? " second" : " seconds");
  return fail(ExitCode::busy,
              "another program has been writing in '" + cases.shown + "'" + time + "; nothing was changed",
              "run the command again in a moment");
}

}  // namespace

Result<Lock> lock_cases(const Workspace& workspace, std::chrono::milliseconds patience) {
  const NamedFile cases = file_in(workspace, "cases");
  for (std::chrono::milliseconds waited{0};; waited += pause) {
    // Opened anew each time: a checkout may have put another folder in the place of the one that was locked.
    Descriptor folder = open_cases(cases.path);
    if (!folder.is_open()) return no_lock(cases, errno);
    const int error = try_lock(folder);
    if (error == 0) {
      remove_leftovers(workspace);
      return Lock(std::move(folder));
    }
    if (error != EWOULDBLOCK) return no_lock(cases, error);
    if (waited >= patience) return still_busy(cases, patience);
    std::this_thread::sleep_for(pause);
  }
}

bool is_locked(const Workspace& workspace) {
  const Descriptor folder = open_cases(file_in(workspace, "cases").path);
  return folder.is_open() && uninterrupted([&] { return ::flock(folder.number(), LOCK_SH | LOCK_NB); }) != 0 &&
         errno == EWOULDBLOCK;
}

}  // namespace escalate

#include "store/write.hpp"

#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include <string>

#include "base/escape.hpp"
#include "store/access.hpp"
#include "store/files.hpp"
#include "store/leftovers.hpp"
#include "store/system_error.hpp"
#include "store/temporary.hpp"

namespace escalate {
namespace {

namespace fs = std::filesystem;

/// The file that is being written: where it will stand, and what messages call it.
struct Target {
  std::string file;
  std::string shown;

  Target(const fs::path& path, std::string_view name)
      : file(path.filename().native()), shown(name.empty() ? escalate::shown(path.native()) : std::string(name)) {}
};

/// Turns the system's error from a step before the last into a failure; 0 is none.
Result<void> must(int error, std::string_view step, const Target& target) {
  if (error == 0) return {};
  return fail(ExitCode::cannot_write,
              "cannot " + std::string(step) + " '" + target.shown + "': " + why(error) + "; nothing was changed",
              cure_for_writing(error));
}

int error_of(int result) { return result == 0 ? 0 : errno; }

Descriptor open_folder(const fs::path& path, int flags = 0) {
  const char* name = path.empty() ? "." : path.c_str();
  return Descriptor(uninterrupted([&] { return ::open(name, O_RDONLY | O_DIRECTORY | O_CLOEXEC | flags); }));
}

/// Fails unless `seen` is still what stands in the folder under the target's name.
Result<void> must_be_unchanged(const Descriptor& folder, const Target& target, const Version& seen) {
  struct stat now {};
  const int error = error_of(::fstatat(folder.number(), target.file.c_str(), &now, AT_SYMLINK_NOFOLLOW));
  if (error != 0 && error != ENOENT) return must(error, "look at", target);
  if (error == 0 && version_of(now) == seen) return {};
  const std::string what = error == ENOENT ? "removed" : "changed";
  return fail(ExitCode::busy,
              "'" + target.shown + "' was " + what + " by another program meanwhile; nothing was written",
              "save and close it there, then run the command again");
}

Result<void> fill(Temporary& fresh, const Target& target, std::string_view bytes, const Access& access) {
  TRY(must(fresh.error(), "write", target));
  TRY(must(write_all(fresh.opened().number(), bytes), "write", target));
  TRY(must(give_access(fresh.opened().number(), access), "give the right mode and group to", target));
  TRY(must(sync_file(fresh.opened().number()), "write", target));
  return must(fresh.opened().close(), "write", target);
}

Result<void> make_safe(const Descriptor& folder, const Target& target) {
  const int error = sync_folder(folder.number());
  if (error == 0) return {};
  return fail(ExitCode::cannot_write,
              "'" + target.shown + "' was written, but may not be safe on the disk: " + why(error),
              "do not run the command again; see with 'escalate status' that it is there, and make a copy");
}

/// Opens the folder of a new file, or returns one that is not open when there is none yet.
Result<Descriptor> open_existing(const Workspace& workspace, const fs::path& path, const Target& target) {
  const bool may_be_link = path == workspace.root || path.parent_path() == workspace.root;
  Descriptor folder = open_folder(path, may_be_link ? 0 : O_NOFOLLOW);
  if (!folder.is_open() && errno != ENOENT) TRY(must(errno, "open the folder of", target));
  return folder;
}

/// Makes a folder in one step with all its rights, on the disk before its name is, so that none is ever left with
/// fewer.
Result<void> make_folder(const Descriptor& above, const std::string& name, const Access& access, const Target& target) {
  Temporary fresh(above.number(), Temporary::Kind::folder);
  TRY(must(fresh.error(), "make the folder of", target));
  TRY(must(give_access(fresh.opened().number(), access), "give the right mode and group to the folder of", target));
  TRY(must(sync_folder(fresh.opened().number()), "make the folder of", target));
  const int error = error_of(::renameat(above.number(), fresh.name(), above.number(), name.c_str()));
  if (error == 0) fresh.took_its_place();
  const bool made_by_another = error == ENOTEMPTY || error == EEXIST;
  return must(made_by_another ? 0 : error, "make the folder of", target);
}

/// Opens the folder of a new file, made where there is none; its own name is on the disk then, whoever made it.
Result<Descriptor> folder_for(const Workspace& workspace, const fs::path& path, const Access& access,
                              const Target& target) {
  if (path == workspace.root) return open_existing(workspace, path, target);
  const Descriptor above = open_folder(path.parent_path());
  TRY(must(above.is_open() ? 0 : errno, "open the folder above", target));
  Descriptor folder = TRY(open_existing(workspace, path, target));
  if (!folder.is_open()) {
    TRY(make_folder(above, path.filename().native(), access, target));
    folder = TRY(open_existing(workspace, path, target));
  }
  TRY(must(folder.is_open() ? 0 : ENOENT, "open the folder of", target));
  TRY(must(sync_folder(above.number()), "write the folder of", target));
  return folder;
}

Result<Access> access_of_cases(const Workspace& workspace, const Target& target) {
  const Descriptor cases = open_folder(workspace.root / "cases");
  TRY(must(cases.is_open() ? 0 : errno, "open the folder cases/ for", target));
  Access access;
  TRY(must(read_access(cases.number(), access), "read the mode and group of cases/ for", target));
  access.list.reset();
  return access;
}

/// Gives a file its second, final name, which must be free. Where there are no second names it is renamed instead.
int link_new(const Descriptor& folder, Temporary& fresh, const std::string& name) {
  const int at = folder.number();
  const int error = error_of(::linkat(at, fresh.name(), at, name.c_str(), 0));
  if (error != EPERM && error != ENOTSUP && error != ENOSYS) return error;
  const int renamed = error_of(::renameat2(at, fresh.name(), at, name.c_str(), RENAME_NOREPLACE));
  if (renamed == 0) fresh.took_its_place();
  return renamed == EINVAL || renamed == ENOSYS ? ENOTSUP : renamed;
}

Result<void> replace(const fs::path& path, const Version& seen, std::string_view bytes, std::string_view name) {
  const Target target(path, name);
  const Descriptor folder = open_folder(path.parent_path());
  TRY(must(folder.is_open() ? 0 : errno, "open the folder of", target));
  TRY(must_be_unchanged(folder, target, seen));
  const Descriptor old = open_to_read(folder.number(), target.file.c_str());
  TRY(must(old.is_open() ? 0 : errno, "open", target));
  Access access;
  TRY(must(read_access(old.number(), access), "read the mode and group of", target));
  Temporary fresh(folder.number(), Temporary::Kind::file);
  TRY(fill(fresh, target, bytes, access));
  TRY(must_be_unchanged(folder, target, seen));
  TRY(must(error_of(::renameat(folder.number(), fresh.name(), folder.number(), target.file.c_str())), "write", target));
  fresh.took_its_place();
  return make_safe(folder, target);
}

}  // namespace

Result<void> replace_file(const Lock&, const fs::path& path, const Version& seen, std::string_view bytes,
                          std::string_view name) {
  return replace(path, seen, bytes, name);
}

Result<void> replace_unlocked_file(const fs::path& path, const Version& seen, std::string_view bytes,
                                   std::string_view name) {
  remove_leftovers(open_folder(path.parent_path()));
  return replace(path, seen, bytes, name);
}

Result<Created> create_file(const Lock&, const Workspace& workspace, const fs::path& path, std::string_view bytes,
                            std::string_view name) {
  const Target target(path, name);
  const Access access = TRY(access_of_cases(workspace, target));
  const Descriptor folder = TRY(folder_for(workspace, path.parent_path(), access, target));
  {
    Temporary fresh(folder.number(), Temporary::Kind::file);
    TRY(fill(fresh, target, bytes, for_new_file(access)));
    const int error = link_new(folder, fresh, target.file);
    if (error == EEXIST) return Created::taken;
    TRY(must(error, "write", target));
  }  // its hidden name goes before the folder is brought to the disk
  TRY(make_safe(folder, target));
  return Created::created;
}

Result<void> remove_file(const Lock&, const fs::path& path, std::string_view name) {
  const Target target(path, name);
  const Descriptor folder = open_folder(path.parent_path());
  TRY(must(folder.is_open() ? 0 : errno, "open the folder of", target));
  TRY(must(error_of(::unlinkat(folder.number(), target.file.c_str(), 0)), "remove", target));
  return must(sync_folder(folder.number()), "bring to the disk the removal of", target);
}

Result<void> make_name_safe(const fs::path& path, std::string_view name) {
  const Target target(path, name);
  const Descriptor folder = open_folder(path.parent_path());
  TRY(must(folder.is_open() ? 0 : errno, "open the folder of", target));
  return make_safe(folder, target);
}

}  // namespace escalate

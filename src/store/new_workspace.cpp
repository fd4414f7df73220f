#include "store/new_workspace.hpp"

#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <system_error>

#include "base/escape.hpp"
#include "store/descriptor.hpp"
#include "store/files.hpp"
#include "store/system_error.hpp"
#include "store/temporary.hpp"
#include "store/write.hpp"

namespace escalate {
namespace {

namespace fs = std::filesystem;

constexpr mode_t for_me = 0700;
constexpr mode_t for_my_group = 02770;

std::string quoted(const std::string& text) { return "'" + shown(text) + "'"; }

/// Fails where the nearest workspace from `nearest` upward is another than `folder`: what is written in a workspace
/// within one would not be seen from it.
Result<void> must_be_outside(const fs::path& nearest, const WorkspacePlace& place) {
  const auto around = find_workspace(nearest, std::nullopt);
  if (!around || around->root == place.folder) return {};
  return fail(ExitCode::refused,
              "'" + place.shown + "' would lie inside another workspace, " + quoted(around->root.native()),
              "name a folder outside of it, or go on with that one");
}

/// Returns whether there is such a folder; fails where there is something else.
Result<bool> is_folder(const fs::path& path, const std::string& name) {
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (status.type() == fs::file_type::none)
    return fail(ExitCode::data, "cannot look at '" + name + "': " + why(error.value()));
  if (fs::exists(status) && !fs::is_directory(status))
    return fail(ExitCode::refused, "'" + name + "' is a file, not a folder", "name another, or move it away");
  return fs::exists(status);
}

/// Fails unless the folder, which does not exist, may be made.
Result<void> may_be_made(const WorkspacePlace& place) {
  const std::string name = place.folder.filename().native();
  if (shown(name) != name)
    return fail(ExitCode::usage, "the name of the folder, '" + shown(name) + "', holds what cannot be shown",
                "use letters, digits, '-' and '_'");
  std::error_code error;
  if (fs::is_symlink(fs::symlink_status(place.folder, error)))
    return fail(ExitCode::refused, "'" + place.shown + "' is a symbolic link that leads nowhere");
  const fs::path above = place.folder.parent_path();
  if (TRY(is_folder(above, shown(above.native())))) return must_be_outside(above, place);
  return fail(ExitCode::refused, "there is no folder " + quoted(above.native()) + " to make '" + place.shown + "' in",
              "check the spelling, or make that folder first");
}

tl::unexpected<Failure> cannot_make(const std::string& name, int error) {
  return fail(ExitCode::cannot_write, "cannot make the folder '" + name + "': " + why(error), cure_for_writing(error));
}

Descriptor open_folder(const fs::path& path) {
  return Descriptor(uninterrupted([&] { return ::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC); }));
}

/// Makes the folder of the workspace, for its owner alone, whatever the umask.
int make_root(const fs::path& path) {
  if (::mkdir(path.c_str(), for_me) != 0) return errno == EEXIST ? 0 : errno;
  return ::chmod(path.c_str(), for_me) == 0 ? 0 : errno;
}

/// Makes `cases/` in one step with all its rights: nobody ever finds it with fewer, and takes them for what was meant.
int make_cases(const Descriptor& root, mode_t mode) {
  Temporary fresh(root.number(), Temporary::Kind::folder);
  if (fresh.error() != 0) return fresh.error();
  if (uninterrupted([&] { return ::fchmod(fresh.opened().number(), mode); }) != 0) return errno;
  if (const int error = sync_folder(fresh.opened().number())) return error;
  if (::renameat(root.number(), fresh.name(), root.number(), "cases") != 0)
    return errno == ENOTEMPTY || errno == EEXIST ? 0 : errno;  // made by another meanwhile
  fresh.took_its_place();
  return 0;
}

/// Brings the names in a folder to the disk.
int make_names_safe(const fs::path& folder) {
  const Descriptor opened = open_folder(folder);
  return opened.is_open() ? sync_folder(opened.number()) : errno;
}

Result<mode_t> mode_of(const fs::path& folder, const std::string& name) {
  struct stat status {};
  if (::stat(folder.c_str(), &status) == 0) return status.st_mode;
  return fail(ExitCode::data, "cannot look at '" + name + "': " + why(errno));
}

}  // namespace

Result<WorkspacePlace> workspace_place(const fs::path& start, const std::string& typed) {
  if (typed.empty()) return fail(ExitCode::usage, "the name of the folder is empty");
  std::error_code error;
  WorkspacePlace place{fs::weakly_canonical(start / typed, error), shown(typed)};
  if (error) return fail(ExitCode::data, "cannot look at '" + place.shown + "': " + why(error.value()));
  if (!place.folder.is_absolute())
    return fail(ExitCode::data, "cannot tell where '" + place.shown + "' is: the folder you stand in cannot be told",
                "type a path that begins with '/'");
  if (place.folder.filename().empty()) place.folder = place.folder.parent_path();
  if (!TRY(is_folder(place.folder, place.shown))) {
    TRY(may_be_made(place));
    return place;
  }
  TRY(must_be_outside(place.folder, place));
  return place;
}

Result<Workspace> make_folders(const fs::path& start, const WorkspacePlace& place) {
  if (!TRY(is_folder(place.folder, place.shown))) {
    if (const int failed = make_root(place.folder)) return cannot_make(place.shown, failed);
    if (const int failed = make_names_safe(place.folder.parent_path())) return cannot_make(place.shown, failed);
  } else {  // perhaps by one that was killed before that; the folder above may not be this user's to open
    static_cast<void>(make_names_safe(place.folder.parent_path()));
  }
  std::error_code error;
  const fs::path root = fs::canonical(place.folder, error);
  if (error) return cannot_make(place.shown, error.value());
  Workspace workspace = workspace_at(start, root);
  const NamedFile cases = file_in(workspace, "cases");
  if (!TRY(is_folder(cases.path, cases.shown))) {
    const bool shared = (TRY(mode_of(root, place.shown)) & S_ISGID) != 0;
    const Descriptor opened = open_folder(root);
    const int failed = opened.is_open() ? make_cases(opened, shared ? for_my_group : for_me) : errno;
    if (failed != 0) return cannot_make(cases.shown, failed);
  }
  if (const int failed = make_names_safe(root)) return cannot_make(cases.shown, failed);
  return workspace;
}

Result<bool> is_private(const Workspace& workspace) {
  const NamedFile cases = file_in(workspace, "cases");
  return (TRY(mode_of(cases.path, cases.shown)) & (S_IRWXG | S_IRWXO)) == 0;
}

Result<Placed> place_file(const Lock& held, const Workspace& workspace, const NewFile& file) {
  const NamedFile named = file_in(workspace, file.below);
  if (TRY(create_file(held, workspace, named.path, file.bytes, named.shown)) == Created::created) return Placed::added;
  const auto there = read_file(named.path, std::max(file.bytes.size(), std::size_t{1}), named.shown);
  if (!there || there->bytes != file.bytes) return Placed::other;
  TRY(make_name_safe(named.path, named.shown));
  return Placed::same;
}

}  // namespace escalate

#include "store/access.hpp"

#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

#include <cerrno>

namespace escalate {
namespace {

constexpr const char* access_list = "system.posix_acl_access";
constexpr mode_t permissions = 07777;

/// Says that a file has no access list, or that its file system knows of none.
bool is_none(int error) { return error == ENODATA || error == ENOTSUP || error == ENOSYS; }

int read_list(int descriptor, std::string& list) {
  list.clear();
  const ssize_t size = ::fgetxattr(descriptor, access_list, nullptr, 0);
  if (size < 0) return is_none(errno) ? 0 : errno;
  list.resize(static_cast<std::size_t>(size));
  return ::fgetxattr(descriptor, access_list, list.data(), list.size()) == size ? 0 : EAGAIN;
}

int give_list(int descriptor, const std::string& wanted) {
  std::string present;
  if (const int error = read_list(descriptor, present)) return error;
  if (present == wanted) return 0;
  const int result = wanted.empty() ? ::fremovexattr(descriptor, access_list)
                                    : ::fsetxattr(descriptor, access_list, wanted.data(), wanted.size(), 0);
  return result == 0 ? 0 : errno;
}

}  // namespace

int read_access(int descriptor, Access& access) {
  struct stat status {};
  if (::fstat(descriptor, &status) != 0) return errno;
  access.mode = status.st_mode & permissions;
  access.owner = status.st_uid;
  access.group = status.st_gid;
  return read_list(descriptor, access.list.emplace());
}

Access for_new_file(const Access& of_folder) { return {of_folder.mode & 0666, of_folder.owner, of_folder.group, {}}; }

int give_access(int descriptor, const Access& access) {
  struct stat status {};
  if (::fstat(descriptor, &status) != 0) return errno;
  const bool other_owner = status.st_uid != access.owner && ::geteuid() == 0;
  const bool other_group = status.st_gid != access.group;
  const uid_t owner = other_owner ? access.owner : static_cast<uid_t>(-1);
  if ((other_owner || other_group) && ::fchown(descriptor, owner, access.group) != 0) return errno;
  if (access.list)
    if (const int error = give_list(descriptor, *access.list)) return error;
  if (::fstat(descriptor, &status) != 0) return errno;
  if ((status.st_mode & permissions) == access.mode) return 0;
  return ::fchmod(descriptor, access.mode) == 0 ? 0 : errno;
}

}  // namespace escalate

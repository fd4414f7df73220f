#pragma once

#include <sys/types.h>

#include <optional>
#include <string>

namespace escalate {

/// Who may do what with a file: its mode, owner, group and access list. Cases are about children, so a file written in
/// the place of another must be readable by exactly the same people.
struct Access {
  mode_t mode = 0;  ///< permission bits, with set-group-id for folders
  uid_t owner = 0;
  gid_t group = 0;
  std::optional<std::string> list;  ///< POSIX access list as the system stores it, empty for none; absent: not touched
};

/// Reads the access of an open file, its access list included. Returns 0, or the system's error.
int read_access(int descriptor, Access& access);

/// Returns what a new file in a folder with this access gets: no right to execute, what access list it inherited.
Access for_new_file(const Access& of_folder);

/// Gives `access` to an open file, whatever the umask; the owner too where that is allowed (to root).
/// Returns 0, or the system's error, and then the file may have any part of it.
int give_access(int descriptor, const Access& access);

}  // namespace escalate

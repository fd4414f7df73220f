#pragma once

#include <sys/stat.h>

#include <cstdint>

namespace escalate {

/// What tells one state of a file from a later one without reading it: an editor's change alters at least one of these.
struct Version {
  std::uint64_t device = 0;
  std::uint64_t inode = 0;
  std::int64_t size = 0;      ///< in bytes
  std::int64_t modified = 0;  ///< in nanoseconds since 1970; a program can set this back
  std::int64_t changed = 0;   ///< in nanoseconds since 1970, also of mode and name; no program can set this back

  bool operator==(const Version&) const = default;
};

/// Returns the version that the system's answer about a file describes.
Version version_of(const struct stat& status);

}  // namespace escalate

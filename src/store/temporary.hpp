#pragma once

#include <string>
#include <string_view>

#include "store/descriptor.hpp"

namespace escalate {

/// Something new under a hidden name (`.escalate-3f9c02d1a4b7e688.tmp`), for its owner alone to read, and removed at
/// the end of its life unless it took the place it was made for. It is locked meanwhile, so that nobody takes it for
/// what a killed writer left.
class Temporary {
 public:
  enum class Kind { file, folder };

  /// Makes it in the open folder `folder`, which must stay open; see `error`.
  Temporary(int folder, Kind kind);
  Temporary(const Temporary&) = delete;
  Temporary& operator=(const Temporary&) = delete;
  ~Temporary();

  /// Returns 0, or the system's error when it could not be made.
  int error() const { return m_error; }
  Descriptor& opened() { return m_opened; }
  const char* name() const { return m_name.c_str(); }
  /// Says that nothing stands under the hidden name any more.
  void took_its_place() { m_exists = false; }

 private:
  int make();

  int m_folder;
  Kind m_kind;
  std::string m_name;
  bool m_exists = false;
  Descriptor m_opened;
  Descriptor m_guard;  ///< holds the lock where `opened` is closed early
  int m_error;
};

/// Says whether a file or folder of this name can only be such a temporary.
bool is_temporary(std::string_view name);

/// Removes the temporary file or empty folder `name` from the open folder, unless its writer is alive; what cannot be
/// removed stays.
void remove_leftover(int folder, const char* name);

}  // namespace escalate

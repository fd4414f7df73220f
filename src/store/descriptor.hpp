#pragma once

#include <cerrno>
#include <string_view>
#include <utility>

namespace escalate {

/// An open file or folder, closed at the end of its life.
class Descriptor {
 public:
  explicit Descriptor(int number = -1) : m_number(number) {}
  Descriptor(Descriptor&& other) noexcept : m_number(std::exchange(other.m_number, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(m_number, other.m_number);
    return *this;
  }
  ~Descriptor() { close(); }

  int number() const { return m_number; }
  bool is_open() const { return m_number >= 0; }
  /// Closes it now. Returns 0, or the system's error: some file systems report a failed write only here.
  int close();

 private:
  int m_number;
};

/// Repeats a system call for as long as a signal interrupts it.
template <typename Call>
auto uninterrupted(Call call) {
  for (;;) {
    const auto result = call();
    if (result != -1 || errno != EINTR) return result;
  }
}

// The functions below return 0, or the system's error (errno(3)).

/// Writes all of `bytes`, however many calls that takes; waits where the reader of a non-blocking pipe is slow.
int write_all(int descriptor, std::string_view bytes);
/// Returns when the file's bytes are on the disk.
int sync_file(int descriptor);
/// Returns when the folder's names are on the disk, or its file system has no such call.
int sync_folder(int descriptor);
/// Waits until a non-blocking `descriptor` has something to read, or room to write (`POLLIN`, `POLLOUT`).
void wait_until_ready(int descriptor, short event);

}  // namespace escalate

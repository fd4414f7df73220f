#include "store/descriptor.hpp"

#include <poll.h>
#include <unistd.h>

namespace escalate {

int Descriptor::close() {
  if (m_number < 0) return 0;
  // Linux frees the number even when a signal interrupts the call: closing again could close somebody else's file.
  const int result = ::close(std::exchange(m_number, -1));
  return result == 0 || errno == EINTR ? 0 : errno;
}

void wait_until_ready(int descriptor, short event) {
  pollfd waiting{descriptor, event, 0};
  uninterrupted([&] { return ::poll(&waiting, 1, -1); });
}

int write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = uninterrupted([&] { return ::write(descriptor, bytes.data(), bytes.size()); });
    if (written >= 0)
      bytes.remove_prefix(static_cast<std::size_t>(written));
    else if (errno == EAGAIN)
      wait_until_ready(descriptor, POLLOUT);
    else
      return errno;
  }
  return 0;
}

int sync_file(int descriptor) {
  return uninterrupted([&] { return ::fsync(descriptor); }) == 0 ? 0 : errno;
}

int sync_folder(int descriptor) {
  const int error = sync_file(descriptor);
  const bool unknown_there = error == EINVAL || error == ENOTSUP || error == ENOSYS;
  return unknown_there ? 0 : error;
}

}  // namespace escalate

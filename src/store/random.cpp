#include "store/random.hpp"

#include <sys/random.h>

#include <system_error>

#include "store/descriptor.hpp"

namespace escalate {

std::vector<unsigned char> random_bytes(std::size_t count) {
  std::vector<unsigned char> bytes(count);
  for (std::size_t filled = 0; filled < count;) {
    const ssize_t got = uninterrupted([&] { return ::getrandom(bytes.data() + filled, count - filled, 0); });
    if (got < 0) throw std::system_error(errno, std::generic_category(), "getrandom");
    filled += static_cast<std::size_t>(got);
  }
  return bytes;
}

}  // namespace escalate

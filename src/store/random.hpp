#pragma once

#include <cstddef>
#include <vector>

namespace escalate {

/// Returns `count` bytes from the system's generator; throws std::system_error where there is none.
std::vector<unsigned char> random_bytes(std::size_t count);

}  // namespace escalate

#pragma once

#include <string>

namespace escalate {

/// Returns a system's error (errno(3)) in plain words, with the system's own where they say more.
std::string why(int error);

/// Returns what to do about a failure to write, or an empty text.
std::string cure_for_writing(int error);

}  // namespace escalate

#pragma once

#include <string_view>

namespace escalate {

/// The version of the program, the same as the project's in CMakeLists.txt.
inline constexpr std::string_view program_version = "0.1.0";

}  // namespace escalate

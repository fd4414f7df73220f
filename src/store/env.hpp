#pragma once

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace escalate {

/// The world outside, one door: the clock's reading, the streams, the environment. A test fills it from memory.
struct Env {
  std::chrono::sys_seconds now{};             ///< read once by `main`, or `--now`
  std::function<void(std::string_view)> out;  ///< standard output, held back until the end of the command
  std::function<void(std::string_view)> err;  ///< standard error, written at once
  /// The whole of standard input; fails with `usage` when it cannot be read or holds more than `most` bytes.
  std::function<Result<std::string>(std::size_t most)> read_input;
  /// The next line of standard input without its line end, or nothing at the end; fails as `read_input` does.
  std::function<Result<std::optional<std::string>>(std::size_t most)> read_line;
  bool input_is_terminal = false;
  bool output_is_terminal = false;
  bool error_is_terminal = false;
  std::function<std::optional<std::string>(const char* name)> variable;  ///< of the environment
  std::filesystem::path program;            ///< the running program's own file; empty where the system does not tell
  std::filesystem::path working_directory;  ///< absolute; empty when it no longer exists
  std::function<std::vector<unsigned char>(std::size_t count)> random;  ///< bytes from the system's generator
};

}  // namespace escalate

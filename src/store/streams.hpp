#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "store/env.hpp"

namespace escalate {

/// To be called before anything else: gives descriptors 0 to 2 that were closed to /dev/null, so that no file opened
/// later can be taken for a stream (input is then not readable and output not writable, which their users report);
/// lets a broken pipe end the program as usual (141), and a limit on file sizes fail the write instead.
void guard_descriptors();

/// Standard output, held back until `flush`, so that a command that fails has printed nothing by halves.
class OutputBuffer {
 public:
  explicit OutputBuffer(int descriptor = 1) : m_descriptor(descriptor) {}
  OutputBuffer(const OutputBuffer&) = delete;
  OutputBuffer& operator=(const OutputBuffer&) = delete;

  void write(std::string_view text) { m_held += text; }
  /// Writes what is held. Fails with `cannot_write` when it did not all arrive, now or in an earlier flush;
  /// never when there was nothing to write.
  Result<void> flush();

 private:
  int m_descriptor;
  int m_error = 0;
  std::string m_held;
};

/// Reads `descriptor` to its end. Fails with `usage` when it cannot be read or holds more than `most` bytes.
Result<std::string> read_stream(int descriptor, std::size_t most);

/// Reads one line of at most `most` bytes, byte by byte, so that what follows is left for the next reader. Returns it
/// without its line end; nothing at the end of the input. Fails as `read_stream` does.
Result<std::optional<std::string>> read_stream_line(int descriptor, std::size_t most);

/// Returns the real world: descriptors 0 to 2, `output` before its flush, the process's environment and folder.
Env system_env(std::chrono::sys_seconds now, OutputBuffer& output);

}  // namespace escalate

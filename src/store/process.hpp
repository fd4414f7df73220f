#pragma once

#include <sys/types.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "store/descriptor.hpp"

namespace escalate {

/// A program to run: its name, found in PATH, and its words; its whole environment, `NAME=VALUE` each.
struct Program {
  std::vector<std::string> words;
  std::vector<std::string> environment;
};

/// How a program ended, and what it wrote; of each stream at most 256 MiB is kept.
struct Ended {
  int code = 0;  ///< or 128 and the signal that ended it
  std::string out;
  std::string err;
};

/// Runs a program without a shell, with nothing on its standard input, until it ends; whoever it leaves behind is not
/// waited for. Fails with `cannot_write` where it cannot be started.
Result<Ended> run_program(const Program& program);

/// A program that is asked and answers, line by line or by so many bytes. Its standard error goes nowhere.
class Conversation {
 public:
  static Result<Conversation> begin(const Program& program);
  Conversation(Conversation&& other) noexcept;
  Conversation& operator=(Conversation&&) = delete;
  ~Conversation();

  /// Sends `text`. Returns whether it could.
  bool say(std::string_view text);
  /// Returns the next line without its end; nothing when the program has ended.
  std::optional<std::string> line();
  /// Returns the next `count` bytes; fewer when the program has ended.
  std::string bytes(std::size_t count);

 private:
  Conversation(pid_t child, Descriptor stream) : m_child(child), m_stream(std::move(stream)) {}
  bool read_more();

  pid_t m_child;
  Descriptor m_stream;
  std::string m_read;
  std::size_t m_taken = 0;  ///< of `m_read`
};

}  // namespace escalate

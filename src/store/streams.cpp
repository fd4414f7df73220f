#include "store/streams.hpp"

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <system_error>

#include "store/descriptor.hpp"
#include "store/random.hpp"
#include "store/system_error.hpp"

namespace escalate {
namespace {

/// Opened the wrong way round, so that using it fails as it would have done closed.
void open_if_closed(int descriptor, int flags) {
  if (::fcntl(descriptor, F_GETFD) != -1 || errno != EBADF) return;
  // The lowest free number is `descriptor`, since those below it are open.
  if (::open("/dev/null", flags) < 0) static_cast<void>(::open("/", O_PATH));
}

void default_broken_pipe() {
  std::signal(SIGPIPE, SIG_DFL);
  sigset_t broken_pipe;
  sigemptyset(&broken_pipe);
  sigaddset(&broken_pipe, SIGPIPE);
  ::sigprocmask(SIG_UNBLOCK, &broken_pipe, nullptr);
}

/// Some file systems report a failed write only on closing; closing a copy leaves the stream open.
int error_on_closing(int descriptor) {
  Descriptor copy(::fcntl(descriptor, F_DUPFD_CLOEXEC, 3));
  return copy.close();
}

std::string why_stream(int error) { return error == EBADF ? "it is closed" : why(error); }

tl::unexpected<Failure> unreadable(int error) {
  return fail(ExitCode::usage, "cannot read standard input: " + why_stream(error));
}

tl::unexpected<Failure> too_long(const char* what, std::size_t most) {
  return fail(ExitCode::usage, std::string(what) + " is longer than " + std::to_string(most) + " bytes",
              "give a shorter text; nothing was done");
}

/// Reads up to `room` bytes onto the end of `bytes`; returns how many, 0 at the end of the input.
Result<std::size_t> read_some(int descriptor, std::string& bytes, std::size_t room) {
  const std::size_t held = bytes.size();
  bytes.resize(held + room);
  for (;;) {
    const ssize_t got = uninterrupted([&] { return ::read(descriptor, bytes.data() + held, room); });
    if (got < 0 && errno == EAGAIN) {
      wait_until_ready(descriptor, POLLIN);
      continue;
    }
    if (got < 0) return unreadable(errno);
    bytes.resize(held + static_cast<std::size_t>(got));
    return static_cast<std::size_t>(got);
  }
}

std::optional<std::string> environment_variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::nullopt : std::optional<std::string>(value);
}

}  // namespace

void guard_descriptors() {
  open_if_closed(STDIN_FILENO, O_WRONLY);
  open_if_closed(STDOUT_FILENO, O_RDONLY);
  open_if_closed(STDERR_FILENO, O_WRONLY);
  default_broken_pipe();
  std::signal(SIGXFSZ, SIG_IGN);
}

Result<void> OutputBuffer::flush() {
  if (m_error == 0 && !m_held.empty()) {
    m_error = write_all(m_descriptor, m_held);
    if (m_error == 0) m_error = error_on_closing(m_descriptor);
  }
  m_held.clear();
  if (m_error == 0) return {};
  return fail(ExitCode::cannot_write, "cannot write to standard output: " + why_stream(m_error),
              "the answer was not shown in full; what was recorded stays recorded");
}

Result<std::string> read_stream(int descriptor, std::size_t most) {
  constexpr std::size_t step = 65536;
  std::string bytes;
  while (TRY(read_some(descriptor, bytes, step)) > 0)
    if (bytes.size() > most) return too_long("standard input", most);
  return bytes;
}

Result<std::optional<std::string>> read_stream_line(int descriptor, std::size_t most) {
  std::string line;
  while (TRY(read_some(descriptor, line, 1)) > 0) {
    if (line.back() == '\n') {
      line.pop_back();
      return line;
    }
    if (line.size() > most) return too_long("a line of standard input", most);
  }
  return line.empty() ? std::nullopt : std::optional<std::string>(std::move(line));
}

Env system_env(std::chrono::sys_seconds now, OutputBuffer& output) {
  Env env;
  env.now = now;
  env.out = [&output](std::string_view text) { output.write(text); };
  // There is nowhere left to say that standard error failed.
  env.err = [](std::string_view text) { static_cast<void>(write_all(STDERR_FILENO, text)); };
  env.read_input = [](std::size_t most) { return read_stream(STDIN_FILENO, most); };
  env.read_line = [](std::size_t most) { return read_stream_line(STDIN_FILENO, most); };
  env.input_is_terminal = ::isatty(STDIN_FILENO) == 1;
  env.output_is_terminal = ::isatty(STDOUT_FILENO) == 1;
  env.error_is_terminal = ::isatty(STDERR_FILENO) == 1;
  env.variable = environment_variable;
  std::error_code gone;
  env.program = std::filesystem::read_symlink("/proc/self/exe", gone);
  env.working_directory = std::filesystem::current_path(gone);
  env.random = random_bytes;
  return env;
}

}  // namespace escalate

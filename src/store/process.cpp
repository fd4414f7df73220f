#include "store/process.hpp"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <filesystem>

#include "store/system_error.hpp"

namespace escalate {
namespace {

constexpr std::size_t most_kept = std::size_t{1} << 28;  // of a list of millions of commits

std::vector<char*> pointers_to(const std::vector<std::string>& texts) {
  std::vector<char*> pointers;
  for (const std::string& text : texts) pointers.push_back(const_cast<char*>(text.c_str()));
  pointers.push_back(nullptr);
  return pointers;
}

/// Returns where PATH has a program; empty where nothing there can be run. What is no absolute folder of PATH, such as
/// an empty one, is passed over: it means the folder one stands in, and what lies there may come from a stranger.
std::string found_in_path(const std::string& name) {
  if (name.find('/') != std::string::npos) return name;
  const char* set = std::getenv("PATH");
  const std::string path = set ? set : "/usr/bin:/bin";
  for (std::size_t start = 0, end = 0; start < path.size(); start = end + 1) {
    end = std::min(path.find(':', start), path.size());
    const std::string file = path.substr(start, end - start) + "/" + name;
    std::error_code error;
    if (path[start] == '/' && std::filesystem::is_regular_file(file, error) && ::access(file.c_str(), X_OK) == 0)
      return file;
  }
  return {};
}

/// What a new program's descriptors 0 to 2 are; -1 is /dev/null.
using Streams = std::array<int, 3>;

/// Starts a program; returns its number, or the negative of the system's error. Signals are as they were at login.
pid_t spawn(const Program& program, const Streams& streams) {
  const std::string file = found_in_path(program.words.front());
  if (file.empty()) return -ENOENT;
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  posix_spawn_file_actions_init(&actions);
  posix_spawnattr_init(&attributes);
  for (int number = 0; number < 3; ++number) {
    const int from = streams[static_cast<std::size_t>(number)];
    if (from < 0)
      posix_spawn_file_actions_addopen(&actions, number, "/dev/null", number == 0 ? O_RDONLY : O_WRONLY, 0);
    else
      posix_spawn_file_actions_adddup2(&actions, from, number);
  }
  sigset_t usual;
  sigemptyset(&usual);
  sigaddset(&usual, SIGPIPE);
  sigaddset(&usual, SIGXFSZ);
  posix_spawnattr_setsigdefault(&attributes, &usual);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
  const auto words = pointers_to(program.words);
  const auto environment = pointers_to(program.environment);
  pid_t child = 0;
  const int error = ::posix_spawn(&child, file.c_str(), &actions, &attributes, words.data(), environment.data());
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&actions);
  return error == 0 ? child : -error;
}

tl::unexpected<Failure> cannot_start(const Program& program, int error) {
  return fail(ExitCode::cannot_write, "cannot run '" + program.words.front() + "': " + why(error),
              error == ENOENT ? "install it: sudo apt-get install " + program.words.front() : "");
}

int code_of(int status) { return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status); }

/// One stream of a running program, read without waiting.
class Stream {
 public:
  explicit Stream(Descriptor end) : m_end(std::move(end)) { ::fcntl(m_end.number(), F_SETFL, O_NONBLOCK); }

  int number() const { return m_end.number(); }
  /// Reads what is there; closes at the end.
  void drain() {
    std::array<char, 16384> buffer{};
    while (m_end.is_open()) {
      const ssize_t got = uninterrupted([&] { return ::read(m_end.number(), buffer.data(), buffer.size()); });
      if (got < 0 && errno == EAGAIN) return;
      if (got <= 0) m_end.close();
      if (got > 0) text.append(buffer.data(), std::min(static_cast<std::size_t>(got), most_kept - text.size()));
    }
  }

  std::string text;

 private:
  Descriptor m_end;
};

struct Pipe {
  Descriptor read, write;
};

std::optional<Pipe> make_pipe() {
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) return std::nullopt;
  return Pipe{Descriptor(ends[0]), Descriptor(ends[1])};
}

/// Reads both streams until the program has ended, even where somebody it started still holds them.
int wait_for(pid_t child, Stream& out, Stream& err) {
  constexpr int pause = 50;  // milliseconds
  int status = 0;
  for (;;) {
    std::array<pollfd, 2> waiting{pollfd{out.number(), POLLIN, 0}, pollfd{err.number(), POLLIN, 0}};
    const bool open = out.number() >= 0 || err.number() >= 0;
    if (open) ::poll(waiting.data(), waiting.size(), pause);
    const pid_t ended = uninterrupted([&] { return ::waitpid(child, &status, open ? WNOHANG : 0); });
    out.drain();
    err.drain();
    if (ended != 0) return ended == child ? code_of(status) : 127;
  }
}

}  // namespace

Result<Ended> run_program(const Program& program) {
  auto out = make_pipe();
  auto err = make_pipe();
  if (!out || !err) return cannot_start(program, errno);
  const pid_t child = spawn(program, {-1, out->write.number(), err->write.number()});
  if (child < 0) return cannot_start(program, -child);
  out->write.close();
  err->write.close();
  Stream out_stream(std::move(out->read));
  Stream err_stream(std::move(err->read));
  const int code = wait_for(child, out_stream, err_stream);
  return Ended{code, std::move(out_stream.text), std::move(err_stream.text)};
}

Result<Conversation> Conversation::begin(const Program& program) {
  // A socket, not pipes: writing to one that nobody reads any more is an error there, not the end of this program.
  std::array<int, 2> ends{};
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) return cannot_start(program, errno);
  Descriptor mine(ends[0]);
  const Descriptor its(ends[1]);
  const pid_t child = spawn(program, {its.number(), its.number(), -1});
  if (child < 0) return cannot_start(program, -child);
  return Conversation(child, std::move(mine));
}

Conversation::Conversation(Conversation&& other) noexcept
    : m_child(std::exchange(other.m_child, -1)),
      m_stream(std::move(other.m_stream)),
      m_read(std::move(other.m_read)),
      m_taken(other.m_taken) {}

Conversation::~Conversation() {
  if (m_child < 0) return;
  m_stream.close();
  int status = 0;
  uninterrupted([&] { return ::waitpid(m_child, &status, 0); });
}

bool Conversation::say(std::string_view text) {
  while (!text.empty()) {
    const ssize_t sent =
        uninterrupted([&] { return ::send(m_stream.number(), text.data(), text.size(), MSG_NOSIGNAL); });
    if (sent < 0) return false;
    text.remove_prefix(static_cast<std::size_t>(sent));
  }
  return true;
}

bool Conversation::read_more() {
  std::array<char, 65536> buffer{};
  m_read.erase(0, m_taken);
  m_taken = 0;
  const ssize_t got = uninterrupted([&] { return ::read(m_stream.number(), buffer.data(), buffer.size()); });
  if (got > 0) m_read.append(buffer.data(), static_cast<std::size_t>(got));
  return got > 0;
}

std::optional<std::string> Conversation::line() {
  std::size_t end = m_read.find('\n', m_taken);
  while (end == std::string::npos) {
    if (!read_more()) return std::nullopt;
    end = m_read.find('\n', m_taken);
  }
  std::string line = m_read.substr(m_taken, end - m_taken);
  m_taken = end + 1;
  return line;
}

std::string Conversation::bytes(std::size_t count) {
  while (m_read.size() - m_taken < count && read_more()) {
  }
  std::string bytes = m_read.substr(m_taken, count);
  m_taken += bytes.size();
  return bytes;
}

}  // namespace escalate

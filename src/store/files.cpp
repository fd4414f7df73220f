#include "store/files.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <optional>
#include <thread>

#include "base/escape.hpp"
#include "store/system_error.hpp"

namespace escalate {
namespace {

/// Why one file is not read: what it is or what happened, and the cure.
struct Refusal {
  std::string text;
  std::string help;
};

template <typename T>
using Attempt = tl::expected<T, Refusal>;

tl::unexpected<Refusal> refuse(std::string text, std::string help) {
  return tl::unexpected<Refusal>(Refusal{std::move(text), std::move(help)});
}

/// What a file is that is not read, or null for a regular one.
const char* kind_of(mode_t mode) {
  switch (mode & S_IFMT) {
    case S_IFREG:
      return nullptr;
    case S_IFDIR:
      return "a folder";
    case S_IFLNK:
      return "a symbolic link";
    case S_IFIFO:
      return "a named pipe";
    case S_IFSOCK:
      return "a socket";
    default:
      return "a device";
  }
}

tl::unexpected<Refusal> refuse_kind(const char* kind) {
  return refuse(std::string("is ") + kind + ", not a file", "put the file itself there; nothing else is read");
}

/// Returns what stands at `path` that is no file, told without opening it: a device may act when it is opened, and who
/// waits to write to a pipe would be woken.
const char* kind_without_opening(const char* path) {
  struct stat status {};
  return ::lstat(path, &status) == 0 ? kind_of(status.st_mode) : nullptr;
}

/// `error` is what opening gave: for links and sockets it does not say what stands there.
tl::unexpected<Refusal> refuse_unopened(const char* path, int error) {
  if (const char* kind = kind_without_opening(path)) return refuse_kind(kind);
  const char* help = error == EACCES   ? "ask whoever keeps this folder for the right to read it"
                     : error == ENOENT ? "check its name, and the folder you are in"
                                       : "";
  return refuse("cannot be read: " + why(error), help);
}

tl::unexpected<Refusal> refuse_size(std::size_t most) {
  constexpr std::size_t mebibyte = std::size_t{1} << 20;
  const bool whole = most >= mebibyte && most % mebibyte == 0;
  return refuse(
      "is larger than " + (whole ? std::to_string(most / mebibyte) + " MiB" : std::to_string(most) + " bytes"),
      "a file that size is not what it seems to be, or should be split");
}

Attempt<struct stat> regular_file(int descriptor, std::size_t most) {
  struct stat status {};
  if (::fstat(descriptor, &status) != 0) return refuse("cannot be read: " + why(errno), {});
  if (const char* kind = kind_of(status.st_mode)) return refuse_kind(kind);
  if (status.st_size > 0 && static_cast<std::uintmax_t>(status.st_size) > most) return refuse_size(most);
  return status;
}

/// Reads to the end of the file, which may have grown past its size since that was asked for.
Attempt<std::string> read_to_end(int descriptor, std::size_t expected, std::size_t most) {
  constexpr std::size_t step = 65536;
  std::string bytes;
  bytes.reserve(expected);
  for (;;) {
    const std::size_t held = bytes.size();
    bytes.resize(held + std::min(std::max(expected - std::min(expected, held), std::size_t{1}), step));
    const ssize_t got = uninterrupted([&] { return ::read(descriptor, bytes.data() + held, bytes.size() - held); });
    if (got < 0) return refuse("cannot be read: " + why(errno), {});
    bytes.resize(held + static_cast<std::size_t>(got));
    if (got == 0) return bytes;
    if (bytes.size() > most) return refuse_size(most);
  }
}

/// The content, or nothing when the file changed while it was read.
Attempt<std::optional<FileContent>> read_once(const char* path, std::size_t most) {
  if (const char* kind = kind_without_opening(path)) return refuse_kind(kind);
  const Descriptor file = open_to_read(AT_FDCWD, path);
  if (!file.is_open()) return refuse_unopened(path, errno);
  const struct stat before = TRY(regular_file(file.number(), most));
  std::string bytes = TRY(read_to_end(file.number(), static_cast<std::size_t>(before.st_size), most));
  const struct stat after = TRY(regular_file(file.number(), most));
  if (version_of(before) != version_of(after)) return std::optional<FileContent>{};
  return FileContent{std::move(bytes), version_of(after)};
}

Attempt<FileContent> read_steady(const char* path, std::size_t most) {
  constexpr int attempts = 5;
  for (int attempt = 0; attempt < attempts; ++attempt) {
    auto content = TRY(read_once(path, most));
    if (content) return *std::move(content);
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
  return refuse("keeps changing while it is read", "close the program that is writing it, then try again");
}

}  // namespace

Descriptor open_to_read(int folder, const char* name) {
  constexpr int flags = O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC | O_NOCTTY;
  constexpr int attempts = 50;
  for (int attempt = 1;; ++attempt) {
    const int number = uninterrupted([&] { return ::openat(folder, name, flags); });
    // A file server holds a lease on the file, and is being asked for it.
    const bool leased = number < 0 && errno == EWOULDBLOCK;
    if (!leased || attempt == attempts) return Descriptor(number);
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
}

Result<FileContent> read_file(const std::filesystem::path& path, std::size_t most, std::string_view name) {
  auto content = read_steady(path.c_str(), most);
  if (content) return *std::move(content);
  const std::string file = name.empty() ? shown(path.native()) : std::string(name);
  const auto& [text, help] = content.error();
  return fail(ExitCode::data, "'" + file + "' " + text, help, {Fault{Severity::error, {file, 0, 0}, text, help, {}}});
}

}  // namespace escalate

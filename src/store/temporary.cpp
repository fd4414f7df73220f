#include "store/temporary.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <string_view>

#include "store/random.hpp"

namespace escalate {
namespace {

constexpr std::string_view beginning = ".escalate-";
constexpr std::string_view ending = ".tmp";

std::string fresh_name() {
  std::string name(beginning);
  for (const unsigned char byte : random_bytes(8)) {
    name += "0123456789abcdef"[byte >> 4];
    name += "0123456789abcdef"[byte & 0xF];
  }
  return name.append(ending);
}

void remove_any(int folder, const char* name) {
  if (::unlinkat(folder, name, 0) != 0 && errno == EISDIR) ::unlinkat(folder, name, AT_REMOVEDIR);
}

/// Locks what is open, and keeps it so for as long as the result lives. Without locks nobody else can tell.
Descriptor guard(const Descriptor& opened) {
  Descriptor copy(::fcntl(opened.number(), F_DUPFD_CLOEXEC, 3));
  static_cast<void>(::flock(copy.number(), LOCK_EX | LOCK_NB));
  return copy;
}

}  // namespace

bool is_temporary(std::string_view name) { return name.starts_with(beginning) && name.ends_with(ending); }

void remove_leftover(int folder, const char* name) {
  constexpr int flags = O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC | O_NOCTTY;
  const Descriptor opened(uninterrupted([&] { return ::openat(folder, name, flags); }));
  const bool alive = opened.is_open() && ::flock(opened.number(), LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK;
  if (!alive) remove_any(folder, name);
}

Temporary::Temporary(int folder, Kind kind) : m_folder(folder), m_kind(kind), m_error(make()) {}

int Temporary::make() {
  constexpr mode_t mine = 0600;
  constexpr mode_t my_folder = 0700;
  do {
    m_name = fresh_name();
    if (m_kind == Kind::folder && ::mkdirat(m_folder, m_name.c_str(), my_folder) != 0) continue;
    m_exists = m_kind == Kind::folder;
    const int flags = m_kind == Kind::folder ? O_RDONLY | O_DIRECTORY : O_WRONLY | O_CREAT | O_EXCL;
    m_opened = Descriptor(
        uninterrupted([&] { return ::openat(m_folder, m_name.c_str(), flags | O_NOFOLLOW | O_CLOEXEC, mine); }));
    m_exists = m_exists || m_opened.is_open();
  } while (!m_opened.is_open() && errno == EEXIST);
  if (!m_opened.is_open()) return errno;
  m_guard = guard(m_opened);
  return 0;
}

Temporary::~Temporary() {
  if (m_exists) remove_any(m_folder, m_name.c_str());
}

}  // namespace escalate

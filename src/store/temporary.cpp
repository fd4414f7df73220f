#include "store/temporary.hpp"

#include <fcntl.h>
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

}  // namespace

bool is_temporary(std::string_view name) { return name.starts_with(beginning) && name.ends_with(ending); }

void remove_temporary(int folder, const char* name) {
  if (::unlinkat(folder, name, 0) != 0 && errno == EISDIR) ::unlinkat(folder, name, AT_REMOVEDIR);
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
  return m_opened.is_open() ? 0 : errno;
}

Temporary::~Temporary() {
  if (m_exists) remove_temporary(m_folder, m_name.c_str());
}

}  // namespace escalate

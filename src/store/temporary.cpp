#include "store/temporary.hpp"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <memory>
#include <string_view>
#include <vector>

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

int unlink_any(int folder, const char* name) {
  const int result = ::unlinkat(folder, name, 0);
  return result != 0 && errno == EISDIR ? ::unlinkat(folder, name, AT_REMOVEDIR) : result;
}

std::vector<std::string> leftovers_in(int folder) {
  std::vector<std::string> names;
  const int copy = ::openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  const auto close_list = [](DIR* list) { ::closedir(list); };
  const std::unique_ptr<DIR, decltype(close_list)> list(copy < 0 ? nullptr : ::fdopendir(copy), close_list);
  if (!list) return names;
  while (const dirent* entry = ::readdir(list.get())) {
    const std::string_view name = entry->d_name;
    if (name.starts_with(beginning) && name.ends_with(ending)) names.emplace_back(name);
  }
  return names;
}

}  // namespace

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
  if (m_exists) unlink_any(m_folder, m_name.c_str());
}

void remove_leftovers(int folder) {
  for (const std::string& name : leftovers_in(folder)) unlink_any(folder, name.c_str());
}

}  // namespace escalate

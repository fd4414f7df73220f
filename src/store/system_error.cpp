#include "store/system_error.hpp"

#include <cerrno>
#include <system_error>

#include "base/letters.hpp"

namespace escalate {
namespace {

const char* plain_words(int error) {
  switch (error) {
    case ENOSPC:
      return "the disk is full";
    case EDQUOT:
      return "the disk quota is used up";
    case EROFS:
      return "the disk can only be read";
    case EIO:
      return "the disk failed";
    case EFBIG:
      return "a limit on the size of files is reached";
    case ENOLCK:
    case ENOTSUP:
      return "this file system cannot do that";
    default:
      return nullptr;
  }
}

}  // namespace

std::string why(int error) {
  std::string system = std::generic_category().message(error);
  if (const char* plain = plain_words(error)) return std::string(plain) + " (" + system + ")";
  system.front() = to_small(system.front());
  return system;
}

std::string cure_for_writing(int error) {
  switch (error) {
    case ENOSPC:
    case EDQUOT:
      return "make room on the disk, then run the command again";
    case EACCES:
    case EPERM:
      return "ask whoever keeps this folder for the right to write in it, then run the command again";
    case EROFS:
      return "work in a copy that can be written to";
    case EIO:
      return "the disk may be breaking: copy the folder elsewhere and tell whoever keeps this computer";
    default:
      return {};
  }
}

}  // namespace escalate

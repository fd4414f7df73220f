// Loaded before a program (LD_PRELOAD), makes one of its reads or writes short, as a full disk, a signal or a pipe may.
// ESCALATE_SHORT is "CALL NUMBER BYTES THEN FILE": the NUMBER-th `read` or `write` takes at most BYTES, and half of what it
// was given where BYTES is 0; the one after it fails with the errno THEN, unless that is 0; FILE is made to show it happened.
#include <dlfcn.h>
#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace {

struct Plan {
  char call[16] = "";
  int number = 0;
  std::size_t bytes = 0;
  int then = 0;
  char file[512] = "";
};

Plan plan() {
  Plan plan;
  const char* text = std::getenv("ESCALATE_SHORT");
  if (text != nullptr)
    std::sscanf(text, "%15s %d %zu %d %511s", plan.call, &plan.number, &plan.bytes, &plan.then, plan.file);
  return plan;
}

/// Returns how many of `count` bytes this call may take, or -1 when it must fail.
long room_for(const char* call, std::size_t count) {
  static const Plan wanted = plan();
  static int made = 0;
  if (std::strcmp(call, wanted.call) != 0) return static_cast<long>(count);
  ++made;
  if (made == wanted.number + 1 && wanted.then != 0) {
    errno = wanted.then;
    return -1;
  }
  if (made != wanted.number || count < 2) return static_cast<long>(count);
  ::close(::open(wanted.file, O_WRONLY | O_CREAT | O_CLOEXEC, 0600));
  const std::size_t room = wanted.bytes == 0 ? count / 2 : wanted.bytes;
  return static_cast<long>(room < count ? room : count);
}

}  // namespace

extern "C" ssize_t write(int descriptor, const void* bytes, std::size_t count) {
  using Write = ssize_t (*)(int, const void*, std::size_t);
  static const Write next = reinterpret_cast<Write>(::dlsym(RTLD_NEXT, "write"));
  const long room = room_for("write", count);
  return room < 0 ? -1 : next(descriptor, bytes, static_cast<std::size_t>(room));
}

extern "C" ssize_t read(int descriptor, void* bytes, std::size_t count) {
  using Read = ssize_t (*)(int, void*, std::size_t);
  static const Read next = reinterpret_cast<Read>(::dlsym(RTLD_NEXT, "read"));
  const long room = room_for("read", count);
  return room < 0 ? -1 : next(descriptor, bytes, static_cast<std::size_t>(room));
}

// A writer with one fault planted in it, to prove that the fault tests can fail: `bad_writer FAULT FILE NEW SAYS` puts
// the bytes of the file NEW in the place of FILE, as escalate would, and prints the bytes of the file SAYS. FAULT is
// one of:
//   none              does it well, and must pass
//   in-place          writes into the file itself
//   no-fsync          renames bytes that may not be on the disk yet
//   late-fsync        brings them there after the rename
//   no-folder-fsync   does not bring the new name to the disk
//   no-year-fsync     does not bring the name of a new year's folder to the disk
//   early-word        says that it was done before it was
//   ignores-errors    ends with 0 whatever failed
//   one-write         takes a short write for the whole
//   leaves-temporary  never removes one, its own or another's
//   other-mode        forgets the mode of the file
//   no-lock           takes no lock, and is slow between reading and writing
//   no-look           does not look whether somebody else changed the file meanwhile
//   no-patience       gives up at once where another writer holds the lock
// NEW may begin with "+": what follows is put behind what FILE holds.
#include <dirent.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstring>
#include <string>

namespace {

std::string g_fault;

bool has(const char* fault) { return g_fault == fault; }

/// The system's error in the words that the program has for it.
std::string why(int error) {
  switch (error) {
    case ENOSPC:
      return "the disk is full";
    case EROFS:
      return "the disk can only be read";
    case EACCES:
      return "permission denied";
    case EFBIG:
      return "a limit on the size of files is reached";
    default:
      return "it failed";
  }
}

[[noreturn]] void stop(const std::string& temporary, const std::string& text, int code = 6) {
  if (!has("leaves-temporary") && !temporary.empty()) ::unlink(temporary.c_str());
  if (has("ignores-errors")) ::_exit(0);
  static_cast<void>(::write(2, text.data(), text.size()) + 1);  // there is nowhere left to say that it failed
  ::_exit(code);
}

void must(bool held, const std::string& temporary = "") {
  if (!held) stop(temporary, why(errno) + "; nothing was changed\n");
}

void must_be_safe(bool held) {
  if (!held) stop("", "it was written, but may not be safe\n");
}

std::string content(const std::string& file) {
  std::string bytes(1 << 20, '\0');
  const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
  must(descriptor >= 0);
  std::size_t held = 0;
  for (ssize_t got = 1; got > 0; held += static_cast<std::size_t>(got)) {
    got = ::read(descriptor, bytes.data() + held, bytes.size() - held);
    must(got >= 0);
  }
  ::close(descriptor);
  return bytes.substr(0, held);
}

/// Returns whether all of it was written.
bool write_all(int descriptor, const std::string& bytes) {
  for (std::size_t done = 0; done < bytes.size();) {
    const ssize_t written = ::write(descriptor, bytes.data() + done, bytes.size() - done);
    if (written < 0) return has("ignores-errors");
    if (has("one-write")) return true;
    done += static_cast<std::size_t>(written);
  }
  return true;
}

void say(const std::string& text) {
  if (!write_all(1, text)) stop("", "it could not say what it did\n");
}

void sync_folder(const std::string& folder) {
  const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  must_be_safe(descriptor >= 0 && ::fsync(descriptor) == 0);
  ::close(descriptor);
}

/// Keeps the right to write until the end of the process; waits five seconds for it.
void lock() {
  constexpr int pause = 20000, most = 250;  // microseconds, times
  const int cases = ::open("cases", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  must(cases >= 0);
  for (int times = 0; ::flock(cases, LOCK_EX | LOCK_NB) != 0; ++times) {
    must(errno == EWOULDBLOCK || errno == EINTR);
    if (times == most || has("no-patience")) stop("", "another writes; nothing was changed\n", 5);
    ::usleep(pause);
  }
}

/// Removes what killed writers left in a folder and, to this depth, in those below.
void clear(const std::string& folder, int depth) {
  DIR* list = ::opendir(folder.c_str());
  if (list == nullptr) return;
  while (const dirent* entry = ::readdir(list)) {
    const std::string name = entry->d_name;
    const std::string path = folder + "/" + name;
    if (name.rfind(".escalate-", 0) == 0) {
      if (::unlink(path.c_str()) != 0) ::rmdir(path.c_str());
    } else if (name[0] != '.' && depth > 0 && entry->d_type == DT_DIR) {
      clear(path, depth - 1);
    }
  }
  ::closedir(list);
}

/// What stands under a name: nothing, or a file and when it was changed.
struct Version {
  bool there = false;
  ino_t node = 0;
  off_t size = 0;
  timespec changed{};

  explicit Version(const std::string& file) {
    struct stat status {};
    there = ::stat(file.c_str(), &status) == 0;
    must(there || errno == ENOENT);
    node = status.st_ino;
    size = status.st_size;
    changed = status.st_mtim;
  }

  bool operator!=(const Version& other) const {
    return there != other.there || node != other.node || size != other.size || changed.tv_sec != other.changed.tv_sec ||
           changed.tv_nsec != other.changed.tv_nsec;
  }
};

/// Brings its name to the disk even where an earlier writer made it.
void make_year(const std::string& folder) {
  if (::access(folder.c_str(), F_OK) != 0) must(::mkdir(folder.c_str(), 0755) == 0);
  const int cases = ::open("cases", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  must(cases >= 0 && (has("no-year-fsync") || ::fsync(cases) == 0));
  ::close(cases);
}

void put_beside(const std::string& folder, const std::string& file, const std::string& bytes, const Version& seen) {
  const std::string temporary = folder + "/.escalate-" + std::to_string(::getpid()) + ".tmp";
  const int made = ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  must(made >= 0);
  must(write_all(made, bytes), temporary);
  if (!has("other-mode")) must(::fchmod(made, 0644) == 0, temporary);
  if (!has("no-fsync") && !has("late-fsync")) must(::fsync(made) == 0, temporary);
  if (!has("no-lock") && !has("no-look") && Version(file) != seen)
    stop(temporary, "somebody changed it meanwhile; nothing was changed\n", 5);
  must(::rename(temporary.c_str(), file.c_str()) == 0, temporary);
  if (has("late-fsync")) must_be_safe(::fsync(made) == 0);
  ::close(made);
}

void put_in_place(const std::string& file, const std::string& bytes) {
  const int made = ::open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
  must(made >= 0);
  must(write_all(made, bytes.substr(0, bytes.size() / 2)));
  ::usleep(500);
  must(write_all(made, bytes.substr(bytes.size() / 2)));
  must_be_safe(::fsync(made) == 0);
  ::close(made);
}

}  // namespace

int main(int, char** words) {
  static_cast<void>(::fcntl(0, F_GETFD));  // where the tests see that main has begun
  std::signal(SIGXFSZ, SIG_IGN);
  g_fault = words[1];
  const std::string file = words[2];
  const std::string folder = file.substr(0, file.rfind('/'));
  if (!has("no-lock")) lock();
  if (!has("leaves-temporary")) clear(".", 2);
  const Version seen(file);
  std::string bytes = content(words[3]);
  const std::string says = content(words[4]);
  if (bytes.rfind("+", 0) == 0) bytes = content(file) + bytes.substr(1);  // text to add
  if (has("no-lock")) ::usleep(2000);
  make_year(folder);
  if (has("early-word")) say(says);
  if (has("in-place"))
    put_in_place(file, bytes);
  else
    put_beside(folder, file, bytes, seen);
  if (!has("no-folder-fsync")) sync_folder(folder);
  if (!has("early-word")) say(says);
  return 0;
}

#include "store/exposure.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <system_error>
#include <vector>

namespace escalate {
namespace {

namespace fs = std::filesystem;

/// What others must not do: of records neither, of the rest only change it.
enum class Secret { yes, no };

/// What others can do with something.
struct Use {
  bool read = false;
  bool change = false;
};

/// Returns what the mode bits let others do that they must not. In a sticky folder they can only add.
Use use_of(mode_t mode, Secret secret) {
  const bool sticky = S_ISDIR(mode) && (mode & S_ISVTX) != 0;
  const mode_t reading = S_ISDIR(mode) ? S_IROTH | S_IXOTH : S_IROTH;
  return {secret == Secret::yes && (mode & reading) != 0, (mode & S_IWOTH) != 0 && !sticky};
}

class Look {
 public:
  explicit Look(const Workspace& workspace) : m_workspace(workspace) {}

  /// Looks at `below` and, where others can enter it, at all that is in it and more open than `told` already.
  void at(const fs::path& below, Secret secret, const std::string& cure, Use told = {}) {
    struct stat status {};
    if (!is_kept(below, status)) return;
    const Use use = use_of(status.st_mode, secret);
    if ((use.read && !told.read) || (use.change && !told.change)) tell(below, use, cure);
    if (!S_ISDIR(status.st_mode) || (status.st_mode & S_IXOTH) == 0) return;
    const Use known{told.read || use.read, told.change || use.change};
    for (const fs::path& name : names_in(below)) at(below / name, secret, cure, known);
  }

  /// Looks at `below` alone.
  void at_itself(const fs::path& below, const std::string& cure) {
    struct stat status {};
    if (!is_kept(below, status)) return;
    if (const Use use = use_of(status.st_mode, Secret::no); use.change) tell(below, use, cure);
  }

  Faults found;

 private:
  bool is_kept(const fs::path& below, struct stat& status) const {
    return ::lstat(file_in(m_workspace, below).path.c_str(), &status) == 0 &&
           (S_ISDIR(status.st_mode) || S_ISREG(status.st_mode));
  }

  void tell(const fs::path& below, Use use, const std::string& cure) {
    const std::string what = use.change && use.read ? "read and change" : use.change ? "change" : "read";
    const std::string name = file_in(m_workspace, below).shown;
    const bool folder = fs::is_directory(m_workspace.root / below);
    found.push_back({Severity::warning,
                     {name.empty() ? "." : name, 0, 0},
                     "every user of this computer can " + what + (folder ? " what is in it" : " it"),
                     cure,
                     {}});
  }

  std::vector<fs::path> names_in(const fs::path& below) const {
    std::vector<fs::path> names;
    std::error_code error;
    fs::directory_iterator entry(m_workspace.root / below, error);
    for (; !error && entry != fs::directory_iterator(); entry.increment(error))
      if (entry->path().filename().native().front() != '.') names.push_back(entry->path().filename());
    std::sort(names.begin(), names.end());
    return names;
  }

  const Workspace& m_workspace;
};

}  // namespace

std::string in_shell_quotes(const std::string& name) {
  const bool plain = std::all_of(name.begin(), name.end(), [](unsigned char letter) {
    return std::isalnum(letter) || letter == '/' || letter == '.' || letter == '-' || letter == '_' || letter >= 0x80;
  });
  if (plain && !name.empty() && name.front() != '-') return name;
  std::string quoted = "'";
  for (const char letter : name) quoted += letter == '\'' ? "'\\''" : std::string(1, letter);
  return quoted + "'";
}

Faults open_to_others(const Workspace& workspace) {
  Look look(workspace);
  const auto cure = [&](const char* folder, const char* bits) {
    return "to keep others out: chmod -R " + std::string(bits) + " " +
           in_shell_quotes(file_in(workspace, folder).shown);
  };
  const std::string root = workspace.prefix.empty() ? "." : workspace.prefix;
  look.at_itself("", "to keep others out: chmod o-w " + in_shell_quotes(root));
  look.at("cases", Secret::yes, cure("cases", "o-rwx"));
  look.at("policies", Secret::no, cure("policies", "o-w"));
  look.at_itself("escalate.yaml", "to keep others out: chmod o-w " + in_shell_quotes(settings_file(workspace).shown));
  return std::move(look.found);
}

}  // namespace escalate

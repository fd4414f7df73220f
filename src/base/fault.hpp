#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace escalate {

/// How the program ends (DESIGN.md section 7). No other code leaves it, 141 for a broken pipe excepted.
enum class ExitCode : int {
  ok = 0,            ///< done, or nothing to report
  found = 1,         ///< found, only where asked for
  usage = 2,         ///< words of the program, or a value that cannot be read
  data = 3,          ///< bad or incomplete data; the rest was still printed
  refused = 4,       ///< no such case, ambiguous id, nonsense step
  busy = 5,          ///< another writer holds the lock, or changed the file
  cannot_write = 6,  ///< disk, permission, standard output closed or full
  bug = 70
};

/// Where something stands in a file. Line and column count characters from 1; 0 means the whole file.
struct Place {
  std::string file;
  int line = 0;
  int column = 0;
};

enum class Severity { error, warning };

/// Something wrong in a file: what was read, what was expected, and what to do about it.
struct Fault {
  Severity severity = Severity::error;
  Place place;
  std::string text;     ///< lower case, the word read in single quotes
  std::string help;     ///< the cure, may be empty
  std::string excerpt;  ///< the line at `place`, without its line end; may be empty
};

using Faults = std::vector<Fault>;

/// Returns whether any of `faults` is an error rather than a warning.
bool any_error(const Faults& faults);

/// Why something could not be done: the message, its cure, the exit code, and the file faults behind it, if any.
struct Failure {
  ExitCode code = ExitCode::refused;
  std::string text;
  std::string help;
  Faults faults;
};

}  // namespace escalate

#pragma once

#include <string>
#include <vector>

#include "render/envelope.hpp"

namespace escalate {

/// What `policy check` found in one file.
struct CheckedFile {
  enum class Kind { policy, calendar, settings };
  Kind kind = Kind::policy;
  std::string id;       ///< the file's name without folder and ending
  std::string file;     ///< as messages name it
  Faults faults;        ///< in file order
  std::string against;  ///< the document whose text was searched for the quotations, safe to print; empty: none was
  std::size_t quotations_missing = 0;
};

/// Returns a line a file: how many faults and warnings it has.
std::string policy_check_text(const std::vector<CheckedFile>& files);
/// Returns `policies`, `calendars` and `settings`, each file with its numbers; all faults are in the envelope.
std::string policy_check_json(const std::vector<CheckedFile>& files, const Envelope& envelope);

/// Adds `policies`, `calendars` and `settings` to `json`, each file with its numbers.
void add_checked_files(const std::vector<CheckedFile>& files, Json& json);

}  // namespace escalate

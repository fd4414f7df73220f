#pragma once

#include <optional>
#include <string>
#include <vector>

#include "render/policy_check.hpp"

namespace escalate {

/// What `check` found in one case file.
struct CheckedCase {
  std::string id;
  std::string file;  ///< as messages name it
  Faults faults;
};

/// What `check` read and found.
struct CheckReport {
  std::vector<CheckedFile> files;  ///< policies, calendars and the settings
  std::vector<CheckedCase> cases;
  Faults problems;                     ///< all of them, each once, errors first
  bool complete = true;                ///< every case has dates
  std::optional<std::size_t> commits;  ///< of the history, where it was asked for
};

/// Returns every problem as people read it; what is wrong alike in several places is told once, with the other places.
std::string problems_of_check(const CheckReport& report);

/// Returns the last line: what was read and how much was found.
std::string text_of_check(const CheckReport& report);

/// Returns `errors`, `warnings`, and `cases`, `policies`, `calendars` and `settings`, each file with its numbers; all
/// problems are in the envelope.
std::string json_of_check(const CheckReport& report, Instant now);

}  // namespace escalate

#pragma once

#include <string>
#include <vector>

#include "engine/outlook.hpp"

namespace escalate {

/// What a writing command did.
struct Written {
  const Outlook* before = nullptr;  ///< null for a case just opened
  const Outlook* after = nullptr;
  std::vector<Event> events;
  bool dry_run = false;
  Faults problems;
  bool id_drawn_later = false;  ///< the case has no id yet
};

/// Returns what was done, the due in words, what the policy now asks for, and the urgent notice when a mark calls for
/// it.
std::string text_of_written(const Written& written);

/// Returns `case event events due` after the envelope; `event` is the last, null with `--dry-run`.
std::string json_of_written(const Written& written);

}  // namespace escalate

#pragma once

#include <string>
#include <vector>

#include "policy/settings.hpp"
#include "render/envelope.hpp"

namespace escalate {

/// What `init` did with a file: made it; found it as it would be; found another, which is the user's own business, or
/// which should be what comes with the program.
struct FileOfWorkspace {
  enum class State { added, same, kept, differs };
  std::string below;  ///< its path from the root
  State state = State::added;
};

/// What `init` made, or found.
struct Initiated {
  std::string folder;      ///< what messages call it
  std::string go_to;       ///< as typed, to go there; empty where one stands in it
  bool again = false;      ///< it was a workspace with settings before
  bool is_private = true;  ///< its owner alone may open `cases/`
  std::vector<FileOfWorkspace> files;
  Settings settings;                  ///< as they stand now
  std::vector<std::string> git = {};  ///< what was done so that git merges cases, a sentence each
};

/// Returns what there is now, and what to type next.
std::string text_of_init(const Initiated& initiated);
std::string json_of_init(const Initiated& initiated, const Envelope& envelope);

}  // namespace escalate

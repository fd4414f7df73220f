#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>

namespace escalate {

/// One event of some version of a case. Where the version could not be read only its id is known.
struct HeldEvent {
  std::string canonical;  ///< what it says; empty where that is not known
  std::string words;      ///< what people call it, without the words of a user
  bool sealed = false;
};

/// The events that a version of a case file holds, by id.
struct HeldEvents {
  std::string case_id;  ///< empty where none can be made out
  std::map<std::string, HeldEvent> events;
  std::set<std::string> corrected;  ///< events that counting corrections name
};

/// Reads them whatever state the file is in: of one that no dates may be told from the ids are looked for in its lines.
HeldEvents held_events(std::string_view bytes);

}  // namespace escalate

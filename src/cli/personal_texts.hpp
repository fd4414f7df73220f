#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"
#include "casefile/event.hpp"
#include "cli/options.hpp"

namespace escalate {

/// Looks for personal details in what is about to be written (SEMANTICS.md 5, `allow-personal`). Of what it finds it
/// tells the kind and where, never the value.
class PersonalTexts {
 public:
  explicit PersonalTexts(const WritingOptions& writing) : m_writing(writing) {}

  /// Looks at an event before it is sealed. With `--allow-personal` it notes in the event what kinds are in it;
  /// without, it fails with `refused` for a number that its check digit proves, and warns of the rest.
  Result<void> look_at(Event& event);

  /// Returns one warning that names each kind and place once; none where nothing was found.
  Faults warnings() const;

 private:
  const WritingOptions& m_writing;
  std::vector<std::string> m_seen;  ///< `a name (--concern)`
};

}  // namespace escalate

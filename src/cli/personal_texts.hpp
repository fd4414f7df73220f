#pragma once

#include <string>
#include <vector>

#include "base/personal_kind.hpp"
#include "base/result.hpp"
#include "casefile/event.hpp"
#include "cli/options.hpp"

namespace escalate {

/// Returns `--concern holds an NHS number`, which its check digit proves; `place` may also be `the note`.
std::string proven_detail(PersonalKind kind, const std::string& place);

/// Returns `this seems to hold a name (--concern)`.
std::string seeming_details(const std::vector<std::string>& seen);

/// Looks for personal details in what is about to be written (SEMANTICS.md 5, `allow-personal`). Of what it finds it
/// tells the kind and where, never the value.
class PersonalTexts {
 public:
  explicit PersonalTexts(const WritingOptions& writing) : m_writing(writing) {}

  /// Looks at an event before it is sealed. With `--allow-personal` it notes in the event what kinds are in it;
  /// without, it fails with `refused` for a number that its check digit proves, and warns of the rest, less what was
  /// kept at its question.
  Result<void> look_at(Event& event);

  /// Returns one warning that names each kind and place once; none where nothing was found.
  Faults warnings() const;

 private:
  const WritingOptions& m_writing;
  std::vector<std::string> m_seen;  ///< `a name (--concern)`
};

}  // namespace escalate

#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/fault.hpp"
#include "base/tree.hpp"
#include "casefile/event.hpp"
#include "yaml/fields.hpp"

namespace escalate {

/// Reads one event of a case file (SEMANTICS.md 5); its seal is not looked at. Returns nothing when it added an error.
std::optional<Event> read_event(const Document& document, const Node& node, Faults& faults);

/// Returns whether `corrected` may not replace `key` of an event: what an event is, and how it was written down.
bool is_fixed_key(std::string_view key);

enum class Need { required, optional };

/// The keys of one event being read; what is absent or faulty reads as empty.
struct EventFields {
  const Document& document;
  Faults& faults;
  Fields fields;

  /// Returns the text of `key`.
  std::string text(std::string_view key, Need need);
  /// Returns the id in `key`: of a stage, a duty, a policy, ...
  std::string id(std::string_view key, Need need);
  /// Returns the id of an event, or the digest of a policy, in `key`.
  std::string seal(std::string_view key, Need need);
  /// Returns the time in `key`.
  std::optional<Stamp> stamp(std::string_view key, Need need);
  /// Returns since when a mark holds, which may be `unknown`.
  Since since(const TextAt& text);
  /// Returns the map in `key` as pairs of an id and a text.
  std::vector<std::pair<std::string, TextAt>> pairs(std::string_view key);
};

/// Reads what is particular to the event called `word`, one of event_words().
Body read_body(std::string_view word, EventFields& event);

}  // namespace escalate

#include "cli/personal_texts.hpp"

#include <algorithm>

#include "base/id.hpp"
#include "base/personal.hpp"
#include "base/suggest.hpp"
#include "casefile/free_texts.hpp"
#include "yaml/event_writer.hpp"

namespace escalate {
namespace {

/// Returns how a text of an event was typed: `--concern`, `--set because`.
std::string typed_as(const std::string& key, const WritingOptions& writing) {
  if (key == "text") return "the note";
  if (key == "by" && !writing.by) return "'by' in escalate.yaml";
  const std::size_t slash = key.find('/');
  if (slash == std::string::npos) return "--" + key;
  const std::string first = key.substr(0, slash);
  return first == "instead" ? "--set " + key.substr(slash + 1) : "--" + first;
}

struct Found {
  PersonalKind kind;
  std::string place;
  bool kept;  ///< at its question
};

/// The kinds in each text of an event, in the order of the texts.
std::vector<Found> found_in(const Event& event, const WritingOptions& writing) {
  std::vector<Found> found;
  for (const FreeText& one : free_texts(node_of(event)))
    for (const PersonalDetail& detail : personal_details(one.text))
      found.push_back({detail.kind, typed_as(one.key, writing), contains(writing.kept, one.text)});
  return found;
}

void add_once(std::vector<std::string>& words, const std::string& word) {
  if (std::find(words.begin(), words.end(), word) == words.end()) words.push_back(word);
}

}  // namespace

std::string proven_detail(PersonalKind kind, const std::string& place) { return place + " holds " + name_of(kind); }

std::string seeming_details(const std::vector<std::string>& seen) { return "this seems to hold " + and_list(seen); }

Result<void> PersonalTexts::look_at(Event& event) {
  const auto found = found_in(event, m_writing);
  for (const Found& one : found) {
    if (m_writing.allow_personal)
      add_once(event.allow_personal, word_of(one.kind));
    else if (is_proven(one.kind))
      return fail(ExitCode::refused, proven_detail(one.kind, one.place),
                  "write a reference instead: what is written stays. If it must stand, add --allow-personal");
    else if (!one.kept)
      add_once(m_seen, name_of(one.kind) + " (" + one.place + ")");
  }
  return {};
}

Faults PersonalTexts::warnings() const {
  if (m_seen.empty()) return {};
  return {{Severity::warning,
           {},
           seeming_details(m_seen),
           "write references, not personal details: what is written stays. If it must stand, say so with "
           "--allow-personal",
           ""}};
}

}  // namespace escalate

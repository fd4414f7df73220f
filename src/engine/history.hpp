#pragma once

#include <string>
#include <vector>

#include "engine/outlook.hpp"

namespace escalate {

/// One value of an event that a correction replaced.
struct Replaced {
  std::string key;  ///< `at`, `raising/kind`
  std::string before;
  std::string after;  ///< either is empty where there was, or is, none
};

/// A counting correction of an event: it strikes it out, or replaces values.
struct Correction {
  const Event* by = nullptr;
  bool strikes_out = false;
  std::vector<Replaced> values;
};

/// Why an event counts, or does not.
enum class Weight {
  counts,
  struck_out,      ///< by a correction
  decided_else,    ///< a move off the chain: another copy decided otherwise
  speaks_of_gone,  ///< what it speaks of is not, or no longer, on record
};

/// One event as a chronology tells it.
struct Told {
  const Event* event = nullptr;   ///< with the values it counts with
  const Node* written = nullptr;  ///< as it stands in the file
  Weight weight = Weight::counts;
  std::vector<Correction> corrections;  ///< in causal order
  std::vector<std::string> roles;       ///< the roles of the policy that `by` acts in, where that can be told
  bool late = false;                    ///< a `was-due` of it had passed when it happened (SEMANTICS.md 16)
};

/// The story of a case. Move only: its parts point into one another, into the outlook and into the file's tree.
struct History {
  std::vector<Event> events;
  std::vector<Told> told;  ///< by when it happened, those that do not count included
  History() = default;
  History(History&&) = default;
  History& operator=(History&&) = default;
};

/// Returns the story of the case of `outlook`, whose file has the tree `root`; both must outlive it.
History history_of(const Outlook& outlook, const Node& root);

/// Returns the word of a weight for JSON: `struck-out`, `decided-otherwise`, `gone`; empty for what counts.
std::string word_of(Weight weight);

/// Returns how many days after it happened an event was written down; negative where a clock was fast.
int days_until_logged(const Event& event);

}  // namespace escalate

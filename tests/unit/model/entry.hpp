#pragma once

#include <map>
#include <string>
#include <vector>

#include "unit/model/clock.hpp"

// The record as the model keeps it: events with their keys as texts, which of them count, and in which order.
namespace escalate::model {

/// An event. `keys` are those of SEMANTICS 5 by their names, times as texts; the values a correction puts in place
/// stand under `instead/KEY`, the marks of an opening under `marks/MARK`.
struct Entry {
  std::string id;
  std::string kind;
  When at;
  std::vector<std::string> after;
  std::map<std::string, std::string> keys;

  std::string key(const std::string& name) const;
};

using Entries = std::vector<Entry>;

bool is_position(const Entry& entry);
/// Returns every entry `id` follows, directly or not.
std::vector<std::string> ancestors_of(const Entries& entries, const std::string& id);
/// Returns the ids that no other entry follows.
std::vector<std::string> newest(const Entries& entries);
/// Returns whether an event counts: unless a counting correction without other values names it (SEMANTICS 7).
bool counts(const Entries& entries, const std::string& id);
/// Returns the counting events, with the values they count with, parents first, then by `at`, then by id (SEMANTICS 8).
Entries counting(const Entries& entries);

}  // namespace escalate::model

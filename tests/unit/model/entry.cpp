#include "unit/model/entry.hpp"

#include <algorithm>
#include <set>

namespace escalate::model {
namespace {

const Entry* find(const Entries& entries, const std::string& id) {
  for (const Entry& entry : entries)
    if (entry.id == id) return &entry;
  return nullptr;
}

bool has_other_values(const Entry& correction) {
  return std::any_of(correction.keys.begin(), correction.keys.end(),
                     [](const auto& key) { return key.first.starts_with("instead/"); });
}

Entries in_causal_order(Entries left) {
  Entries ordered;
  std::set<std::string> placed;
  while (!left.empty()) {
    auto next = left.end();
    for (auto one = left.begin(); one != left.end(); ++one) {
      const bool ready =
          std::all_of(one->after.begin(), one->after.end(), [&](const auto& id) { return placed.count(id) > 0; });
      if (!ready) continue;
      const bool first = next == left.end() || order_of(one->at) < order_of(next->at) ||
                         (order_of(one->at) == order_of(next->at) && one->id < next->id);
      if (first) next = one;
    }
    placed.insert(next->id);
    ordered.push_back(*next);
    left.erase(next);
  }
  return ordered;
}

void put_in_place(Entry& entry, const Entry& correction) {
  const std::string prefix = "instead/";
  for (const auto& [key, value] : correction.keys) {
    if (!key.starts_with(prefix)) continue;
    if (key == "instead/at")
      entry.at = when_of(value);
    else if (value.empty())
      entry.keys.erase(key.substr(prefix.size()));
    else
      entry.keys[key.substr(prefix.size())] = value;
  }
}

}  // namespace

std::string Entry::key(const std::string& name) const {
  const auto found = keys.find(name);
  return found == keys.end() ? "" : found->second;
}

bool is_position(const Entry& entry) {
  const auto& kind = entry.kind;
  return kind == "opened" || kind == "advanced" || kind == "resolved" || kind == "closed" || kind == "reopened";
}

std::vector<std::string> ancestors_of(const Entries& entries, const std::string& id) {
  std::vector<std::string> found;
  std::vector<std::string> open = find(entries, id)->after;
  while (!open.empty()) {
    const std::string one = open.back();
    open.pop_back();
    if (std::find(found.begin(), found.end(), one) != found.end()) continue;
    found.push_back(one);
    const auto& after = find(entries, one)->after;
    open.insert(open.end(), after.begin(), after.end());
  }
  return found;
}

std::vector<std::string> newest(const Entries& entries) {
  std::vector<std::string> ids;
  for (const Entry& entry : entries)
    if (std::none_of(entries.begin(), entries.end(), [&](const Entry& other) {
          return std::find(other.after.begin(), other.after.end(), entry.id) != other.after.end();
        }))
      ids.push_back(entry.id);
  return ids;
}

bool counts(const Entries& entries, const std::string& id) {
  return std::none_of(entries.begin(), entries.end(), [&](const Entry& other) {
    return other.kind == "corrected" && other.key("corrects") == id && !has_other_values(other) &&
           counts(entries, other.id);
  });
}

Entries counting(const Entries& entries) {
  Entries all = in_causal_order(entries);
  Entries kept;
  for (Entry entry : all) {
    if (!counts(entries, entry.id)) continue;
    for (const Entry& other : all)
      if (other.kind == "corrected" && other.key("corrects") == entry.id && counts(entries, other.id))
        put_in_place(entry, other);
    kept.push_back(entry);
  }
  return kept;
}

}  // namespace escalate::model

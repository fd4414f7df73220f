#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace escalate {

/// Returns whether `text` is written as ids and keys are: `[a-z0-9]+(-[a-z0-9]+)*`.
bool is_id(std::string_view text);

/// Returns whether `text` is written as ids of events and digests of policies are: 16 hex digits, lower case.
bool is_seal(std::string_view text);

/// Returns whether `id` is one of `ids`.
bool contains(const std::vector<std::string>& ids, std::string_view id);

/// Returns the ids of `things` in their order.
template <typename Thing>
std::vector<std::string> ids_of(const std::vector<Thing>& things) {
  std::vector<std::string> ids;
  for (const Thing& thing : things) ids.push_back(thing.id);
  return ids;
}

}  // namespace escalate

#pragma once

#include <string>
#include <vector>

#include "base/tree.hpp"

namespace escalate {

/// A text of an event that a person wrote in words of their own.
struct FreeText {
  std::string key;  ///< `concern`, `raising/agency`, `instead/because`
  std::string text;
  Mark at;  ///< where it stands, if the event was read from a file
};

/// Returns the texts of an event (a map) in which anything may have been written, those of a correction too, in written
/// order. Ids, times and words of a policy are not among them.
std::vector<FreeText> free_texts(const Node& event);

}  // namespace escalate

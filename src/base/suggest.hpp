#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace escalate {

/// Returns the word of `known` nearest to `typed` by optimal string alignment distance, or an empty text when none is
/// near enough to be meant (more than a third of the letters differ, at least one allowed).
std::string nearest(std::string_view typed, const std::vector<std::string>& known);

/// Returns "did you mean 'X'?" for the nearest word, else `otherwise`.
std::string did_you_mean(std::string_view typed, const std::vector<std::string>& known, std::string otherwise = {});

/// Returns the words as "a, b and c".
std::string and_list(const std::vector<std::string>& words);

/// Returns the words as "a, b or c".
std::string or_list(const std::vector<std::string>& words);

}  // namespace escalate

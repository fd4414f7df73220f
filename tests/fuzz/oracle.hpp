#pragma once

#include <string>
#include <string_view>

#include "base/tree.hpp"

namespace escalate::fuzz {

// Three accounts of one document in the same notation: `{ 'a' 'b' } `, `[ ] `, `nothing `; what none of our files may
// have is `alias `, `anchor `, `tag `. None of them uses a line of the reader under test.

/// Writes down what libyaml reads in all of `text`; begins with `cannot read` where it reads no further.
std::string by_libyaml(std::string_view text);
/// Writes down what yaml-cpp reads in all of `text`, likewise.
std::string by_yamlcpp(std::string_view text);
/// Writes down the document whose root is `root`.
std::string by_tree(const Node& root);
/// Returns an account less the line ends that texts end with: a `|` block has one that nobody means (SEMANTICS.md,
/// canonical form).
std::string without_last_line_ends(std::string account);

}  // namespace escalate::fuzz

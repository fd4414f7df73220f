#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace escalate {

/// Returns the comments of a YAML text in written order, each from its `#` to the end of its line without the blanks
/// there. `text` is a document that libyaml reads; behind a syntax error no comment is found.
std::vector<std::string> comments_of(std::string_view text);

/// A comment and the byte at which it begins.
struct LocatedComment {
  std::string text;
  std::size_t at = 0;
};

/// Returns what `comments_of` returns, each with its place.
std::vector<LocatedComment> located_comments(std::string_view text);

/// Returns `kept` followed by the comments of `other` that it lacks, a line each with `indent` blanks before it.
std::string with_comments_of(std::string_view other, std::string_view kept, std::size_t indent);

}  // namespace escalate

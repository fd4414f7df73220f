#pragma once

#include <string>
#include <string_view>

#include "base/tree.hpp"
#include "yaml/lines.hpp"

namespace escalate {

/// A text in quotes that was read last, for errors that come right behind it.
struct QuotedText {
  char quote = '\0';  ///< `'` or `"`; NUL when the last text was none in quotes
  Mark at;
  Mark end;  ///< just behind the closing quote
};

/// What libyaml says of a text it cannot read. `context` is what it was reading, and where that began; may be empty.
struct SyntaxError {
  std::string_view problem;
  Mark at;
  std::string_view context;
  Mark context_at;
  QuotedText behind;
};

/// What is wrong in the words of somebody who writes YAML by hand.
struct SyntaxFault {
  Mark at;
  std::string text;
  std::string help;
};

/// Finds the usual mistake behind a syntax error: an open quote, a tab, a colon in a text, lines out of step, ...;
/// libyaml's own words when it is none of them.
SyntaxFault explain_syntax(const SyntaxError& error, const Lines& lines);

}  // namespace escalate

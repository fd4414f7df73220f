#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace escalate {

/// The most columns a line of text output has.
inline constexpr int page_width = 80;

/// Returns the columns `text` takes on a terminal (utf8proc's widths).
int text_width(std::string_view text);

/// Returns the first `count` characters of valid UTF-8.
std::string first_characters(std::string_view text, int count);

/// Returns the lines of `text` without their line ends; none for an empty text.
std::vector<std::string> lines_of(std::string_view text);

/// Returns `text` safe to print, its line ends kept.
std::string printable(std::string_view text);

/// Breaks `text` at spaces into lines of at most `page_width` columns, the first line after `first`, the others after
/// `rest` (usually blanks of the same width). A word longer than a line stands alone. Line ends in `text` are kept.
std::string wrapped(std::string_view text, std::string_view first, std::string_view rest);

/// Returns `text` filled with blanks to `width` columns.
std::string padded(std::string_view text, int width);

/// Returns `text` on one line, its end cut off where it is longer than 160 columns.
std::string one_line(std::string text);

}  // namespace escalate

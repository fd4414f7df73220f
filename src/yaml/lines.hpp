#pragma once

#include <string_view>
#include <vector>

#include "base/tree.hpp"

namespace escalate {

/// Finds places of a UTF-8 text by line and column without reading it from the start each time. The text must outlive
/// this.
class Lines {
 public:
  explicit Lines(std::string_view text);

  int count() const { return static_cast<int>(m_starts.size()); }
  /// Returns line `number` (from 1) without its line end; empty when there is none.
  std::string_view line(int number) const;
  /// Returns the part of the line at `at` that stands before it.
  std::string_view before(Mark at) const;
  /// Returns the part of the line that begins at `at`.
  std::string_view from(Mark at) const;

 private:
  std::string_view m_text;
  std::vector<std::size_t> m_starts;
};

/// Returns the blanks that `line` begins with; no-break and other wide spaces count as blanks.
std::string_view indentation(std::string_view line);
/// Returns how many characters `text` has.
int characters(std::string_view text);

}  // namespace escalate

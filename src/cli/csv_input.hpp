#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace escalate {

/// One line of a CSV text. A line is a row: a quoted field that runs on past its line makes that line malformed and
/// hides no other.
struct CsvLine {
  int number = 0;                   ///< in the text, from 1
  std::vector<std::string> fields;  ///< without their quotes; of a malformed line, the line as it is
  bool malformed = false;           ///< a quote is left open, or something stands behind a closing one
};

/// Reads comma-separated lines (RFC 4180): quoted fields, CRLF or LF, with or without a last line end or a byte order
/// mark. Empty lines are left out.
std::vector<CsvLine> csv_lines(std::string_view text);

}  // namespace escalate

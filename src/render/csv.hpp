#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace escalate {

/// Returns a cell as RFC 4180 writes it; one that a spreadsheet would take for a formula (`=`, `+`, `-` or `@`, also
/// as wide signs, first or behind blanks and quotation marks) gets an apostrophe before it.
std::string csv_cell(std::string_view text);

/// Returns the cells as one row, ended by LF.
std::string csv_row(const std::vector<std::string>& cells);

}  // namespace escalate

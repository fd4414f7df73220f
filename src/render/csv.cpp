#include "render/csv.hpp"

#include <algorithm>
#include <array>

#include "base/escape.hpp"

namespace escalate {
namespace {

/// Returns whether a spreadsheet may take a cell for a formula: it begins with a sign for one, which may be as wide as
/// a letter of Chinese, perhaps behind blanks or a quotation mark.
bool may_be_a_formula(std::string_view cell) {
  const std::size_t first = cell.find_first_not_of(" \"");
  if (first == std::string_view::npos) return false;
  constexpr std::array<std::string_view, 8> signs = {"=", "+", "-", "@", "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"};
  return std::any_of(signs.begin(), signs.end(),
                     [&](std::string_view sign) { return cell.substr(first).starts_with(sign); });
}

}  // namespace

std::string csv_cell(std::string_view text) {
  std::string cell = shown(text);
  if (may_be_a_formula(cell)) cell.insert(0, "'");
  if (cell.find_first_of(",\"\n\r") == std::string::npos) return cell;
  std::string quoted = "\"";
  for (const char letter : cell) {
    if (letter == '"') quoted += '"';
    quoted += letter;
  }
  return quoted + "\"";
}

std::string csv_row(const std::vector<std::string>& cells) {
  std::string row;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) row += ',';
    row += csv_cell(cells[i]);
  }
  return row + "\n";
}

}  // namespace escalate

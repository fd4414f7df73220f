#include "base/id.hpp"

#include <algorithm>

#include "base/letters.hpp"

namespace escalate {
namespace {

bool is_id_letter(char letter) { return is_digit(letter) || is_small(letter); }
bool is_hex_digit(char letter) { return is_digit(letter) || (letter >= 'a' && letter <= 'f'); }

}  // namespace

bool is_id(std::string_view text) {
  char before = '-';
  for (const char letter : text) {
    if (letter == '-' ? before == '-' : !is_id_letter(letter)) return false;
    before = letter;
  }
  return before != '-';
}

bool is_seal(std::string_view text) {
  constexpr std::size_t length = 16;
  return text.size() == length && std::all_of(text.begin(), text.end(), is_hex_digit);
}

bool contains(const std::vector<std::string>& ids, std::string_view id) {
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

}  // namespace escalate

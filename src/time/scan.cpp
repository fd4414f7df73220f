#include "time/scan.hpp"

#include <algorithm>

#include "base/letters.hpp"

namespace escalate {

bool take(std::string_view& text, std::string_view word) {
  if (text.substr(0, word.size()) != word) return false;
  text.remove_prefix(word.size());
  return true;
}

std::optional<int> take_number(std::string_view& text, std::size_t digits) {
  const std::string_view number = text.substr(0, digits);
  if (number.size() < digits || !std::all_of(number.begin(), number.end(), is_digit)) return std::nullopt;
  int value = 0;
  for (const char digit : number) value = value * 10 + (digit - '0');
  text.remove_prefix(digits);
  return value;
}

std::optional<int> take_digits(std::string_view& text, std::size_t most) {
  const auto end = std::find_if_not(text.begin(), text.end(), is_digit);
  const auto count = static_cast<std::size_t>(end - text.begin());
  if (count == 0 || count > most) return std::nullopt;
  return take_number(text, count);
}

std::optional<std::chrono::minutes> take_clock(std::string_view& text) {
  std::string_view rest = text;
  const auto hours = take_number(rest, 2);
  if (!hours || *hours > 23 || !take(rest, ":")) return std::nullopt;
  const auto minutes = take_number(rest, 2);
  if (!minutes || *minutes > 59) return std::nullopt;
  text = rest;
  return std::chrono::hours{*hours} + std::chrono::minutes{*minutes};
}

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
}

}  // namespace escalate

#pragma once

#include <string>
#include <string_view>

namespace escalate {

// Letters and digits of ASCII alone, whatever the locale.

constexpr bool is_digit(char letter) { return '0' <= letter && letter <= '9'; }
constexpr bool is_small(char letter) { return 'a' <= letter && letter <= 'z'; }
constexpr bool is_capital(char letter) { return 'A' <= letter && letter <= 'Z'; }
constexpr char to_small(char letter) { return is_capital(letter) ? static_cast<char>(letter - 'A' + 'a') : letter; }
constexpr char to_capital(char letter) { return is_small(letter) ? static_cast<char>(letter - 'a' + 'A') : letter; }

/// Returns `text` with its capitals made small.
inline std::string in_small(std::string_view text) {
  std::string small(text);
  for (char& letter : small) letter = to_small(letter);
  return small;
}

/// Returns `text` with its small letters made capitals.
inline std::string in_capitals(std::string_view text) {
  std::string capitals(text);
  for (char& letter : capitals) letter = to_capital(letter);
  return capitals;
}

}  // namespace escalate

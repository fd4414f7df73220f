#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/letters.hpp"
#include "base/personal_kind.hpp"

namespace escalate {

// The parts of personal_details. Each finds its kinds in a text prepared by `plain_marks` and adds them in any order.

/// Returns the text with the spaces, dashes and quotation marks outside ASCII made plain ones, every other byte where
/// it was.
std::string plain_marks(std::string_view text);

void find_numbers(std::string_view text, std::vector<PersonalDetail>& found);      ///< NHS number, UPN, NI number
void find_telephones(std::string_view text, std::vector<PersonalDetail>& found);   ///< and nothing else
void find_addresses(std::string_view text, std::vector<PersonalDetail>& found);    ///< postcode, e-mail
void find_birth_dates(std::string_view text, std::vector<PersonalDetail>& found);  ///< a date near `born` or `dob`
void find_names(std::string_view text, std::vector<PersonalDetail>& found);        ///< a title before a name

inline bool is_letter(char c) { return is_small(c) || is_capital(c); }
/// Returns whether `c` belongs to a word: a letter, digit, or any byte of a letter outside ASCII.
inline bool is_word(char c) { return is_letter(c) || is_digit(c) || static_cast<unsigned char>(c) >= 0x80; }

/// Returns whether a word begins, or ends, at `at`.
inline bool begins_word(std::string_view text, std::size_t at) { return at == 0 || !is_word(text[at - 1]); }
inline bool ends_word(std::string_view text, std::size_t at) { return at >= text.size() || !is_word(text[at]); }

/// Returns the end of the letters, digits, or blanks at `at`.
template <typename Is>
std::size_t past(std::string_view text, std::size_t at, const Is& is) {
  while (at < text.size() && is(text[at])) ++at;
  return at;
}
inline std::size_t past_digits(std::string_view text, std::size_t at) { return past(text, at, is_digit); }
inline std::size_t past_letters(std::string_view text, std::size_t at) { return past(text, at, is_letter); }
inline std::size_t past_blanks(std::string_view text, std::size_t at) {
  return past(text, at, [](char c) { return c == ' ' || c == '\t' || c == '\n'; });
}

}  // namespace escalate

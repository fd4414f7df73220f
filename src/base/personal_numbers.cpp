// Numbers of persons: NHS number (and Scotland's and Northern Ireland's, which share its check digit), unique pupil
// number, National Insurance number.
#include <array>

#include "base/personal_parts.hpp"

namespace escalate {
namespace {

int value(char digit) { return digit - '0'; }

/// Weights 10 to 2 on the first nine digits; eleven less the sum modulo 11 is the tenth, 0 for 11, never 10.
bool has_nhs_check_digit(std::string_view ten) {
  int sum = 0;
  for (std::size_t i = 0; i < 9; ++i) sum += value(ten[i]) * (10 - static_cast<int>(i));
  const int check = (11 - sum % 11) % 11;
  return check == value(ten[9]);
}

/// A number that begins with a day of the month is Scotland's, whose first six digits are a date of birth; a telephone
/// number is not.
bool may_be_nhs_number(std::string_view ten) {
  if (ten.find_first_not_of(ten.front()) == std::string_view::npos) return false;
  const int day = value(ten[0]) * 10 + value(ten[1]);
  const int month = value(ten[2]) * 10 + value(ten[3]);
  return day > 31 || (day > 0 && month > 0 && month <= 12);
}

bool separates(char c) { return std::string_view(" -._\t\n").find(c) != std::string_view::npos; }

/// `031126 1630` is a date and a time of day, as the police write them.
bool is_date_and_time(std::string_view ten) {
  const auto two = [&](std::size_t at) { return value(ten[at]) * 10 + value(ten[at + 1]); };
  return two(0) <= 31 && two(2) <= 12 && two(6) < 24 && two(8) < 60;
}

/// Returns the ten digits at `at`, together or as 3, 3 and 4, 3 and 7, or 6 and 4 with something between them; nothing
/// where others stand.
std::string ten_digits(std::string_view text, std::size_t at) {
  std::string digits, lengths;
  std::size_t end = at;
  while (digits.size() < 10) {
    const std::size_t start = digits.empty() ? at : past(text, end, separates);
    if (!digits.empty() && (start == end || start - end > 3)) return {};
    end = past_digits(text, start);
    if (end == start) return {};
    digits += text.substr(start, end - start);
    lengths += std::to_string(end - start);
  }
  if (digits.size() != 10 || !ends_word(text, end)) return {};
  const bool six_and_four = lengths == "64" && !is_date_and_time(digits);
  return lengths == "10" || lengths == "334" || lengths == "37" || six_and_four ? digits : "";
}

bool is_nhs_number(std::string_view text, std::size_t at) {
  const std::string digits = ten_digits(text, at);
  return !digits.empty() && may_be_nhs_number(digits) && has_nhs_check_digit(digits);
}

constexpr std::string_view upn_letters = "ABCDEFGHJKLMNPQRTUVWXYZ";

/// A letter, then twelve digits with weights 2 to 13, of which the last may be a letter (a temporary number); the sum
/// modulo 23 is the place of the first letter.
bool is_upn(std::string_view word) {
  if (word.size() != 13) return false;
  int sum = 0;
  for (std::size_t i = 1; i < 13; ++i) {
    int digit = value(word[i]);
    if (!is_digit(word[i])) {
      const std::size_t place = upn_letters.find(to_capital(word[i]));
      if (i < 12 || place == std::string_view::npos) return false;
      digit = static_cast<int>(place);
    }
    sum += digit * static_cast<int>(i + 1);
  }
  return upn_letters[static_cast<std::size_t>(sum % 23)] == to_capital(word[0]);
}

/// Returns the signs from `at` on, thirteen or more, or what there is of them; groups have three or more.
std::string thirteen_signs(std::string_view text, std::size_t at) {
  std::string signs;
  while (signs.size() < 13) {
    const std::size_t end = past(text, at, is_word);
    if (end - at < 3) return {};
    signs += text.substr(at, end - at);
    if (end >= text.size() || (text[end] != ' ' && text[end] != '-')) break;
    at = end + 1;
  }
  return signs;
}

/// Two letters, six digits, a letter A to D, in groups of two or together. The prefixes that are never given out are
/// found too: forms use them as examples.
bool is_ni_number(std::string_view text, std::size_t at) {
  std::size_t i = at;
  const auto take = [&](std::size_t count, const auto& is) {
    for (std::size_t n = 0; n < count; ++n, ++i)
      if (i >= text.size() || !is(text[i])) return false;
    if (i < text.size() && (text[i] == ' ' || text[i] == '-' || text[i] == '.')) ++i;
    return true;
  };
  if (!take(2, is_letter)) return false;
  for (int pair = 0; pair < 3; ++pair)
    if (!take(2, is_digit)) return false;
  return i < text.size() && to_capital(text[i]) >= 'A' && to_capital(text[i]) <= 'D' && ends_word(text, i + 1);
}

/// Returns whether a number may begin at `at`: where a word begins, or right behind what it is called.
bool begins_number(std::string_view text, std::size_t at) {
  if (begins_word(text, at)) return true;
  if (at < 3 || !begins_word(text, at - 3)) return false;
  const std::string label = in_small(text.substr(at - 3, 3));
  return label == "nhs" || label == "chi" || label == "upn";
}

}  // namespace

void find_numbers(std::string_view text, std::vector<PersonalDetail>& found) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!is_word(text[at]) || !begins_number(text, at)) continue;
    if (is_digit(text[at]) && is_nhs_number(text, at)) found.push_back({PersonalKind::nhs_number, at});
    if (!is_letter(text[at])) continue;
    if (is_upn(thirteen_signs(text, at))) found.push_back({PersonalKind::upn, at});
    if (is_ni_number(text, at)) found.push_back({PersonalKind::ni_number, at});
  }
}

}  // namespace escalate

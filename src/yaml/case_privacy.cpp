#include "yaml/case_privacy.hpp"

#include <algorithm>

#include "base/letters.hpp"
#include "base/personal.hpp"

namespace escalate {
namespace {

constexpr std::size_t longest_word = 40;

bool all_of_it(std::string_view word, std::string_view letters) {
  return word.find_first_not_of(letters) == std::string_view::npos;
}

/// `because`, `d0e27a859305acae`, `2026-11-05 16:40`, `NY-2026-K7QXM`, `<<<<<<<`: a small word, one with a digit in it,
/// a time, a mark of git.
bool may_be_shown(std::string_view word) {
  const auto plain = [](char c) {
    return is_digit(c) || is_small(c) || is_capital(c) || std::string_view("-:+./_").find(c) != std::string_view::npos;
  };
  if (word.empty() || word.size() > longest_word || !personal_details(word).empty()) return false;
  if (word == ": " || all_of_it(word, "<>=|") ||
      (word.size() > 4 && word[4] == '-' && all_of_it(word, "0123456789-: .+TZ")))
    return true;
  const bool capital = std::any_of(word.begin(), word.end(), is_capital);
  const bool digit = std::any_of(word.begin(), word.end(), is_digit);
  return std::all_of(word.begin(), word.end(), plain) && (digit || !capital);
}

bool is_letter_at(std::string_view text, std::size_t at) {
  return at < text.size() && (is_small(text[at]) || is_capital(text[at]));
}

/// Returns where the next quotation begins: an apostrophe within a word begins none.
std::size_t next_quotation(std::string_view text, std::size_t at) {
  at = text.find('\'', at);
  while (at != std::string_view::npos && at > 0 && is_letter_at(text, at - 1)) at = text.find('\'', at + 1);
  return at;
}

std::size_t last_quotation_mark(std::string_view text) {
  std::size_t at = text.rfind('\'');
  while (at != std::string_view::npos && at > 0 && is_letter_at(text, at + 1)) at = text.rfind('\'', at - 1);
  return at;
}

/// Leaves out everything from the first quoted text that may not be shown to the last quotation mark: a text may hold
/// quotation marks.
std::string without_quoted_texts(const std::string& text) {
  for (std::size_t at = next_quotation(text, 0); at != std::string::npos;) {
    const std::size_t end = text.find('\'', at + 1);
    const bool shown = end != std::string::npos && may_be_shown(std::string_view(text).substr(at + 1, end - at - 1));
    if (shown) {
      at = next_quotation(text, end + 1);
      continue;
    }
    const std::size_t last = last_quotation_mark(text);
    return text.substr(0, at) + "(left out here)" +
           (last > at && last != std::string::npos ? text.substr(last + 1) : "");
  }
  return text;
}

}  // namespace

Fault without_texts(Fault fault) {
  fault.text = without_quoted_texts(fault.text);
  fault.excerpt.clear();
  return fault;
}

Faults without_texts(Faults faults) {
  for (Fault& fault : faults) fault = without_texts(std::move(fault));
  return faults;
}

bool looks_like_case_id(std::string_view text) {
  if (text.size() < 12 || text.size() > 24 || text[text.size() - 6] != '-' || text[text.size() - 11] != '-')
    return false;
  const std::string_view year = text.substr(text.size() - 10, 4);
  return is_capital(text.front()) && all_of_it(year, "0123456789") &&
         std::all_of(text.begin(), text.end(), [](char c) { return is_capital(c) || is_digit(c) || c == '-'; });
}

}  // namespace escalate

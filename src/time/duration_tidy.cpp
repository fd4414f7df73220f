#include "time/duration_tidy.hpp"

#include <fmt/format.h>

#include "base/letters.hpp"
#include "time/duration_read.hpp"
#include "time/number_words.hpp"
#include "time/scan.hpp"

namespace escalate {
namespace {

constexpr std::string_view no_break_space = "\xC2\xA0";

/// Splits `5 working days` or `5days` where the number ends.
std::string_view first_word(std::string_view text) {
  const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
  return digits > 0 ? text.substr(0, digits) : text.substr(0, text.find(' '));
}

/// Returns `word` as a plain number where it is one written otherwise.
std::string tidy_number(std::string_view word) {
  if (const auto number = number_of_word(word)) return fmt::format("{}", *number);
  const std::size_t zeros = word.find_first_not_of('0');
  return std::string(zeros == std::string_view::npos ? word : word.substr(zeros));
}

}  // namespace

std::string plain_spacing(std::string_view text) {
  std::string plain;
  bool apart = false;
  while (!text.empty()) {
    if (take(text, no_break_space) || take(text, " ") || take(text, "\t") || take(text, "\n")) {
      apart = true;
      continue;
    }
    const bool after_comma = !plain.empty() && plain.back() == ',';
    if (((apart && text.front() != ',') || after_comma) && !plain.empty()) plain += ' ';
    plain += to_small(text.front());
    text.remove_prefix(1);
    apart = false;
  }
  return plain;
}

std::string tidy_duration(std::string_view text) {
  const std::string plain = plain_spacing(text);
  std::string_view rest = plain;
  for (const std::string_view lead : {"within ", "up to ", "at most "}) take(rest, lead);
  const std::string_view number = first_word(rest);
  rest.remove_prefix(number.size());
  const std::string_view unit = trimmed(rest);
  return tidy_number(number) + (unit.empty() ? "" : " ") + std::string(unit);
}

std::string tidy_within(std::string_view text) {
  const std::string plain = plain_spacing(text);
  const InAndOutOfHours halves = split_hours(plain);
  if (!halves.out.empty()) return tidy_within(halves.in) + std::string(out_of_hours) + tidy_duration(halves.out);
  for (const std::string& word : open_words()) {
    std::string_view rest = plain;
    if (take(rest, word) && (take(rest, ", at most ") || take(rest, " at most ") || take(rest, ", up to ")))
      return word + ", at most " + tidy_duration(rest);
  }
  const std::size_t sooner = plain.rfind(" or sooner");
  if (sooner == std::string::npos) return tidy_duration(plain);
  return tidy_duration(plain.substr(0, sooner)) + plain.substr(sooner);
}

}  // namespace escalate

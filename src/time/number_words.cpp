#include "time/number_words.hpp"

#include <algorithm>
#include <array>

namespace escalate {
namespace {

constexpr std::array<std::string_view, 20> to_nineteen{
    "",    "one",    "two",    "three",    "four",     "five",    "six",     "seven",     "eight",    "nine",
    "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};
constexpr std::array<std::string_view, 10> tens{"",      "",      "twenty",  "thirty", "forty",
                                                "fifty", "sixty", "seventy", "eighty", "ninety"};

/// Returns where `word` stands in `words`; 0 when it is empty or absent.
template <std::size_t size>
int index_in(const std::array<std::string_view, size>& words, std::string_view word) {
  const auto found = std::find(words.begin(), words.end(), word);
  return word.empty() || found == words.end() ? 0 : static_cast<int>(found - words.begin());
}

std::optional<int> number_if(bool holds, int number) { return holds ? std::optional(number) : std::nullopt; }

}  // namespace

std::optional<int> number_of_word(std::string_view word) {
  if (word == "a" || word == "an") return 1;
  if (const int small = index_in(to_nineteen, word); small > 0) return small;
  const std::size_t hyphen = word.find('-');
  const int ten = index_in(tens, word.substr(0, hyphen));
  if (hyphen == std::string_view::npos) return number_if(ten > 0, 10 * ten);
  const int unit = index_in(to_nineteen, word.substr(hyphen + 1));
  return number_if(ten > 0 && 0 < unit && unit < 10, 10 * ten + unit);
}

}  // namespace escalate

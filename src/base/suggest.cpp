// Spelling suggestions by optimal string alignment distance (Damerau-Levenshtein without repeated edits),
// on letters folded to lower case.
#include "base/suggest.hpp"

#include <algorithm>

#include "base/letters.hpp"

namespace escalate {
namespace {

std::size_t distance(const std::string& a, const std::string& b) {
  std::vector<std::vector<std::size_t>> cost(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) cost[i][0] = i;
  for (std::size_t j = 0; j <= b.size(); ++j) cost[0][j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i)
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t change = a[i - 1] == b[j - 1] ? 0 : 1;
      cost[i][j] = std::min({cost[i - 1][j] + 1, cost[i][j - 1] + 1, cost[i - 1][j - 1] + change});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        cost[i][j] = std::min(cost[i][j], cost[i - 2][j - 2] + 1);
    }
  return cost[a.size()][b.size()];
}

/// Returns the first of `known` that begins with `wanted`.
std::string beginning_alike(const std::string& wanted, const std::vector<std::string>& known) {
  for (const std::string& word : known) {
    const std::size_t shared = std::min(word.size(), wanted.size());
    if (shared > 0 && wanted.size() <= word.size() && in_small(word).compare(0, shared, wanted, 0, shared) == 0)
      return word;
  }
  return {};
}

std::string joined(const std::vector<std::string>& words, std::string_view last) {
  std::string text;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) text += i + 1 == words.size() ? std::string(last) : ", ";
    text += words[i];
  }
  return text;
}

}  // namespace

std::string nearest(std::string_view typed, const std::vector<std::string>& known) {
  constexpr std::size_t longest_word = 100;
  if (typed.empty() || typed.size() > longest_word) return {};
  const std::string wanted = in_small(typed);
  constexpr std::size_t too_short_to_misspell = 2;  // a word of one letter is one letter away from any other
  if (wanted.size() <= too_short_to_misspell) return beginning_alike(wanted, known);
  std::string best;
  std::size_t best_distance = std::max<std::size_t>(1, wanted.size() / 3) + 1;
  for (const std::string& word : known) {
    const std::size_t here = distance(wanted, in_small(word));
    if (here < best_distance) {
      best = word;
      best_distance = here;
    }
  }
  return best.empty() && wanted.back() != ' ' ? beginning_alike(wanted, known) : best;
}

std::string did_you_mean(std::string_view typed, const std::vector<std::string>& known, std::string otherwise) {
  const std::string word = nearest(typed, known);
  return word.empty() ? std::move(otherwise) : "did you mean '" + word + "'?";
}

std::string and_list(const std::vector<std::string>& words) { return joined(words, " and "); }
std::string or_list(const std::vector<std::string>& words) { return joined(words, " or "); }

}  // namespace escalate

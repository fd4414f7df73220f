#include "store/names.hpp"

#include <algorithm>

#include "base/id.hpp"
#include "base/letters.hpp"

namespace escalate {
namespace {

constexpr std::size_t year_digits = 4;

char to_crockford(char letter) {
  if (letter == 'I' || letter == 'L') return '1';
  return letter == 'O' ? '0' : letter;
}

template <typename Test>
bool all(std::string_view text, Test test) {
  return std::all_of(text.begin(), text.end(), test);
}

std::string mapped(std::string_view text, char (*change)(char)) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(), change);
  return result;
}

}  // namespace

std::optional<int> year_of_case_id(std::string_view text) {
  const std::size_t prefix = text.find('-');
  if (prefix == std::string_view::npos || prefix < 2 || prefix > 4) return {};
  if (text.size() != prefix + 1 + year_digits + 1 + own_letters || text[prefix + 1 + year_digits] != '-') return {};
  const std::string_view year = text.substr(prefix + 1, year_digits);
  const std::string_view last = text.substr(text.size() - own_letters);
  const bool well_formed = all(text.substr(0, prefix), is_capital) && all(year, is_digit) &&
                           all(last, [](char letter) { return crockford.find(letter) != std::string_view::npos; });
  return well_formed ? std::optional<int>(std::stoi(std::string(year))) : std::nullopt;
}

std::string folded_case_id(std::string_view typed) {
  const std::string id = in_capitals(typed);
  const std::size_t own = id.rfind('-') + 1;
  return id.substr(0, own) + mapped(id.substr(own), to_crockford);
}

std::optional<std::string> case_id_meant(std::string_view name) {
  const std::string capitals = in_capitals(name);
  const std::size_t last = capitals.find('-') + 1 + year_digits + 1;
  const std::size_t end = last + own_letters;
  if (capitals.find('-') == std::string::npos || capitals.size() < end) return {};
  if (capitals.size() > end && (is_capital(capitals[end]) || is_digit(capitals[end]))) return {};
  const std::string id = capitals.substr(0, last) + mapped(capitals.substr(last, own_letters), to_crockford);
  return year_of_case_id(id) ? std::optional<std::string>(id) : std::nullopt;
}

std::optional<std::string> policy_id_meant(std::string_view name) {
  std::string id = mapped(name, [](char letter) { return letter == ' ' || letter == '_' ? '-' : to_small(letter); });
  return is_id(id) ? std::optional<std::string>(std::move(id)) : std::nullopt;
}

const std::vector<std::string>& calendar_file_names() {
  static const std::vector<std::string> names = {"england-and-wales", "northern-ireland", "scotland"};
  return names;
}

bool ends_like_yaml(std::string_view name) {
  const std::string small = in_small(name);
  const auto ends_with = [&](std::string_view ending) { return std::string_view(small).ends_with(ending); };
  return ends_with(".yaml") || ends_with(".yml");
}

}  // namespace escalate

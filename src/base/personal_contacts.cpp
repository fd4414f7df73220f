// How a person is reached: telephone numbers, e-mail addresses, full postcodes.
#include <algorithm>
#include <array>

#include "base/personal_parts.hpp"

namespace escalate {
namespace {

bool separates(char c) { return c == ' ' || c == '-' || c == '.' || c == '(' || c == ')'; }

/// Groups of digits from `at` on, at most two separators between them.
std::vector<std::size_t> groups_at(std::string_view text, std::size_t at) {
  std::vector<std::size_t> lengths;
  while (at < text.size() && is_digit(text[at]) && lengths.size() < 8) {
    const std::size_t end = past_digits(text, at);
    lengths.push_back(end - at);
    if (!ends_word(text, end)) return {};
    at = past(text, end, separates);
    if (at - end > 2) break;
  }
  return lengths;
}

/// Returns whether the first groups make `least` to `most` digits.
bool adds_up(const std::vector<std::size_t>& groups, std::size_t least, std::size_t most) {
  std::size_t sum = 0;
  for (const std::size_t group : groups) {
    sum += group;
    if (sum >= least && sum <= most) return true;
  }
  return false;
}

/// A number of this country: 0, an area code of three digits or more with it, 10 or 11 digits. A date has no such first
/// group.
bool is_national(std::string_view text, std::size_t at) {
  if (text[at] != '0' || at + 1 >= text.size() ||
      std::string_view("1235789").find(text[at + 1]) == std::string_view::npos)
    return false;
  const auto groups = groups_at(text, at);
  return !groups.empty() && groups.front() >= 3 && adds_up(groups, 10, 11);
}

bool is_international(std::string_view text, std::size_t at) {
  const bool zeros = text.substr(at, 4) == "0044";
  if (!zeros && (text[at] != '+' || at + 1 >= text.size() || !is_digit(text[at + 1]))) return false;
  return adds_up(groups_at(text, zeros ? at : at + 1), 9, 15);
}

bool is_of_address(char c) { return is_word(c) || std::string_view("._%+-'").find(c) != std::string_view::npos; }

/// Returns where the address around the `@` at `at` begins; `at` where there is none.
std::size_t address_around(std::string_view text, std::size_t at) {
  std::size_t start = at;
  while (start > 0 && is_of_address(text[start - 1])) --start;
  const std::size_t end = past(text, at + 1, [](char c) { return is_word(c) || c == '-' || c == '.'; });
  const std::string_view domain = text.substr(at + 1, end - at - 1);
  const std::size_t dot = domain.find('.');
  const bool dotted = dot != std::string_view::npos && dot > 0 && dot + 2 < domain.size();
  return dotted && start < at ? start : at;
}

/// The postcode areas, BF of the forces, and ZZ, which forms use for none.
constexpr std::array<std::string_view, 126> areas = {
    "AB", "AL", "B",  "BA", "BB", "BD", "BF", "BH", "BL", "BN", "BR", "BS", "BT", "CA", "CB", "CF", "CH", "CM",
    "CO", "CR", "CT", "CV", "CW", "DA", "DD", "DE", "DG", "DH", "DL", "DN", "DT", "DY", "E",  "EC", "EH", "EN",
    "EX", "FK", "FY", "G",  "GL", "GU", "GY", "HA", "HD", "HG", "HP", "HR", "HS", "HU", "HX", "IG", "IM", "IP",
    "IV", "JE", "KA", "KT", "KW", "KY", "L",  "LA", "LD", "LE", "LL", "LN", "LS", "LU", "M",  "ME", "MK", "ML",
    "N",  "NE", "NG", "NN", "NP", "NR", "NW", "OL", "OX", "PA", "PE", "PH", "PL", "PO", "PR", "RG", "RH", "RM",
    "S",  "SA", "SE", "SG", "SK", "SL", "SM", "SN", "SO", "SP", "SR", "SS", "ST", "SW", "SY", "TA", "TD", "TF",
    "TN", "TQ", "TR", "TS", "TW", "UB", "W",  "WA", "WC", "WD", "WF", "WN", "WR", "WS", "WV", "YO", "ZE", "ZZ"};

bool is_inward(std::string_view three) {
  constexpr std::string_view never = "CIKMOV";
  const auto fits = [&](char c) { return is_letter(c) && never.find(to_capital(c)) == std::string_view::npos; };
  return three.size() == 3 && is_digit(three[0]) && fits(three[1]) && fits(three[2]);
}

/// Area, district (a digit, then perhaps a digit or letter): `LS1`, `SW1A`.
bool is_outward(std::string_view word) {
  const std::size_t letters = past_letters(word, 0);
  if (letters < 1 || letters > 2 || letters >= word.size() || word.size() > letters + 2) return false;
  if (!is_digit(word[letters])) return false;
  return std::find(areas.begin(), areas.end(), in_capitals(word.substr(0, letters))) != areas.end();
}

bool is_ordinal(std::string_view word) {
  const std::string_view end = word.substr(1);
  return end == "st" || end == "nd" || end == "rd" || end == "th";
}

/// Where it is not in capitals it may be a part of an event's id: `e123ab`.
bool may_be_hex(std::string_view word) {
  return in_capitals(word) != word && word.find_first_not_of("0123456789abcdefABCDEF") == std::string_view::npos;
}

/// A postcode at `at`: in two parts, or together with six letters or more, as a case id is not.
bool is_postcode(std::string_view text, std::size_t at) {
  if (at > 0 && text[at - 1] == '-') return false;
  const std::size_t end = past(text, at, is_word);
  const std::string_view word = text.substr(at, end - at);
  if (word.size() >= 6 && word.size() <= 7)
    return !may_be_hex(word) && is_inward(word.substr(word.size() - 3)) && is_outward(word.substr(0, word.size() - 3));
  if (!is_outward(word)) return false;
  const std::size_t next = past_blanks(text, end);
  const std::string_view inward = text.substr(next, past(text, next, is_word) - next);
  return next > end && next - end <= 3 && is_inward(inward) && !is_ordinal(inward);
}

/// Returns whether a number may begin at `at`, and is not the rest of another: `Tel:01632`, not `leeds-2019:01632`.
bool begins_telephone(std::string_view text, std::size_t at) {
  if (!begins_word(text, at)) return false;
  if (at == 0 || std::string_view("-./:+").find(text[at - 1]) == std::string_view::npos) return true;
  return text[at - 1] != '-' && text[at - 1] != '+' && at > 1 && is_letter(text[at - 2]);
}

}  // namespace

void find_telephones(std::string_view text, std::vector<PersonalDetail>& found) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!begins_telephone(text, at) || !(is_national(text, at) || is_international(text, at))) continue;
    found.push_back({PersonalKind::telephone, at});
    at = past(text, at + 1, [](char c) { return is_digit(c) || separates(c); }) - 1;
  }
}

void find_addresses(std::string_view text, std::vector<PersonalDetail>& found) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '@' && address_around(text, at) < at)
      found.push_back({PersonalKind::email, address_around(text, at)});
    if (is_letter(text[at]) && begins_word(text, at) && is_postcode(text, at))
      found.push_back({PersonalKind::postcode, at});
  }
}

}  // namespace escalate

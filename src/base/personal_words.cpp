// What words give away: a date beside `born` or `dob`, a name after a title. A date in ordinary prose is no date of
// birth.
#include <algorithm>
#include <array>
#include <optional>

#include "base/personal_parts.hpp"

namespace escalate {
namespace {

constexpr std::size_t reach = 40;  ///< bytes between a word and the date it makes a date of birth

bool is_month(std::string_view word) {
  constexpr std::array<std::string_view, 12> months = {"january",   "february", "march",    "april",
                                                       "may",       "june",     "july",     "august",
                                                       "september", "october",  "november", "december"};
  const std::string small = in_small(word);
  return small.size() >= 3 && std::any_of(months.begin(), months.end(), [&](std::string_view month) {
           return month.substr(0, small.size()) == small;
         });
}

/// Returns the end of one or two digits with `st`, `nd`, `rd` or `th` after them; `at` where there are none.
std::size_t past_day(std::string_view text, std::size_t at) {
  const std::size_t end = past_digits(text, at);
  if (end == at || end - at > 2) return at;
  const std::string suffix = in_small(text.substr(end, 2));
  return suffix == "st" || suffix == "nd" || suffix == "rd" || suffix == "th" ? end + 2 : end;
}

/// Returns whether a year of two or four digits stands at `at`.
bool is_year(std::string_view text, std::size_t at) {
  const std::size_t end = past_digits(text, at);
  return (end - at == 4 || end - at == 2) && ends_word(text, end);
}

/// `5/3/2015`, `05-03-15`, `5.3.2015`, `5 3 15`, `2015-03-05`.
bool is_numeric_date(std::string_view text, std::size_t at) {
  std::array<std::size_t, 3> lengths{};
  char mark = 0;
  for (std::size_t part = 0; part < 3; ++part) {
    const std::size_t end = past_digits(text, at);
    lengths[part] = end - at;
    if (lengths[part] == 0) return false;
    if (part == 2) break;
    if (end >= text.size() || std::string_view("/.- ").find(text[end]) == std::string_view::npos) return false;
    if (part == 1 && text[end] != mark) return false;
    mark = text[end];
    at = end + 1;
  }
  const bool day_first = lengths[0] <= 2 && lengths[1] <= 2 && (lengths[2] == 2 || lengths[2] == 4);
  return day_first || (lengths[0] == 4 && lengths[1] <= 2 && lengths[2] <= 2);
}

/// `050315`, `05032015`: a day and a month in front.
bool is_date_of_digits(std::string_view text, std::size_t at) {
  const std::size_t length = past_digits(text, at) - at;
  if ((length != 6 && length != 8) || !ends_word(text, at + length)) return false;
  const std::string_view day = text.substr(at, 2), month = text.substr(at + 2, 2);
  return "01" <= day && day <= "31" && "01" <= month && month <= "12";
}

/// Returns the end of what may stand between a day, a month and a year.
std::size_t past_between(std::string_view text, std::size_t at) {
  return past(text, at, [](char c) { return std::string_view(" \t\n,.-/'").find(c) != std::string_view::npos; });
}

/// `5 March 2015`, `5th of March 15`, `5-Mar-15`, `March 5, 2015`.
bool is_worded_date(std::string_view text, std::size_t at) {
  const auto month_end = [&](std::size_t from) {
    const std::size_t end = past_letters(text, from);
    return is_month(text.substr(from, end - from)) ? end : from;
  };
  if (!is_digit(text[at])) {
    const std::size_t month = month_end(at);
    if (month == at) return false;
    const std::size_t day = past_between(text, month);
    const std::size_t end = past_day(text, day);
    return end > day && is_year(text, past_between(text, end));
  }
  const std::size_t day = past_day(text, at);
  if (day == at) return false;
  std::size_t next = past_between(text, day);
  if (in_small(text.substr(next, 3)) == "of ") next = past_blanks(text, next + 3);
  const std::size_t month = month_end(next);
  return month > next && is_year(text, past_between(text, month));
}

bool is_date(std::string_view text, std::size_t at) {
  const bool begins = begins_word(text, at) || (is_digit(text[at]) && is_letter(text[at - 1]));
  return begins && (is_digit(text[at]) || is_letter(text[at])) &&
         (is_numeric_date(text, at) || is_date_of_digits(text, at) || is_worded_date(text, at));
}

/// Returns the first date that begins from `from` to `until`; nothing where a sentence ends before it.
std::optional<std::size_t> date_between(std::string_view text, std::size_t from, std::size_t until) {
  for (std::size_t at = from; at < std::min(until, text.size()); ++at) {
    if (is_date(text, at)) return at;
    const bool sentence_ends = text[at] == '.' && at > from + 1 && at + 1 < text.size() && text[at + 1] == ' ';
    if (sentence_ends) return std::nullopt;
  }
  return std::nullopt;
}

/// `birth mother`, `birth plan`: what is beside them happened on another day.
bool is_of_family(std::string_view word, std::string_view text, std::size_t end) {
  constexpr std::array<std::string_view, 12> after = {"mother", "father",  "mum",   "dad",
                                                      "parent", "family",  "child", "sibling",
                                                      "sister", "brother", "plan",  "certificate"};
  const std::size_t next = past(text, end, [](char c) { return c == ' ' || c == '-'; });
  const std::string small = in_small(text.substr(next, 11));
  return word.size() == 5 && std::any_of(after.begin(), after.end(),
                                         [&](std::string_view one) { return small.substr(0, one.size()) == one; });
}

/// Returns the end of `born`, `dob`, `d.o.b.` or `birth...` at `at`, a digit perhaps right behind it (`DOB5/3/15`);
/// `at` where none stands there.
std::size_t past_birth_word(std::string_view text, std::size_t at) {
  if (!begins_word(text, at)) return at;
  const std::string small = in_small(text.substr(at, 6));
  const auto ends = [&](std::size_t end) { return ends_word(text, end) || is_digit(text[end]); };
  for (const std::string_view word : {"d.o.b.", "d.o.b", "d o b", "born", "dob"})
    if (small.substr(0, word.size()) == word && ends(at + word.size())) return at + word.size();
  const std::size_t end = past_letters(text, at);
  return small.substr(0, 5) == "birth" && !is_of_family(text.substr(at, end - at), text, end) ? end : at;
}

/// Of the police those that no council and no illness shares, so not `DC` and `DS`.
constexpr std::array<std::string_view, 20> titles = {
    "Mr",   "Mrs",  "Ms",   "Miss", "Mx",     "Dr",     "Prof", "Sir", "Professor", "Rev",
    "Revd", "Dame", "Lady", "Lord", "Mister", "Master", "Cllr", "PC",  "WPC",       "Sgt",
};
/// What follows a title and is no name.
constexpr std::array<std::string_view, 15> offices = {"Mayor", "Chancellor", "Justice", "Advocate", "Chief",
                                                      "World", "Plan",       "Class",   "Copy",     "File",
                                                      "List",  "Key",        "Record",  "Sheet",    "Document"};
/// What may begin a name in small letters.
constexpr std::array<std::string_view, 16> particles = {"al",  "bin", "da", "de",  "del", "den", "der", "di",
                                                        "dos", "du",  "el", "ibn", "la",  "le",  "van", "von"};

template <typename List>
bool holds(const List& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

/// Written as titles are, or all in capitals (`MS` is an illness and a company), or `mr` and `mrs` in small letters.
bool is_title(std::string_view word) {
  if (holds(titles, word) || word == "mr" || word == "mrs") return true;
  return word == "MR" || word == "MRS" || word == "MISS" || word == "DR" || word == "PROF";
}

bool is_before_name(char c) { return std::string_view(". \t\n\"(").find(c) != std::string_view::npos; }

/// Returns whether a name stands at `at`: a word with a capital, or an initial, perhaps behind a particle.
bool is_name(std::string_view text, std::size_t at, bool small_too) {
  const std::size_t end = past(text, at, is_word);
  const std::string_view word = text.substr(at, end - at);
  if (word.empty() || is_digit(word.front()) || holds(offices, word)) return false;
  if (holds(particles, word) && end + 1 < text.size()) return true;
  return is_capital(text[at]) || static_cast<unsigned char>(text[at]) >= 0xC3 || (small_too && end - at > 1);
}

}  // namespace

void find_birth_dates(std::string_view text, std::vector<PersonalDetail>& found) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::size_t end = past_birth_word(text, at);
    if (end == at) continue;
    auto date = date_between(text, end, end + reach);
    if (!date) date = date_between(text, at > reach ? at - reach : 0, at);
    if (date) found.push_back({PersonalKind::birth_date, *date});
    at = end - 1;
  }
}

void find_names(std::string_view text, std::vector<PersonalDetail>& found) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!is_letter(text[at]) || !begins_word(text, at)) continue;
    std::size_t end = past(text, at, is_word);
    const std::string_view word = text.substr(at, end - at);
    if (is_title(word)) {
      const bool dotted = word != "PC";  // which may end a sentence
      const std::size_t next = past(text, end, [&](char c) { return is_before_name(c) && (dotted || c != '.'); });
      if (next > end && next < text.size() && is_name(text, next, is_small(word.front())))
        found.push_back({PersonalKind::name, at});
    }
    at = end - 1;
  }
}

}  // namespace escalate

#include "time/duration_fault.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/suggest.hpp"
#include "time/duration_read.hpp"
#include "time/duration_tidy.hpp"
#include "time/number_words.hpp"
#include "time/quote.hpp"
#include "time/scan.hpp"

namespace escalate {
namespace {

constexpr const char* forms = "write a number and a unit, as in 5 working days; or same working day, or immediately";
constexpr const char* ceiling_forms = "write agreed, or agreed, at most 10 working days";

TimeFault usage(std::string text, std::string help) {
  return {TimeFault::Kind::usage, std::move(text), std::move(help)};
}

bool begins_a_number(std::string_view word) {
  return word.find_first_of("0123456789") != std::string_view::npos || number_of_word(plain_spacing(word)).has_value();
}

std::vector<std::string> unit_names() {
  std::vector<std::string> names;
  for (const Unit& unit : units()) names.push_back(unit.many);
  for (const Unit& unit : units()) names.push_back(unit.one);
  return names;
}

/// Says why `text`, whose meaning is plain, is not accepted: it must be written as `tidy`.
TimeFault untidy(std::string_view text, const std::string& tidy) {
  const std::string plain = plain_spacing(text);
  const std::string_view word = std::string_view(plain).substr(0, plain.find(' '));
  const std::string help = "write " + tidy;
  if (number_of_word(word)) return usage(in_quotes(word) + " is a number written as a word", help);
  return usage(in_quotes(text) + " is not how a time is written", help);
}

bool only_digits(std::string_view number) {
  return number.find_first_not_of("0123456789") == std::string_view::npos && number.front() != '0';
}

TimeFault bad_number(std::string_view number, const Unit& unit) {
  const bool zero = number.find_first_not_of('0') == std::string_view::npos;
  return usage(fmt::format("{} is not a whole number from 1 to {}", in_quotes(number), unit.most),
               zero                  ? "the least is 1; or write same working day, or immediately"
               : only_digits(number) ? fmt::format("the most is {}", unit.most)
                                     : fmt::format("write a whole number, as in 5 {}", unit.many));
}

/// Returns whether `unit` is what others call working days.
bool means_working_days(const std::string& unit) {
  static const std::vector<std::string> names = {"business day", "business days", "workday",  "workdays",
                                                 "work day",     "work days",     "weekdays", "office days"};
  return std::find(names.begin(), names.end(), unit) != names.end();
}

/// Diagnoses a text that begins with a number.
TimeFault number_fault(std::string_view text) {
  const std::size_t space = text.find(' ');
  const std::string_view number = text.substr(0, space);
  const std::string_view unit = trimmed(text.substr(number.size()));
  if (unit.empty() && !plain_number(number)) return usage(in_quotes(number) + " is not a time", forms);
  if (unit.empty())
    return usage(in_quotes(number) + " has no unit",
                 fmt::format("write {} working days, or hours, days, weeks or months", number));
  if (const Unit* known = unit_called(plain_spacing(unit))) return bad_number(number, *known);
  if (means_working_days(plain_spacing(unit)))
    return usage("unknown unit " + in_quotes(unit), fmt::format("write {} working days", number));
  return usage("unknown unit " + in_quotes(unit),
               did_you_mean(unit, unit_names(), "the units are hours, working days, days, weeks and months"));
}

/// Diagnoses `HEAD or sooner`.
TimeFault sooner_fault(const std::string& head) {
  if (head == "immediately") return usage("nothing is sooner than 'immediately'", "write immediately");
  if (read_open(head.substr(0, head.find(',')))) {
    return usage(in_quotes(head) + " leaves room for sooner by itself", "leave out 'or sooner'");
  }
  return duration_fault(head);
}

/// Diagnoses `HEAD, at most REST`.
TimeFault ceiling_fault(const std::string& head, const std::string& rest) {
  const auto time = read_duration(tidy_duration(head));
  if (time)
    return usage(in_quotes(head) + " is a time of its own; 'at most' goes with " + or_list(open_words()),
                 "write " + text_of(*time));
  if (!read_open(head))
    return usage(in_quotes(head) + " is not a time left open",
                 did_you_mean(head, open_words(), "write " + or_list(open_words())));
  if (rest == "immediately") return usage("'at most immediately' leaves nothing open", "write immediately");
  return duration_fault(rest);
}

/// Diagnoses `IN, out of hours OUT`.
TimeFault hours_fault(const InAndOutOfHours& halves) {
  const auto within = read_within(halves.in);
  if (!within) return within_fault(halves.in);
  if (within->time) return duration_fault(halves.out);
  return usage(in_quotes(halves.in) + " has no time that office hours could change",
               "write a time before 'out of hours', as in 24 hours, out of hours next working day");
}

/// Diagnoses a text without a number.
TimeFault word_fault(std::string_view text, std::vector<std::string> known, const std::string& otherwise) {
  if (const Unit* unit = unit_called(plain_spacing(text)))
    return usage(in_quotes(text) + " has no number", "write a number before it, as in 5 " + unit->many);
  known.insert(known.begin(), {"immediately", "same working day", "next working day"});
  return usage(in_quotes(text) + " is not a time", did_you_mean(text, known, otherwise));
}

}  // namespace

TimeFault duration_fault(std::string_view text) {
  if (trimmed(text).empty()) return usage("no time is given", forms);
  const std::string tidy = tidy_duration(text);
  if (read_duration(tidy)) return untidy(text, tidy);
  if (const auto within = read_within(text))
    return usage(in_quotes(text) + " leaves the time open", within->time ? "write " + text_of(*within->time) : forms);
  const std::string_view words = trimmed(text);
  if (begins_a_number(words.substr(0, words.find(' ')))) return number_fault(words);
  return word_fault(words, {}, forms);
}

TimeFault within_fault(std::string_view text) {
  const std::string tidy = tidy_within(text);
  if (read_within(tidy)) return untidy(text, tidy);
  const std::string plain = plain_spacing(text);
  const InAndOutOfHours halves = split_hours(plain);
  if (!halves.out.empty()) return hours_fault(halves);
  const std::size_t comma = plain.find(at_most);
  if (plain.ends_with(or_sooner)) return sooner_fault(plain.substr(0, plain.size() - or_sooner.size()));
  if (comma != std::string::npos) return ceiling_fault(plain.substr(0, comma), plain.substr(comma + at_most.size()));
  for (const std::string& word : open_words())
    if (plain.compare(0, word.size() + 1, word + " ") == 0 || plain.compare(0, word.size() + 1, word + ",") == 0)
      return usage(in_quotes(text) + " says more than " + in_quotes(word), ceiling_forms);
  if (plain.empty() || begins_a_number(plain.substr(0, plain.find(' ')))) return duration_fault(text);
  return word_fault(trimmed(text), open_words(), forms);
}

}  // namespace escalate

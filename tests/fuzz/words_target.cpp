#include "base/escape.hpp"
#include "base/suggest.hpp"
#include "fuzz/targets.hpp"
#include "store/names.hpp"
#include "time/duration.hpp"
#include "time/guess.hpp"
#include "time/quote.hpp"
#include "time/stamp.hpp"

namespace escalate::fuzz {
namespace {

/// Returns what is wrong with the words of a refusal.
std::string wrong_in(const TimeFault& fault) {
  if (fault.text.empty()) return "refused without a word";
  return shown(fault.text) == fault.text ? "" : "a fault that a terminal would obey: " + shown(fault.text);
}

std::string wrong_stamp(std::string_view text) {
  const auto stored = parse_stored(text);
  if (!stored) return wrong_in(stored.error());
  return iso(*stored) == text ? "" : "a stored time is written otherwise: " + iso(*stored);
}

std::string wrong_utc(std::string_view text) {
  const auto utc = parse_utc(text);
  if (!utc) return wrong_in(utc.error());
  return iso_utc(*utc) == text ? "" : "a UTC time is written otherwise: " + iso_utc(*utc);
}

std::string wrong_typed(std::string_view text) {
  static const Instant now = parse_utc("2026-11-16T09:00:00Z").value();
  const auto typed = parse_typed(text, now);
  if (!typed) return wrong_in(typed.error());
  const auto stored = parse_stored(iso(*typed));
  return stored && *stored == *typed ? "" : "a typed time is not read back: " + iso(*typed);
}

std::string wrong_duration(std::string_view text) {
  const auto duration = parse_duration(text);
  if (!duration) return wrong_in(duration.error());
  const std::string written = text_of(*duration);
  const auto again = parse_duration(written);
  return again && text_of(*again) == written ? "" : "a duration is not read back: " + written;
}

std::string wrong_within(std::string_view text) {
  const auto within = parse_within(text);
  if (!within) return wrong_in(within.error());
  const std::string written = text_of(*within);
  const auto again = parse_within(written);
  return again && text_of(*again) == written ? "" : "a WITHIN is not read back: " + written;
}

std::string wrong_names(std::string_view text) {
  const std::string folded = folded_case_id(text);
  if (folded_case_id(folded) != folded) return "folding a folded id changes it";
  if (const auto meant = case_id_meant(text); meant && !year_of_case_id(*meant)) return "no id is meant: " + *meant;
  if (const auto year = year_of_case_id(text); year && case_id_meant(text) != std::string(text))
    return "a case id means another";
  policy_id_meant(text);
  nearest(text, {"leeds-2019", "kent", "north-yorkshire"});
  return shown(in_quotes(text)) == in_quotes(text) ? "" : "a quotation that a terminal would obey";
}

}  // namespace

std::string words_misbehaviour(std::string_view bytes) {
  for (const auto& wrong : {wrong_stamp, wrong_utc, wrong_typed, wrong_duration, wrong_within, wrong_names})
    if (std::string found = wrong(bytes); !found.empty()) return found;
  return {};
}

}  // namespace escalate::fuzz

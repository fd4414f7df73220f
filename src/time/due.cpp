#include "time/due.hpp"

#include "time/london.hpp"

namespace escalate {

Date day_of(const Due& due) { return day_of(due.when); }

Instant order_of(const Due& due) {
  const Date* day = std::get_if<Date>(&due.when);
  return day != nullptr ? start_of(*day + std::chrono::days{1}) : std::get<Instant>(due.when);
}

bool passed(const Due& due, const Stamp& at) {
  const Instant* limit = std::get_if<Instant>(&due.when);
  const Instant* moment = std::get_if<Instant>(&at);
  if (due.immediately || limit == nullptr || moment == nullptr) return day_of(at) > day_of(due);
  return to_the_minute(*moment) > to_the_minute(*limit);
}

std::string iso(const Due& due) { return iso(due.when); }

Stamp as_was_due(const Due& due) { return due.immediately ? Stamp(day_of(due)) : due.when; }

std::optional<CountFrom> count_from_word(std::string_view word) {
  if (word == "receipt") return CountFrom::receipt;
  if (word == "deemed") return CountFrom::deemed;
  if (word == "inclusive") return CountFrom::inclusive;
  return std::nullopt;
}

std::string word_of(CountFrom count_from) {
  if (count_from == CountFrom::receipt) return "receipt";
  return count_from == CountFrom::deemed ? "deemed" : "inclusive";
}

}  // namespace escalate

#include "time/duration_read.hpp"

#include <algorithm>

#include "time/scan.hpp"

namespace escalate {
namespace {

constexpr int most_units = 9999;
constexpr int most_months = 1200;

/// Reads a TIME that leaves room: anything but `immediately`.
std::optional<Duration> read_span(std::string_view text) {
  const auto time = read_duration(text);
  return time && !std::holds_alternative<Immediately>(*time) ? time : std::nullopt;
}

std::optional<Within> read_or_sooner(std::string_view text) {
  if (!text.ends_with(or_sooner)) return std::nullopt;
  const auto time = read_span(text.substr(0, text.size() - or_sooner.size()));
  return time ? std::optional(Within{{}, time, true, {}}) : std::nullopt;
}

/// Reads WITHIN without what counts out of hours.
std::optional<Within> read_plain_within(std::string_view text) {
  if (const auto time = read_duration(text)) return Within{{}, time, false, {}};
  if (const auto within = read_or_sooner(text)) return within;
  const std::size_t comma = text.find(at_most);
  const auto open = read_open(text.substr(0, comma));
  if (!open) return std::nullopt;
  if (comma == std::string_view::npos) return Within{open, {}, false, {}};
  const auto time = read_span(text.substr(comma + at_most.size()));
  return time ? std::optional(Within{open, time, false, {}}) : std::nullopt;
}

}  // namespace

const std::vector<Unit>& units() {
  static const std::vector<Unit> all{
      {"hour", "hours", most_units, [](int count) -> Duration { return Hours{count}; }},
      {"working day", "working days", most_units, [](int count) -> Duration { return WorkingDays{count}; }},
      {"day", "days", most_units, [](int count) -> Duration { return Days{count}; }},
      {"week", "weeks", most_units, [](int count) -> Duration { return Weeks{count}; }},
      {"month", "months", most_months, [](int count) -> Duration { return Months{count}; }}};
  return all;
}

const std::vector<std::string>& open_words() {
  static const std::vector<std::string> words{"agreed", "without delay", "as soon as possible", "urgently"};
  return words;
}

const Unit* unit_called(std::string_view name) {
  for (const Unit& unit : units())
    if (name == unit.one || name == unit.many) return &unit;
  return nullptr;
}

std::optional<int> plain_number(std::string_view text) {
  if (text.substr(0, 1) == "0") return std::nullopt;
  const auto number = take_digits(text, 4);
  return text.empty() ? number : std::nullopt;
}

std::optional<Duration> read_duration(std::string_view text) {
  if (text == "immediately") return Immediately{};
  if (text == "same working day") return SameWorkingDay{};
  if (text == "next working day") return NextWorkingDay{};
  const std::size_t space = text.find(' ');
  if (space == std::string_view::npos) return std::nullopt;
  const auto number = plain_number(text.substr(0, space));
  const Unit* unit = unit_called(text.substr(space + 1));
  if (!number || unit == nullptr || *number > unit->most) return std::nullopt;
  return unit->of(*number);
}

std::optional<Open> read_open(std::string_view text) {
  const auto& words = open_words();
  if (std::find(words.begin(), words.end(), text) == words.end()) return std::nullopt;
  return Open{text == "agreed" ? Open::Kind::agreed : Open::Kind::without_delay, std::string(text)};
}

InAndOutOfHours split_hours(std::string_view text) {
  const std::size_t comma = text.find(out_of_hours);
  if (comma == std::string_view::npos) return {text, {}};
  return {text.substr(0, comma), text.substr(comma + out_of_hours.size())};
}

std::optional<Within> read_within(std::string_view text) {
  const InAndOutOfHours halves = split_hours(text);
  auto within = read_plain_within(halves.in);
  if (!within || halves.in.size() == text.size()) return within;
  within->out_of_hours = read_duration(halves.out);
  return within->time && within->out_of_hours ? within : std::nullopt;
}

}  // namespace escalate

// Reads times strictly. A text is first taken apart as written, then asked of the London clock; a form that is not
// accepted is refused with the form to write, never guessed at.
#include <fmt/format.h>

#include <optional>

#include "base/result.hpp"
#include "base/suggest.hpp"
#include "time/guess.hpp"
#include "time/london.hpp"
#include "time/quote.hpp"
#include "time/scan.hpp"
#include "time/stamp.hpp"

namespace escalate {
namespace {

using std::chrono::minutes;

constexpr minutes furthest_east{14 * 60};
constexpr minutes furthest_west{-12 * 60};

/// What a text is read as.
enum class Reading { date, stored, typed, utc };

/// A time as written, before the London clock is asked.
struct Written {
  Date day;
  std::optional<minutes> clock;   ///< none for a date alone
  std::optional<minutes> offset;  ///< none for a time without one
};

std::string what_is_read(Reading reading) {
  if (reading == Reading::utc) return "a time of UTC";
  return reading == Reading::date ? "a date" : "a time";
}

std::string form_of(Reading reading) {
  switch (reading) {
    case Reading::date:
      return "write a day as 2026-11-05";
    case Reading::stored:
      return "write a day as 2026-11-05 or a time as 2026-11-05T16:40+00:00";
    case Reading::utc:
      return "write a time of UTC to the second, as 2026-11-05T16:44:51Z";
    case Reading::typed:
      break;
  }
  return "write a day as 2026-11-05, a time as 2026-11-05T16:40, or 16:40 for today";
}

tl::unexpected<TimeFault> usage(std::string text, std::string help) {
  return time_fault(TimeFault::Kind::usage, std::move(text), std::move(help));
}

/// Returns what to write for `text`: the very day or time it can only mean, else the form.
std::string cure_of(std::string_view text, Reading reading) {
  const auto meant = guess(text);
  if (!meant || reading == Reading::utc) return form_of(reading);
  if (!meant->clock || reading == Reading::date) return "write " + iso(meant->day);
  if (reading == Reading::typed) return "write " + iso(meant->day) + "T" + clock_text(*meant->clock);
  const auto instant = london_instant(meant->day, *meant->clock);
  return instant ? "write " + iso(*instant) : form_of(reading);
}

tl::unexpected<TimeFault> unreadable(std::string_view text, Reading reading) {
  return usage(fmt::format("{} is not {}", in_quotes(text), what_is_read(reading)), cure_of(text, reading));
}

tl::unexpected<TimeFault> no_such_day(std::string_view text, std::chrono::year_month month) {
  if (!month.month().ok())
    return usage(fmt::format("{} does not exist: months go from 01 to 12", in_quotes(text)), form_of(Reading::date));
  const std::chrono::year_month_day last{month / std::chrono::last};
  return usage(fmt::format("{} does not exist: that month has days 01 to {}", in_quotes(text),
                           static_cast<unsigned>(last.day())),
               form_of(Reading::date));
}

tl::unexpected<TimeFault> no_such_clock(std::string_view text, Reading reading) {
  if (text.find("24:00") == std::string_view::npos) return unreadable(text, reading);
  return usage(fmt::format("{} is not a time: the clock goes from 00:00 to 23:59", in_quotes(text)),
               "write 00:00 of the day that begins then");
}

/// Takes `2026-11-05` off the front of `text`.
Timed<Date> take_date(std::string_view& text, Reading reading) {
  const std::string_view whole = text;
  const auto year = take_number(text, 4);
  const auto month = year && take(text, "-") ? take_number(text, 2) : std::nullopt;
  const auto day = month && take(text, "-") ? take_number(text, 2) : std::nullopt;
  if (!day) return unreadable(whole, reading);
  const std::string_view read = whole.substr(0, whole.size() - text.size());
  const std::chrono::year_month_day date{std::chrono::year{*year}, std::chrono::month{static_cast<unsigned>(*month)},
                                         std::chrono::day{static_cast<unsigned>(*day)}};
  if (!date.ok()) return no_such_day(read, date.year() / date.month());
  if (Date{date} < first_date)
    return usage(fmt::format("{} is before the year 1900", in_quotes(read)), form_of(reading));
  return Date{date};
}

/// Takes `Z`, `+01:00` or `-05:00` off the front of `text`.
std::optional<minutes> take_offset(std::string_view& text) {
  std::string_view rest = text;
  const bool east = take(rest, "+");
  const bool zulu = !east && take(rest, "Z");
  if (!east && !zulu && !take(rest, "-")) return std::nullopt;
  const auto size = zulu ? minutes{0} : take_clock(rest);
  if (!size) return std::nullopt;
  const minutes offset = east ? *size : -*size;
  if (offset > furthest_east || offset < furthest_west) return std::nullopt;
  text = rest;
  return offset;
}

/// Takes the seconds `:51` off the front of `text`.
std::optional<std::chrono::seconds> take_seconds(std::string_view& text) {
  std::string_view rest = text;
  const auto seconds = take(rest, ":") ? take_number(rest, 2) : std::nullopt;
  if (!seconds || *seconds > 59) return std::nullopt;
  text = rest;
  return std::chrono::seconds{*seconds};
}

/// Refuses what stands after the time in `text`.
tl::unexpected<TimeFault> stray_end(std::string_view text, std::string_view rest, Reading reading) {
  if (rest.front() != '+' && rest.front() != '-') return unreadable(text, reading);
  return usage(fmt::format("{} has the offset {}", in_quotes(text), in_quotes(rest)),
               "write an offset as +01:00, from -12:00 to +14:00, or Z for UTC");
}

/// Takes a whole text apart: a date, or a date and a time with `T` or a space between them.
Timed<Written> written(std::string_view text, Reading reading) {
  std::string_view rest = text;
  Written parts;
  parts.day = TRY(take_date(rest, reading));
  if (rest.empty()) return parts;
  if (!take(rest, "T") && !take(rest, " ")) return unreadable(text, reading);
  parts.clock = take_clock(rest);
  if (!parts.clock) return no_such_clock(text, reading);
  if (const auto seconds = take_seconds(rest); seconds && seconds->count() > 0)
    return usage(fmt::format("{} has seconds", in_quotes(text)), "write the time to the minute");
  parts.offset = take_offset(rest);
  if (!rest.empty()) return stray_end(text, rest, reading);
  return parts;
}

/// Asks the London clock when that is.
Timed<Stamp> placed(const Written& parts) {
  if (!parts.clock) return parts.day;
  if (!parts.offset) return london_instant(parts.day, *parts.clock);
  return placeable(parts.day + *parts.clock - *parts.offset);
}

}  // namespace

Timed<Date> parse_date(std::string_view text) {
  std::string_view rest = text;
  const Date day = TRY(take_date(rest, Reading::date));
  if (!rest.empty()) return usage(in_quotes(text) + " is more than a date", "write " + iso(day));
  return day;
}

Timed<Stamp> parse_stored(std::string_view text) {
  const Written parts = TRY(written(text, Reading::stored));
  const Stamp stamp = TRY(placed(parts));
  const std::string expected = iso(stamp);
  if (text == expected) return stamp;
  return usage(in_quotes(text) + " is not to the minute with London's offset then", "write " + expected);
}

Timed<Instant> parse_utc(std::string_view text) {
  std::string_view rest = text;
  const Date day = TRY(take_date(rest, Reading::utc));
  const auto clock = take(rest, "T") ? take_clock(rest) : std::nullopt;
  const auto seconds = clock ? take_seconds(rest) : std::nullopt;
  if (!seconds || rest != "Z") return unreadable(text, Reading::utc);
  return day + *clock + *seconds;
}

Timed<Stamp> parse_typed(std::string_view text, Instant now) {
  const Date today = london_date(now);
  if (text == "today") return Stamp{today};
  if (text == "yesterday") return Stamp{today - std::chrono::days{1}};
  std::string_view rest = text;
  if (const auto clock = take_clock(rest); clock && rest.empty()) return placed({today, clock, {}});
  if (text.substr(0, 5) == "24:00") return no_such_clock(text, Reading::typed);
  const std::string word = nearest(text, {"today", "yesterday", "monday"});  // monday is near today in letters only
  if (!word.empty() && word != "monday")
    return usage(in_quotes(text) + " is not a time", "did you mean '" + word + "'?");
  const Written parts = TRY(written(text, Reading::typed));
  return placed(parts);
}

}  // namespace escalate

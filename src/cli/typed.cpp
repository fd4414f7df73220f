#include "cli/typed.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/letters.hpp"
#include "base/suggest.hpp"
#include "base/typed_text.hpp"
#include "time/quote.hpp"

namespace escalate {
namespace {

constexpr std::size_t most_input_bytes = std::size_t{1} << 20;

Failure in_option(const TimeFault& fault, const std::string& option) {
  Failure failure = failure_of(fault);
  failure.text = option + ": " + failure.text;
  if (fault.kind == TimeFault::Kind::coverage) failure.code = ExitCode::usage;
  return failure;
}

bool begins_like_a_date(const std::string& text) {
  return text.find_first_of("-/:") != std::string::npos || text == "today" || text == "yesterday" ||
         text.find_first_not_of("0123456789") == std::string::npos;
}

/// Returns whether `text` holds the name of a month, or is a day said in words.
bool names_a_day(const std::string& text) {
  static const std::vector<std::string> names = {"tomorrow", "jan", "feb", "mar", "apr", "may", "jun",
                                                 "jul",      "aug", "sep", "oct", "nov", "dec"};
  const std::string lower = in_small(text);
  return std::any_of(names.begin(), names.end(), [&](const std::string& name) {
    const std::size_t at = lower.find(name);
    return at == 0 || (at != std::string::npos && lower[at - 1] == ' ');
  });
}

}  // namespace

std::string Typed::optional_text(const Text& typed, const std::string& option) {
  if (!typed) return {};
  std::string text = *typed;
  if (text == "-") {
    if (m_input_taken) {
      failed({ExitCode::usage, "only one text can come from standard input", "give '-' to one option only", {}});
      return {};
    }
    m_input_taken = true;
    auto input = m_context.env.read_input(most_input_bytes);
    if (!input) {
      failed(input.error());
      return {};
    }
    text = std::move(*input);
  }
  auto cleaned = typed_text(text, option);
  if (cleaned) return std::move(*cleaned);
  failed(cleaned.error());
  return {};
}

std::string Typed::needed_text(const Text& typed, const std::string& option, const std::string& shown_as) {
  if (!typed) missing(shown_as);
  return optional_text(typed, option);
}

std::string Typed::optional_line(const Text& typed, const std::string& option) {
  std::string text = optional_text(typed, option);
  if (text.find('\n') != std::string::npos)
    failed({ExitCode::usage, option + ": this is one line, not several", "", {}});
  return text;
}

std::string Typed::needed_line(const Text& typed, const std::string& option, const std::string& shown_as) {
  if (!typed) missing(shown_as);
  return optional_line(typed, option);
}

void Typed::missing(const std::string& shown_as) { m_missing.push_back(shown_as); }

void Typed::failed(Failure failure) {
  if (!m_failure) m_failure = std::move(failure);
}

Result<void> Typed::check(const std::string& command) const {
  if (!m_missing.empty())
    return fail(ExitCode::usage, "'" + command + "' needs " + and_list(m_missing),
                "see: escalate " + command + " --help");
  if (m_failure) return tl::make_unexpected(*m_failure);
  return {};
}

Result<TypedMark> read_mark(const std::string& typed, const Stamp& otherwise, Instant now) {
  const std::size_t equals = typed.find('=');
  TypedMark mark{typed.substr(0, equals), otherwise};
  if (mark.mark.empty())
    return fail(ExitCode::usage, "a mark is missing before " + in_quotes(typed), "write MARK or MARK=TIME");
  if (equals == std::string::npos) return mark;
  const std::string time = typed.substr(equals + 1);
  mark.since.reset();
  if (time != "unknown") mark.since = TRY(read_past_time(time, "mark " + in_quotes(mark.mark), now));
  return mark;
}

Result<Stamp> read_time(const std::string& typed, const std::string& option, Instant now) {
  auto stamp = parse_typed(typed, now);
  if (!stamp) return tl::make_unexpected(in_option(stamp.error(), option));
  return *stamp;
}

Result<Stamp> read_past_time(const std::string& typed, const std::string& option, Instant now) {
  const Stamp stamp = TRY(read_time(typed, option, now));
  if (!before(Stamp(to_the_minute(now)), stamp)) return stamp;
  return fail(ExitCode::refused, option + ": " + iso(stamp) + " is in the future",
              "write down what has happened, when it has");
}

Result<TypedUntil> read_until(const std::vector<std::string>& words, Instant now) {
  const std::string text = fmt::format("{}", fmt::join(words, " "));
  TypedUntil until;
  if (begins_like_a_date(text) || names_a_day(text)) {
    until.date = TRY(read_time(text, "the date", now));
    return until;
  }
  auto duration = parse_duration(text);
  if (!duration) {
    Failure failure = failure_of(duration.error());
    if (text.find_first_of("0123456789") == std::string::npos)
      failure.help = "write a date such as 2026-11-16, or a duration such as 5 working days";
    return tl::make_unexpected(failure);
  }
  until.duration = *duration;
  return until;
}

}  // namespace escalate

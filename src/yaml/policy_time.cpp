#include "yaml/policy_time.hpp"

#include <fmt/format.h>

#include "time/duration.hpp"
#include "yaml/values.hpp"

namespace escalate {
namespace {

/// The shortest and the longest a duration can be, in hours.
struct Span {
  enum class Unit { hours, days, months, working_days } unit = Unit::hours;
  int least = 0;
  int most = 0;
};

constexpr int hours_a_day = 24;

/// To the end of a day that is so many days off.
Span calendar_days(Span::Unit unit, int least, int most) {
  return {unit, least * hours_a_day, (most + 1) * hours_a_day};
}

struct SpanOf {
  Span operator()(const Hours& hours) const { return {Span::Unit::hours, hours.count, hours.count}; }
  Span operator()(const Days& days) const { return calendar_days(Span::Unit::days, days.count, days.count); }
  Span operator()(const Weeks& weeks) const { return (*this)(Days{weeks.count * 7}); }
  Span operator()(const Months& months) const {
    return calendar_days(Span::Unit::months, months.count * 28, months.count * 31);
  }
  /// At least as many days, at most twice as many and the week of the longest holidays.
  Span operator()(const WorkingDays& days) const {
    return calendar_days(Span::Unit::working_days, days.count, 2 * days.count + 8);
  }
  Span operator()(const SameWorkingDay&) const { return calendar_days(Span::Unit::working_days, 0, 8); }
  Span operator()(const NextWorkingDay&) const { return calendar_days(Span::Unit::working_days, 0, 8); }
  Span operator()(const Immediately&) const { return {}; }
};

/// Returns whether `aim` can never be shorter than `time`; false where that depends on the day.
bool never_shorter(const Duration& aim, const Duration& time) {
  if (std::holds_alternative<Immediately>(time)) return true;
  if (std::holds_alternative<Immediately>(aim)) return false;
  const Span a = std::visit(SpanOf{}, aim);
  const Span b = std::visit(SpanOf{}, time);
  if (a.unit == b.unit) return a.least >= b.least;
  return a.least >= b.most;
}

std::optional<Within> within_in(PolicySource& source, Fields& fields) {
  const auto text = fields.text("within");
  if (!text) return std::nullopt;
  const auto within = parse_within(*text);
  if (!within) {
    source.faults.push_back(fault_of(source.document, fields.at("within"), within.error()));
    return std::nullopt;
  }
  if (within->out_of_hours && !source.document.root.find("office-hours"))
    source.fault(fields.at("within"), "'out of hours' without 'office-hours'",
                 "say when the office is open, as in office-hours: {monday-friday: 09:00-17:00}");
  return *within;
}

std::optional<Duration> aim_in(PolicySource& source, Fields& fields) {
  const auto text = fields.text("aim");
  if (!text) return std::nullopt;
  const auto aim = parse_duration(*text);
  if (aim) return *aim;
  source.faults.push_back(fault_of(source.document, fields.at("aim"), aim.error()));
  return std::nullopt;
}

void check_aim(PolicySource& source, const Fields& fields, const Timing& timing) {
  if (!fields.has("within") && fields.has("aim"))
    source.fault(fields.at("aim"), "'aim' without 'within'",
                 "write the most it may take as 'within'; an aim alone is a text for 'what'");
  if (!timing.aim || !timing.within || !timing.within->time) return;
  if (never_shorter(*timing.aim, *timing.within->time))
    source.fault(fields.at("aim"),
                 fmt::format("aim '{}' is not shorter than within '{}'", text_of(*timing.aim), text_of(*timing.within)),
                 "'aim' is wished for, 'within' is the most");
}

}  // namespace

Force read_force(Fields& fields, MayBeFree may) {
  std::vector<std::string> words = {"must", "should", "guide"};
  if (may == MayBeFree::yes) words.push_back("may");
  const std::string word = fields.one_of("force", words).value_or("must");
  for (const Force force : {Force::should, Force::guide, Force::may})
    if (word == word_of(force)) return force;
  return Force::must;
}

Timing read_timing(PolicySource& source, Fields& fields, MayBeFree may) {
  Timing timing{within_in(source, fields), aim_in(source, fields), read_force(fields, may)};
  check_aim(source, fields, timing);
  return timing;
}

}  // namespace escalate

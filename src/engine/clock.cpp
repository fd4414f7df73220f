#include "engine/clock.hpp"

namespace escalate {
namespace {

void start(Clock& clock, const ClockRule& rule) {
  if (rule.within->time) {
    auto counted = count(*clock.from, *rule.within, *rule.calendar, rule.count_from, *rule.hours);
    if (counted) {
      clock.due = counted->due;
      clock.provisional = counted->provisional;
      clock.computed = std::move(*counted);
    } else {
      clock.fault = counted.error();
    }
  }
  if (rule.aim)
    if (auto aim = count(*clock.from, *rule.aim, *rule.calendar, rule.count_from, *rule.hours))
      clock.aim = std::move(*aim);
}

void agree(Clock& clock, const DueStatement& statement) {
  const Due due{statement.until};
  if (!clock.agreed || earlier(due, Due{clock.agreed->until})) clock.agreed = statement;
  if (clock.due && !earlier(due, *clock.due)) return;
  clock.due = due;
  clock.provisional = false;
}

void extend(Clock& clock, const DueStatement& statement) {
  clock.extended = statement;
  clock.before_extension = clock.due;
  clock.due = Due{statement.until};
  clock.provisional = false;
}

}  // namespace

bool earlier(const Due& a, const Due& b) { return order_of(a) < order_of(b); }

Clock clock_of(const ClockRule& rule, const std::optional<Stamp>& from, const CaseState& state,
               std::string_view limit_or_duty, std::string_view of) {
  Clock clock;
  clock.from = from;
  if (!rule.within || !from) return clock;
  start(clock, rule);
  for (const DueStatement& statement : state.statements) {
    if (statement.limit_or_duty != limit_or_duty || statement.of != of) continue;
    statement.extends ? extend(clock, statement) : agree(clock, statement);
  }
  return clock;
}

}  // namespace escalate

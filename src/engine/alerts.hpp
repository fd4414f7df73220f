#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/duties.hpp"
#include "engine/limits.hpp"

namespace escalate {

/// What a reader must act on, most pressing first (SEMANTICS.md, Alerts).
enum class AlertState { urgent, overdue, due_now, due_today, due_soon, no_date, waiting, undone };

/// Returns `urgent`, `overdue`, `due-now`, `due-today`, `due-soon`, `no-date`, `waiting` or `undone`.
std::string word_of(AlertState state);
/// Returns the eight words, most pressing first.
const std::vector<std::string>& alert_words();
std::optional<AlertState> alert_state(std::string_view word);

enum class AlertKind { limit, duty, case_as_a_whole };
std::string word_of(AlertKind kind);

/// One thing to act on.
struct Alert {
  AlertState state = AlertState::waiting;
  AlertKind kind = AlertKind::limit;
  std::string id;  ///< the limit, duty or mark, or `halted`, `decided-twice`, `no-limit`
  std::string stage;
  std::vector<std::string> roles;
  std::optional<Due> due;
  bool provisional = false;
  std::optional<Stamp> since;  ///< what an age counts from
  int age = 0;                 ///< whole days, where something waits or is overdue
  const LimitStanding* limit = nullptr;
  const DutyStanding* duty = nullptr;
  std::vector<const UrgentRule*> urgent;
};

/// Returns whether `a` is more pressing: by state, then by due, one that has a due before one that has none.
bool more_pressing(const Alert& a, const Alert& b);

/// Returns whether a mark's date is owed: answered `unknown`, or asked for where the case is now and never answered, as
/// after a change of route.
bool not_known(const Policy& policy, const CaseState& state, const std::string& mark);

/// An urgent mark that holds, with what the policy says of it.
struct UrgentMark {
  std::string mark;
  std::vector<const UrgentRule*> rules;
};

/// Returns the urgent marks that hold in an open or resolved case, in the order of the policy; none when it is closed
/// or void.
std::vector<UrgentMark> urgent_marks(const Policy& policy, const CaseState& state);

/// The day and the horizon that alerts are judged by.
struct AlertClock {
  Instant now;
  Date soon;  ///< last day that is `due-soon`
};

/// Returns the clock of alerts at `now`: soon is the end of the `within`-th working day after today; beyond the
/// calendar, of the `within`-th day.
AlertClock alert_clock(Instant now, int within, const Calendar& calendar);

/// Returns what must be acted on, most pressing first, then by due, then by id. Pointers lead into the arguments.
std::vector<Alert> alerts_of(const Policy& policy, const CaseState& state, const std::vector<LimitStanding>& limits,
                             const std::vector<DutyStanding>& duties, const AlertClock& clock);

}  // namespace escalate

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/outlook.hpp"

namespace escalate {

/// Checks of what people ask for. A refusal is a Failure with exit 4 whose help names the command to type.

/// Returns what `advance` enters: `to`, else the only next rung's stage (SEMANTICS.md 12); `route` may be empty.
struct Destination {
  std::string stage;
  std::string route;
};
Result<Destination> destination_of_advance(const Outlook& outlook, const std::string& to, const std::string& route);

/// Returns the stage `reopen` enters: `to`, else where the case stood (SEMANTICS.md 13).
Result<std::string> stage_of_reopening(const Outlook& outlook, const std::string& to);

/// Checks that the case is open and not halted yet; that it is open and halted.
Result<void> may_halt(const Outlook& outlook);
Result<void> may_resume(const Outlook& outlook);

/// Returns the stage and route a case is opened at: `to` or the first rung's stage of `route`.
Result<Destination> destination_of_open(const Policy& policy, const std::string& to, const std::string& route);

/// A limit or duty a date is agreed for or extended.
struct ClockChoice {
  std::string limit_or_duty;
  std::string of;
  std::optional<Due> due;  ///< in force
};

/// Returns what `agree` means: `wanted`, else by SEMANTICS.md 15.
Result<ClockChoice> clock_to_agree(const Outlook& outlook, const std::string& wanted);
/// Returns what `extend` means: `wanted`, else the binding limit. It has a due.
Result<ClockChoice> clock_to_extend(const Outlook& outlook, const std::string& wanted);

/// Checks that the date agreed is neither before `at` nor later than what is in force.
Result<void> may_agree(const ClockChoice& choice, const Stamp& until, const Stamp& at, const std::string& case_id);
/// Checks that the date is later than what is in force.
Result<void> may_extend(const ClockChoice& choice, const Stamp& until);

/// Checks the date of an agreed or extended event against what was in force `then`, just before it.
Result<void> may_set_date(const Event& event, const Outlook& then);

/// Which occurrences of a duty `done` ticks.
struct DoneQuestion {
  std::string duty;
  std::string stage;  ///< empty: not said
  std::string role;
  bool all = false;
};

/// Returns the occurrences (SEMANTICS.md 18): of the present stage, else the only one outstanding, or all.
Result<std::vector<const Occurrence*>> occurrences_to_tick(const Outlook& outlook, const DoneQuestion& question);

/// Fails with exit 4 unless `standing` is one of `allowed`.
Result<void> must_be(const Outlook& outlook, std::initializer_list<CaseStanding> allowed, const std::string& to_do);

/// Fails when an event that moves the case would stand before the one it follows (SEMANTICS.md 6).
Result<void> not_before_last_move(const Outlook& outlook, const Stamp& at);

}  // namespace escalate

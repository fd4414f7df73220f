#pragma once

#include <optional>
#include <string_view>

#include "engine/replay.hpp"

namespace escalate {

/// The time a limit or a duty has: how it was counted and what people agreed about it.
struct Clock {
  std::optional<Stamp> from;           ///< what it counts from; nothing while that has not happened
  std::optional<Count> computed;       ///< the count of `within`'s time, or of its ceiling
  std::optional<TimeFault> fault;      ///< why there is no count
  std::optional<DueStatement> agreed;  ///< the earliest day or time agreed
  std::optional<DueStatement> extended;
  std::optional<Due> before_extension;  ///< the due in force when it was last extended
  std::optional<Due> due;               ///< in force; nothing while there is none
  bool provisional = false;             ///< the due in force consulted a projected day
  std::optional<Count> aim;             ///< wished for, never late

  /// Returns whether nothing has been agreed where the policy leaves the time to agreement.
  bool lacks_agreement(const Within& within) const {
    return within.agreed() && !agreed && !extended && from.has_value();
  }
};

/// What a clock is made of.
struct ClockRule {
  const Within* within = nullptr;  ///< null: no time at all
  const Duration* aim = nullptr;
  const Calendar* calendar = nullptr;
  CountFrom count_from = CountFrom::receipt;
  const OfficeHours* hours = nullptr;
};

/// Returns the clock of `rule` from `from`, with what was agreed or extended for (`limit_or_duty`, `of`) applied in
/// causal order: an agreed date may only shorten, an extension replaces the due (SEMANTICS.md 15).
Clock clock_of(const ClockRule& rule, const std::optional<Stamp>& from, const CaseState& state,
               std::string_view limit_or_duty, std::string_view of);

/// Returns whether `a` comes before `b`; a day counts as its end.
bool earlier(const Due& a, const Due& b);

}  // namespace escalate

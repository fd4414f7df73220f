#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/chain.hpp"
#include "engine/marks.hpp"

namespace escalate {

/// The time a case spends in a stage, once: from one opened, advanced or reopened on the chain to the next.
struct Stay {
  std::string stage;
  std::string route;
  Stamp entered;
  std::size_t by = 0;               ///< the event that began it
  std::optional<std::size_t> left;  ///< the event that began the next
};

/// A moment that happened.
struct Happening {
  Moment moment;
  Stamp at;
  std::size_t event = 0;
};

/// One time a duty arose: (duty, stage, role if by-each, id of the event by which it arose) (SEMANTICS.md 17).
struct Occurrence {
  const Duty* duty = nullptr;
  std::string stage;
  std::string role;  ///< with `by-each`
  std::string of;    ///< id of the event by which it arose
  Moment moment;
  Stamp from;  ///< the later of its moment and its mark
  std::size_t event = 0;
  std::size_t stay = 0;  ///< the stay the case was in once `event` was applied
  bool after_resolution = false;
  enum class End { outstanding, done, not_needed, met, dropped } end = End::outstanding;
  std::optional<Stamp> ended_at;
  std::optional<std::size_t> ended_by;

  bool outstanding() const { return end == End::outstanding; }
};

/// An agreed or extended due of a limit or duty.
struct DueStatement {
  std::string limit_or_duty;
  std::string of;
  Stamp until;
  bool extends = false;
  std::size_t event = 0;
};

/// What is true of a case: the fold over its standing events. Indices point into `events`.
struct CaseState {
  std::vector<Event> events;  ///< counting, amended, in causal order
  CaseStanding standing = CaseStanding::void_case;
  Chain chain;
  std::string stage;
  std::string route;
  std::vector<Stay> stays;
  std::size_t process = 0;  ///< the stay that began the process now running
  Marks marks;
  std::vector<Happening> happened;  ///< in causal order; since the process began, marks excepted
  std::vector<Occurrence> occurrences;
  std::vector<DueStatement> statements;
  std::vector<std::size_t> ignored;   ///< what was said of a stay or duty that is not there counts for nothing
  std::optional<std::size_t> halted;  ///< the event that halted it
  std::map<std::string, std::string> assigned;  ///< role: job

  const Opened* opened() const;
  bool open() const { return standing == CaseStanding::open; }
};

/// Folds a case's events, parents first, into what is true of it now (SEMANTICS.md 6 to 18).
CaseState replay(const Policy& policy, const Case& record);

/// Returns the latest happening of `moment`, or null.
const Happening* latest(const CaseState& state, const Moment& moment);

}  // namespace escalate

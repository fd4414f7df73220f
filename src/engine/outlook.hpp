#pragma once

#include <memory>
#include <string>
#include <vector>

#include "engine/alerts.hpp"
#include "engine/raise_window.hpp"
#include "engine/rungs.hpp"
#include "policy/settings.hpp"

namespace escalate {

/// What is looked at together: one case under its policy, with the calendar of the policy and the jobs of the service.
struct Subject {
  const Case* record = nullptr;
  const Policy* policy = nullptr;
  const Calendar* calendar = nullptr;
  const Settings* settings = nullptr;
};

/// Everything there is to say about a case at one moment. Move only: its parts point into one another.
struct Outlook {
  Subject subject;
  Instant now;
  std::unique_ptr<const CaseState> state;
  std::vector<LimitStanding> limits;
  std::vector<DutyStanding> duties;
  std::vector<Alert> alerts;
  std::vector<NextStep> next;
  std::optional<RaiseWindow> raise_window;  ///< until when it could be raised, where the policy says
  std::vector<std::string> notes;           ///< what a reader must know beside the dates
  bool damaged = false;                     ///< the record is damaged: dates come from what stands there
  Faults problems;  ///< dues beyond the calendar, and what the record says that its policy lacks

  const CaseState& is() const { return *state; }
  const LimitStanding* binding() const { return binding_of(limits); }
  std::string owner() const;  ///< of the stage it stands at
};

/// Returns the outlook of a case at `now`; what is due by the end of the `within`-th working day is `due-soon`.
/// Everything in `subject` must outlive it.
Outlook outlook_of(const Subject& subject, Instant now, int within = 1);

/// Returns what `was-due` of the last event of `after` must hold: each limit and duty whose due in force `before` it is
/// gone or later after it, with that due; of several occurrences of one duty the earliest (SEMANTICS.md 16). A
/// correction of the opening may change the policy between the two.
std::vector<std::pair<std::string, Stamp>> was_due(const Subject& before, const Subject& after);

/// Returns what a record says that its policy does not know: stages, routes, duties, limits, marks and roles
/// (SEMANTICS.md 22).
Faults unknown_words(const Case& record, const Policy& policy);

}  // namespace escalate

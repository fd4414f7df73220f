#pragma once

#include <functional>
#include <string>
#include <vector>

#include "cli/records.hpp"
#include "cli/typed.hpp"

namespace escalate {

/// What a writing command wants to do to an existing case.
struct Change {
  std::string verb;     ///< the command, for messages: `advance`
  std::string case_id;  ///< as typed
  WritingOptions writing;

  /// Decides the events to add, from the case as it stands under the lock.
  std::function<Result<std::vector<Body>>(const Outlook& outlook, const Stamp& at)> decide;

  /// Fails when the case must not stand as it would after them; nothing is checked where this is empty. `read` is the
  /// case as it stands.
  std::function<Result<void>(const CaseReading& read, const Outlook& before, const Outlook& after)> check = {};
  bool may_precede_opening = false;  ///< `note` and `done` may; nothing else
  std::string stand_in = {};         ///< a policy to look at the case by where its own cannot be used
  bool mends = false;                ///< what was wrong with the record before is not said when it is so no longer
};

/// Adds events to a case: locks, reads, decides, proves, writes, and says what is true now (DESIGN.md section 8,
/// SEMANTICS.md 25). With
/// `--dry-run` all but the lock and the writing. `typed` has gathered what is missing; the job in `by` is added to
/// that.
Result<ExitCode> record(const Change& change, Context& context, Typed& typed);

/// When an event happened and who wrote it.
struct Heading {
  Stamp at;
  std::string by;
  bool typed_at = false;
};

/// Reads `--at` and `--by`, the latter from the settings where it is not given; what is missing is noted in `typed`.
Result<Heading> heading_of(const WritingOptions& writing, const Settings& settings, Instant now, Typed& typed,
                           const std::string& command);

/// Fails unless the policy asks for the mark at opening: only there is `unknown` an answer. A mark that is true has a
/// time, be it now.
Result<void> may_be_unknown(const Policy& policy, const std::string& mark);

/// Fails when settings are faulty: nothing is written then (SEMANTICS.md 23).
Result<void> settings_must_hold(const Records& records);

}  // namespace escalate

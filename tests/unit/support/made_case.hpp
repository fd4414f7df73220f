#pragma once

#include <string>
#include <utility>
#include <vector>

#include "engine/outlook.hpp"

namespace escalate::test {

/// Returns the policy of policies/ID.yaml; throws with its faults when it has any.
const Policy& policy_called(const std::string& id);

/// Returns the policy of this text, whose `id` must be `test`; throws with its faults when it has any.
Policy policy_of(const std::string& yaml);

/// A record made event by event. Each event follows the one before it and has the id `e1`, `e2`, ... unless said
/// otherwise.
class MadeCase {
 public:
  /// Opens a case at `at` on `route` (empty: the first), entered at `to` (empty: its first stage).
  MadeCase(const Policy& policy, const std::string& at,
           const std::vector<std::pair<std::string, std::string>>& marks = {}, const std::string& route = "",
           const std::string& to = "");

  /// Adds an event; returns its id.
  std::string add(const std::string& at, Body body);
  /// Adds an event that follows `after` instead of the last one.
  std::string add_after(const std::vector<std::string>& after, const std::string& at, Body body);

  std::string advance(const std::string& at, const std::string& to) { return add(at, Advanced{to, "because", ""}); }
  std::string mark(const std::string& at, const std::string& mark, const std::string& since);
  std::string clear(const std::string& at, const std::string& mark);
  std::string resolve(const std::string& at);
  /// Ticks the first outstanding occurrence of `duty` (with `role`, if by-each).
  std::string done(const std::string& at, const std::string& duty, const std::string& role = "");
  std::string agree(const std::string& at, const std::string& until, const std::string& limit_or_duty);
  std::string extend(const std::string& at, const std::string& until, const std::string& limit_or_duty);

  Outlook at(const std::string& now, int within = 1) const;
  Subject subject() const;
  const Case& record() const { return m_record; }
  Case& record() { return m_record; }

 private:
  std::string run_of(const std::string& limit_or_duty) const;
  const Policy& m_policy;
  Case m_record;
};

/// Returns the subject of `made` with another record: `before`, as it stood earlier.
Subject subject_with(const Case& before, const MadeCase& made);

/// Returns `STAGE: DUE (LIMIT)` of the binding limit, or `STAGE: none`.
std::string binding_line(const Outlook& outlook);

/// Returns a line a limit: `ID DUE`, in file order; `ID -` where there is no due, `ID off` where it does not apply.
std::string limit_lines(const Outlook& outlook);

/// Returns a line a duty still owed: `ID STAGE DUE`, with its role if by-each; `-` where there is no due.
std::string duty_lines(const Outlook& outlook);

/// Returns a line an alert: `STATE KIND ID`.
std::string alert_lines(const Outlook& outlook);

}  // namespace escalate::test

#pragma once

#include <string>
#include <vector>

#include "engine/outlook.hpp"

namespace escalate {

/// The phrases that several screens share. None ends with a line end; all are safe to print.

/// Returns the job that fills a role in this case with the role's title, else the title, else what was written.
std::string role_words(const Outlook& outlook, const std::string& role);

/// Returns `stage 3a, Head of service to head of service`.
std::string stage_words(const Policy& policy, const std::string& stage);
/// Returns what a mark says is true, or its id where the policy lacks it.
std::string title_of_mark(const Policy& policy, const std::string& id);
/// Returns the moment as people say it: `the opening`, `entering stage 3`, `stage 2 left unresolved`, a mark's title.
std::string moment_words(const Policy& policy, const Moment& moment);
/// Returns the moment for the middle of a sentence: a mark's title in quotes.
std::string quoted_moment(const Policy& policy, const Moment& moment);
/// Returns what a clock waits for: the moments of which any will do, or "the later of" them.
std::string waited_for(const Policy& policy, const Moments& moments);

/// Returns ` (provisional: ...)`, or nothing.
std::string provisional_words(bool provisional);

/// Returns ` (where possible)`, or nothing where the policy says "must".
std::string force_remark(Force force);
/// Returns how long a limit or duty has and how strongly: `10 working days`, `at most 10 working days where possible`.
std::string within_words(const Within& within, Force force);
/// Returns `96 hours from coming into stage 1 on Saturday 24 October 2026 at 10:00`.
std::string counting_words(const Outlook& outlook, const LimitStanding& limit);
/// Returns `due by end of Monday 13 April 2026`, with `provisional` where it is; or why there is no due.
std::string due_words(const LimitStanding& limit);
std::string due_words(const DutyStanding& duty);

/// Returns `Line manager (raising side)`, the names with their sides.
std::string owner_words(const Outlook& outlook, const std::vector<std::string>& roles);
/// Returns who owes a duty and to whom: `Social worker, to Children's social care`.
std::string owed_words(const Outlook& outlook, const Occurrence& occurrence);
/// Returns the contacts as `Title, 0113 ..., x@y`.
std::vector<std::string> contact_lines(const Policy& policy, const std::vector<std::string>& contacts);

/// Which marks are meant: all of the policy, or those that an urgent rule names.
enum class WantedMarks { all, urgent };
/// Returns the marks that could be set in this case and are not.
std::vector<const MarkRule*> marks_not_set(const Outlook& outlook, WantedMarks wanted);

/// Returns what was owed when the case was closed and is not done since, a line a duty; empty when nothing.
std::string left_undone(const Outlook& outlook);

}  // namespace escalate

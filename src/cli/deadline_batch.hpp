#pragma once

#include "cli/deadline_question.hpp"

namespace escalate {

/// The answers to the lines of a CSV text, a row each.
struct DeadlineBatch {
  std::vector<DeadlineRow> rows;
  Faults problems;  ///< of the rows with an error, by line; a calendar that cannot be read is told once
};

/// Answers every line below the header, whatever is wrong with another. Fails with `usage` on a header without the
/// columns `from,duration,calendar,count-from`, in any order; the columns of an answer may stand there too and are
/// worked out anew.
Result<DeadlineBatch> answer_lines(std::string_view text, Instant now, Calendars& calendars);

}  // namespace escalate

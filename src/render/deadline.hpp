#pragma once

#include <optional>
#include <string>
#include <vector>

#include "render/envelope.hpp"
#include "time/due.hpp"

namespace escalate {

/// A question to `deadline`, read, with its answer.
struct Deadline {
  Stamp from;
  Within within;
  std::string calendar_name;
  bool calendar_by_default = false;
  const Calendar* calendar = nullptr;  ///< null where the duration needs none
  CountFrom count_from = CountFrom::receipt;
  std::optional<Count> count;  ///< nothing where the duration leaves the time open
};

/// One row of `deadline --batch`, as it is written.
struct DeadlineRow {
  std::string from;
  std::string duration;
  std::string calendar;
  std::string count_from;
  std::string due;          ///< empty where there is none
  std::string provisional;  ///< `true` or `false`; empty where there is no due
  std::string error;        ///< empty, or one of the words of TimeFault
};

/// Returns the names of the columns of a row, in their order.
const std::vector<std::string>& deadline_columns();

/// Returns the due in words, how it was counted, and every day of the count.
std::string deadline_text(const Deadline& deadline);
std::string deadline_json(const Deadline& deadline, const Envelope& envelope);
/// Returns the one row that `--format csv` gives.
DeadlineRow row_of(const Deadline& deadline);

/// Returns the header and the rows.
std::string rows_csv(const std::vector<DeadlineRow>& rows);
std::string rows_json(const std::vector<DeadlineRow>& rows, const Envelope& envelope);

}  // namespace escalate

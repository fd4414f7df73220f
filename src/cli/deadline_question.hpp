#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/context.hpp"
#include "cli/library.hpp"
#include "render/deadline.hpp"

namespace escalate {

/// The calendars that `deadline` counts on. Neither they nor the workspace are looked for before a duration needs them.
class Calendars {
 public:
  explicit Calendars(const Context& context) : m_context(context) {}

  /// Returns the calendar `name`, one of `calendar_names()`. Fails with `data` where there is no workspace, or as
  /// Library does.
  Result<const Calendar*> named(const std::string& name);

 private:
  const Context& m_context;
  std::optional<Result<Library>> m_library;
};

/// What `deadline` is asked, as typed; what is empty has its default.
struct DeadlineQuestion {
  std::string from;
  std::string duration;
  std::string calendar;
  std::string count_from;
};

/// The answer, and everything that stands in its way.
struct DeadlineAnswer {
  Deadline deadline;  ///< whole when there is no fault
  std::vector<TimeFault> faults;
  std::optional<Failure> no_calendar;  ///< why the calendar cannot be read; also among `faults`, as coverage
};

/// The calendar and the way of counting of questions that name none.
inline constexpr const char* default_calendar = "england-and-wales";
inline constexpr const char* default_count_from = "receipt";

/// Answers the question as asked at `now`. All that cannot be read is found, not only the first.
DeadlineAnswer answer(const DeadlineQuestion& question, Instant now, Calendars& calendars);

}  // namespace escalate

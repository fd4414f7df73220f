#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "time/date.hpp"

namespace escalate {

/// A command of the demonstration: when it is given, and its words.
struct DemoStep {
  Date day;
  const char* clock;  ///< London's: `10:15`
  std::vector<std::string> words;
};

/// Returns the commands by which made-up cases came to stand where the report of `today` needs them: urgent, overdue,
/// due today, due soon, without a date, resolved with something still owed, halted, and in time. Every day is one
/// before today, and those that are due are due by the calendar's days, so that it is so on any day of the year.
std::vector<DemoStep> demo_steps(Date today);

/// Returns whether a case of this id is one of the demonstration, made on whatever day.
bool is_demo_case(std::string_view id);

/// The cases that the answer of `demo` names: the one that is overdue, and the one that is urgent.
inline constexpr const char* overdue_demo_case = "H6W1P";
inline constexpr const char* urgent_demo_case = "P1HW8";

}  // namespace escalate

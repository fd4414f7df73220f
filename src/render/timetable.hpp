#pragma once

#include <string>
#include <vector>

#include "engine/timetable.hpp"
#include "render/envelope.hpp"

namespace escalate {

/// A question to `policy timetable` with its answer.
struct Timetable {
  TimetableQuestion question;
  std::vector<TimetableStage> stages;
};

/// Returns the errors of limits that lie beyond the calendar, in the order of the stages.
Faults problems_of(const Timetable& timetable);

/// Returns each stage with when it is entered and its limits, the tightest first said.
std::string timetable_text(const Timetable& timetable);
std::string timetable_json(const Timetable& timetable, const Envelope& envelope);

/// Adds `policy`, `route` and `stages` to an object.
void add_timetable(Json& json, const Timetable& timetable);

}  // namespace escalate

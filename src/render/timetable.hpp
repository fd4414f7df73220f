#pragma once

#include <string>
#include <vector>

#include "engine/sums.hpp"
#include "engine/timetable.hpp"
#include "render/envelope.hpp"

namespace escalate {

/// A question to `policy timetable` with its answer.
struct Timetable {
  TimetableQuestion question;
  std::vector<TimetableStage> stages;
  std::vector<Collision> collisions;
};

/// Returns each stage with when it is entered and its limits, the tightest first said, and where limits collide.
std::string timetable_text(const Timetable& timetable);
std::string timetable_json(const Timetable& timetable, const Envelope& envelope);

/// Adds `policy`, `route`, `stages` and `collisions` to an object.
void add_timetable(Json& json, const Timetable& timetable);

}  // namespace escalate

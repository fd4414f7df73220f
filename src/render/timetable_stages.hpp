#pragma once

#include <string>
#include <vector>

#include "engine/timetable.hpp"
#include "render/envelope.hpp"

namespace escalate {

// What the timetable of a policy and the forecast of a case print alike.

/// Whether a stage stands above this one, which is reckoned from it.
enum class Above { next_stage, nothing };

/// Returns a stage, with what is `said` of it after its title, when it is entered, when it runs out or why it has no
/// date, and its limits.
std::string stage_block(const TimetableStage& stage, const Policy& policy, Above above, const std::string& said = {});

/// Returns why a stage has no date: "nothing agreed", "without delay", what its limits wait for, ...
std::string why_no_date(const TimetableStage& stage, const Policy& policy);

/// Returns what to say where a due consulted a projected day; empty where none did.
std::string provisional_note(const std::vector<TimetableStage>& stages, const Calendar& calendar);

/// Returns the errors of limits that lie beyond the calendar, in the order of the stages.
Faults problems_of(const std::vector<TimetableStage>& stages);

Json json_of(const TimetableStage& stage);

}  // namespace escalate

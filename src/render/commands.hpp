#pragma once

#include <string>

#include "engine/outlook.hpp"

namespace escalate {

/// The commands that screens name, ready to type but for the words in capitals.

/// Returns a command to type: `escalate advance NY-2026-K7QXM --because TEXT`.
std::string command_line(const Outlook& outlook, const std::string& verb, const std::string& rest = {});
/// Returns the command for a step: `escalate advance CASE --to S --because TEXT`.
std::string command_of(const Outlook& outlook, const NextStep& step);

/// Returns the command where no stage is next: to resolve an open case, to do what is owed of a resolved one or close
/// it, to add a note.
std::string last_command(const Outlook& outlook);

/// Returns the command that ticks an occurrence of a duty.
std::string done_command(const Outlook& outlook, const Occurrence& occurrence);

/// Returns the command an alert asks for.
std::string command_for(const Outlook& outlook, const Alert& alert);

}  // namespace escalate

#pragma once

#include <string>
#include <string_view>

namespace escalate {

/// Returns the help of a command (`open`, `policy list`), a group (`policy`) or the program (empty): lines of at most
/// 80 columns, the last one ended. Empty when there is no such command.
std::string help_text(std::string_view command);

/// Returns how a command is written, without a line end after the last line; empty when there is no such command.
std::string usage_of(std::string_view command);

}  // namespace escalate

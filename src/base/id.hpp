#pragma once

#include <string_view>

namespace escalate {

/// Returns whether `text` is written as ids and keys are: `[a-z0-9]+(-[a-z0-9]+)*`.
bool is_id(std::string_view text);

/// Returns whether `text` is written as ids of events and digests of policies are: 16 hex digits, lower case.
bool is_seal(std::string_view text);

}  // namespace escalate

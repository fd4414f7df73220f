#pragma once

#include <string_view>
#include <vector>

#include "base/personal_kind.hpp"

namespace escalate {

/// Returns the personal details that `text` seems to hold, in order: numbers whose check digit or letter is right, and
/// what has the shape of the others. Spaces and hyphens within them change nothing. Takes time linear in the text.
std::vector<PersonalDetail> personal_details(std::string_view text);

}  // namespace escalate

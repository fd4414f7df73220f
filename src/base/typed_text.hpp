#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"

namespace escalate {

/// The most bytes one typed text may have once cleaned (DESIGN.md section 8).
inline constexpr std::size_t most_typed_bytes = std::size_t{64} << 10;

/// Returns `typed` as it is stored (SEMANTICS.md 24): NFC, line ends as LF, without spaces at the ends of lines and
/// without blank lines around it. `option` names it in messages. Fails with `usage` on what is no UTF-8, on control,
/// bidirectional and invisible characters and noncharacters, naming the code point, on more than `most_typed_bytes`,
/// and when nothing is left.
Result<std::string> typed_text(std::string_view typed, std::string_view option);

}  // namespace escalate

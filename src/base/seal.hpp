#pragma once

#include <string>
#include <string_view>

namespace escalate {

/// Returns the first 16 hex digits, lower case, of SHA-256 over `bytes` (FIPS 180-4), as event ids and policy digests
/// use it.
std::string seal_of(std::string_view bytes);

/// Returns one canonical row: `PATH LENGTH:VALUE` and LF; LENGTH is in bytes; LFs at the end of `value` do not count.
std::string canonical_row(std::string_view path, std::string_view value);

}  // namespace escalate

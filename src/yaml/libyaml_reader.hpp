#pragma once

#include <string>
#include <tl/expected.hpp>

#include "base/fault.hpp"
#include "base/tree.hpp"

namespace escalate {

/// Reads one document from bytes that `check_bytes` let pass. Fails with the faults found up to the first syntax error,
/// that included.
tl::expected<Document, Faults> read_with_libyaml(std::string file, std::string bytes);

}  // namespace escalate

#pragma once

#include <string>
#include <tl/expected.hpp>

#include "base/fault.hpp"
#include "base/tree.hpp"

namespace escalate {

/// Reads the one JSON value in `bytes`, the contents of `file`, into a tree with places: objects as maps, arrays as
/// lists, strings as quoted texts, numbers and `true` and `false` as plain ones, `null` as nothing. Fails with every
/// fault that can be told apart: what is no JSON (RFC 8259) or no UTF-8, text behind the value, a key that stands twice
/// in one object, more than 16 levels.
tl::expected<Document, Faults> read_json(std::string file, std::string bytes);

/// Makes a fault at `at`, with the line there as its excerpt unless it is long: what is published often is one line.
Fault feed_fault(const Document& document, Mark at, std::string text, std::string help = {},
                 Severity severity = Severity::error);

}  // namespace escalate

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "base/fault.hpp"
#include "casefile/event.hpp"

namespace escalate {

/// The lines of one event in a case file: from its hyphen up to the next event's. Comments and blank lines between two
/// events belong to the one above them, so that an event added at the end changes no other's lines.
struct EventLines {
  Event event;
  std::string canonical;  ///< what it says (SEMANTICS.md, canonical form)
  std::string text;       ///< with LF at the end of each line
};

/// A case file taken apart. `head`, then each event's lines, is the file with LF as line ends and without a byte order
/// mark.
struct CaseParts {
  Case record;
  std::string head;
  std::vector<EventLines> events;  ///< in written order, each id once, of equal copies the first
  std::size_t indent = 0;          ///< the blanks before each hyphen
  bool crlf = false;               ///< the file's lines end in CR LF
};

/// Takes the case file `bytes` apart, whatever its id. Fails with every fault where no dates may be told from it, and
/// where no event could be added at its end.
tl::expected<CaseParts, Faults> parts_of_case(const std::string& file, std::string_view bytes);

/// Returns an event's lines moved sideways, so that their hyphen has `to` blanks before it instead of `from`.
std::string indented(std::string_view lines, std::size_t from, std::size_t to);

}  // namespace escalate

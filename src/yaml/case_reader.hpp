#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/fault.hpp"
#include "base/tree.hpp"
#include "casefile/event.hpp"

namespace escalate {

/// What reading a case file gave. `record` is absent where no dates may be told from it; where errors stand beside a
/// record it is damaged, and dates come from what stands there (SEMANTICS.md 22).
struct CaseReading {
  std::optional<Case> record;
  Faults faults;      ///< in file order
  Document document;  ///< what `appended` adds to; empty where the YAML itself is bad
};

/// Reads a case file (DESIGN.md section 5). Where all seals hold libyaml's reading is enough, else yaml-cpp must agree
/// (SEMANTICS.md 26). `expected_id` is the case id that the name of the file gives.
CaseReading read_case(std::string file, std::string bytes, std::string_view expected_id);

}  // namespace escalate

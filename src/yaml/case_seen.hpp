#pragma once

#include "yaml/case_reader.hpp"

namespace escalate {

/// Returns the case as the writer of the event `id` saw it: the events it follows, with the values they counted with
/// then, and that event last, as it was written. The record must not be damaged.
Case case_up_to(const CaseReading& reading, const std::string& id);

}  // namespace escalate

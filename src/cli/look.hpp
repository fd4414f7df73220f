#pragma once

#include <memory>
#include <string>
#include <vector>

#include "cli/records.hpp"
#include "engine/outlook.hpp"
#include "render/envelope.hpp"

namespace escalate {

/// A case that was looked at, with what it rests on.
struct Looked {
  std::unique_ptr<LoadedCase> loaded;
  Outlook outlook;
};

/// Reads the case `typed` names and looks at it. Problems are kept in `records`.
Result<Looked> look_at(Records& records, const std::string& typed, Instant now);

/// Reads every case and looks at each; those without dates are problems in `records`.
std::vector<Looked> look_at_all(Records& records, Instant now, int within = 1);

Envelope envelope_of(const Records& records, Instant now);

/// Whether faults show the line they are in. What is mailed must not: a line of a case file may hold free text.
enum class Excerpts { shown, none };

/// Prints the problems on standard error and returns the code they earn: `data` for any error, else `ok`.
ExitCode tell_problems(const Records& records, Context& context, Excerpts excerpts = Excerpts::shown);

}  // namespace escalate

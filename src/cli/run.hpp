#pragma once

#include <string>
#include <vector>

#include "base/fault.hpp"
#include "store/env.hpp"

namespace escalate {

/// Reads the command line, runs the command, says on standard error what failed, and returns how the program ends. What
/// the command printed is held back by `env.out`; the caller flushes it.
ExitCode run(const std::vector<std::string>& words, Env& env);

}  // namespace escalate

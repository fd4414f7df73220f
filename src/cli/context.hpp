#pragma once

#include "cli/options.hpp"
#include "store/env.hpp"
#include "time/date.hpp"

namespace escalate {

/// What every command gets: the door to the world, the global options, and the time it is (`--now` already applied to
/// `env.now`).
struct Context {
  Env& env;
  GlobalOptions global;

  Instant now() const { return env.now; }
};

}  // namespace escalate

#pragma once

#include <string>
#include <vector>

#include "engine/replay.hpp"

namespace escalate {

/// A moment that happened and a duty that waits for its condition to hold.
struct Pending {
  const Duty* duty = nullptr;
  Happening happening;
  std::string stage;
};

/// A replay under way: the state so far, and what the event being applied has made happen.
struct Fold {
  const Policy& policy;
  CaseState state = {};
  std::size_t now = 0;  ///< the event being applied, in `state.events`
  std::vector<Happening> fresh = {};
  std::vector<Pending> pending = {};

  const Event& event() const { return state.events[now]; }
};

/// Makes a moment happen: at the time of the event being applied, or at another.
void happen(Fold& fold, const Moment& moment);
void happen(Fold& fold, const Moment& moment, const Stamp& at);

}  // namespace escalate

#include "engine/replay.hpp"

#include <algorithm>

namespace escalate {

const Opened* CaseState::opened() const {
  for (const Event& event : events)
    if (const auto* found = std::get_if<Opened>(&event.body)) return found;
  return nullptr;
}

const Happening* latest(const CaseState& state, const Moment& moment) {
  const auto found = std::find_if(state.happened.rbegin(), state.happened.rend(),
                                  [&](const Happening& one) { return one.moment == moment; });
  return found == state.happened.rend() ? nullptr : &*found;
}

}  // namespace escalate

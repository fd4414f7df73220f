#pragma once

#include <string>
#include <vector>

#include "casefile/event.hpp"
#include "policy/policy.hpp"

namespace escalate {

/// What a position event leaves a case as. In order of strength: a merge never silences an escalation (SEMANTICS.md 9).
enum class CaseStanding { open, resolved, closed, void_case };

std::string word_of(CaseStanding standing);

/// Where a case stands once a position event has been applied.
struct Link {
  std::size_t event = 0;  ///< index into the standing events
  CaseStanding standing = CaseStanding::open;
  std::string stage;  ///< where it stands, or stood when it was resolved or closed
  std::string route;
};

/// The position events that decide where a case stands, oldest first, and the tips that lost.
struct Chain {
  std::vector<Link> links;          ///< empty only when nothing opened the case
  std::vector<std::size_t> rivals;  ///< other tips: the case is decided twice until they are settled
};

/// Returns the chain of `standing` (counting events in causal order) by SEMANTICS.md 9: from the strongest tip back to
/// `opened`. `written` holds all events of the file, for who follows whom: an event that no longer counts still links
/// those around it.
Chain chain_of(const Policy& policy, const std::vector<Event>& standing, const std::vector<Event>& written);

/// Returns the route on which `stage` is reached from `current`: the current one when it holds the stage, else the
/// first that does, else an empty text.
std::string route_to(const Policy& policy, std::string_view stage, std::string_view current);

/// Returns the first stage of a route: its first rung's first.
std::string first_stage(const Policy& policy, std::string_view route);

}  // namespace escalate

#include "engine/raise_window.hpp"

#include <algorithm>

namespace escalate {
namespace {

/// Finds the mark the window counts from: the earliest known, or with `latest-of` the latest once all are.
void find_start(RaiseWindow& window, const Marks& marks) {
  for (const Moment& moment : window.rule->from) {
    const auto mark = marks.find(moment.subject);
    const bool known = mark != marks.end() && mark->second.since && !mark->second.unknown;
    if (!known && window.rule->from.latest_of) {
      window.from.reset();
      window.counted_from.reset();
      return;
    }
    if (!known) continue;
    const Stamp& since = *mark->second.since;
    if (window.from && (instant_of(*window.from) <= instant_of(since)) != window.rule->from.latest_of) continue;
    window.from = since;
    window.counted_from = moment;
  }
}

}  // namespace

std::optional<RaiseWindow> raise_window_of(const CaseState& state, const Policy& policy, const Calendar& calendar) {
  const auto opening = std::find_if(state.events.begin(), state.events.end(),
                                    [](const Event& event) { return std::holds_alternative<Opened>(event.body); });
  if (!policy.raise_by || opening == state.events.end()) return std::nullopt;
  RaiseWindow window;
  window.rule = &*policy.raise_by;
  window.opened = opening->at;
  find_start(window, state.marks);
  if (!window.from) return window;
  auto counted = count(*window.from, policy.raise_by->within, calendar, policy.count_from, policy.office_hours);
  if (counted)
    window.count = *std::move(counted);
  else
    window.fault = counted.error();
  if (window.late()) window.days_late = static_cast<int>((day_of(window.opened) - day_of(window.count->due)).count());
  return window;
}

}  // namespace escalate

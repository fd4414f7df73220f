#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "casefile/event.hpp"
#include "unit/support/times.hpp"

namespace escalate::test {

/// Makes an event by hand, as if sealed.
inline Event event(std::string id, std::string_view at, std::vector<std::string> after, Body body = Noted{"A note."}) {
  Event made;
  made.id = std::move(id);
  made.at = stamp(at);
  made.after = std::move(after);
  made.body = std::move(body);
  return made;
}

/// Makes a correction that strikes an event out.
inline Event strike(std::string id, std::string_view at, std::string corrects) {
  return event(std::move(id), at, {corrects}, Corrected{corrects, "It was wrong.", {}});
}

/// Returns the ids of the events at `indices`, one after the other.
inline std::string ids_at(const std::vector<Event>& events, const std::vector<std::size_t>& indices) {
  std::string ids;
  for (const std::size_t index : indices) ids += (ids.empty() ? "" : " ") + events.at(index).id;
  return ids;
}

}  // namespace escalate::test

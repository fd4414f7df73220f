// Which events count: corrections form a graph in which each names one event. It is walked from the corrections that
// nothing names inwards, as in Kahn's sort, so each is decided before what it names; what is left over is a ring.
#include "casefile/standing.hpp"

#include <string_view>
#include <unordered_map>
#include <utility>

#include "casefile/order.hpp"

namespace escalate {
namespace {

constexpr std::size_t nothing = static_cast<std::size_t>(-1);

/// For each event the one it would strike out, `nothing` for most.
std::vector<std::size_t> struck_by(const std::vector<Event>& events) {
  std::unordered_map<std::string_view, std::size_t> index_of;
  for (std::size_t i = 0; i < events.size(); ++i) index_of.emplace(events[i].id, i);
  std::vector<std::size_t> targets(events.size(), nothing);
  for (std::size_t i = 0; i < events.size(); ++i) {
    const auto* corrected = std::get_if<Corrected>(&events[i].body);
    if (!corrected || corrected->instead.kind != Node::Kind::none) continue;
    const auto found = index_of.find(corrected->corrects);
    if (found != index_of.end()) targets[i] = found->second;
  }
  return targets;
}

}  // namespace

std::vector<bool> counting(const std::vector<Event>& events) {
  const std::vector<std::size_t> targets = struck_by(events);
  std::vector<std::size_t> undecided(events.size());  // strikers of an event not yet decided
  for (const std::size_t target : targets)
    if (target != nothing) ++undecided[target];
  std::vector<std::size_t> decided;
  for (std::size_t i = 0; i < events.size(); ++i)
    if (undecided[i] == 0) decided.push_back(i);
  std::vector<bool> counts(events.size(), true);
  for (std::size_t next = 0; next < decided.size(); ++next) {
    const std::size_t striker = decided[next];
    const std::size_t target = targets[striker];
    if (target == nothing) continue;
    if (counts[striker]) counts[target] = false;
    if (--undecided[target] == 0) decided.push_back(target);
  }
  return counts;
}

std::vector<Event> amended_events(const Case& record) {
  std::vector<Event> events = record.events;
  if (record.amended.empty()) return events;
  for (Event& event : events)
    if (const auto found = record.amended.find(event.id); found != record.amended.end()) event = found->second;
  return events;
}

std::set<std::string> corrected_ids(const Case& record) {
  const std::vector<Event> events = amended_events(record);
  const std::vector<bool> counts = counting(events);
  std::set<std::string> ids;
  for (std::size_t i = 0; i < events.size(); ++i)
    if (const auto* corrected = std::get_if<Corrected>(&events[i].body); corrected && counts[i])
      ids.insert(corrected->corrects);
  return ids;
}

std::vector<Event> standing(const Case& record) {
  std::vector<Event> events = amended_events(record);
  const std::vector<bool> counts = counting(events);
  std::vector<Event> standing_events;
  standing_events.reserve(events.size());
  for (const std::size_t index : causal_order(events))
    if (counts[index]) standing_events.push_back(std::move(events[index]));
  return standing_events;
}

}  // namespace escalate

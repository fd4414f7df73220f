// The ancestors of an event, by a walk from parent to parent.
#include "yaml/case_seen.hpp"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "yaml/case_amend.hpp"

namespace escalate {
namespace {

std::unordered_set<std::string_view> ancestors_of(const Event& event, const std::vector<Event>& events) {
  std::unordered_map<std::string_view, const Event*> by_id;
  for (const Event& one : events) by_id.emplace(one.id, &one);
  std::unordered_set<std::string_view> seen;
  std::vector<const Event*> open{&event};
  while (!open.empty()) {
    const Event* one = open.back();
    open.pop_back();
    for (const std::string& parent : one->after)
      if (const auto found = by_id.find(parent); found != by_id.end() && seen.insert(found->first).second)
        open.push_back(found->second);
  }
  return seen;
}

/// Returns the trees of the events of a file, by id.
std::unordered_map<std::string_view, const Node*> nodes_of(const Document& document) {
  std::unordered_map<std::string_view, const Node*> nodes;
  const Node* events = document.root.find("events");
  if (!events) return nodes;
  for (const Node& node : events->items)
    if (const Node* id = node.find("id")) nodes.emplace(id->text, &node);
  return nodes;
}

}  // namespace

Case case_up_to(const CaseReading& reading, const std::string& id) {
  const Case& whole = *reading.record;
  const Event& event =
      *std::find_if(whole.events.begin(), whole.events.end(), [&](const Event& one) { return one.id == id; });
  const auto seen = ancestors_of(event, whole.events);
  EventsRead read;
  for (const Event& one : whole.events)
    if (seen.count(one.id) > 0) read.events.push_back(one);
  read.events.push_back(event);
  Case part;
  part.id = whole.id;
  part.file = whole.file;
  if (!whole.amended.empty()) {
    const auto nodes = nodes_of(reading.document);
    for (const Event& one : read.events) read.nodes.push_back(nodes.at(one.id));
    Faults told_already;
    part.amended = amended_by_corrections(reading.document, read, told_already);
  }
  part.events = std::move(read.events);
  return part;
}

}  // namespace escalate

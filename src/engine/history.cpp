// A chronology: all events by when they happened. The corrections that count are laid over the tree of the file in
// causal order, so that each can say what it replaced.
#include "engine/history.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "casefile/order.hpp"
#include "casefile/standing.hpp"
#include "engine/owners.hpp"

namespace escalate {
namespace {

using Values = std::map<std::string, std::string>;

/// Adds the texts in `node` by their paths; the items of a list are one text.
void add_values(const std::string& path, const Node& node, Values& values) {
  if (node.kind == Node::Kind::text) values[path] = node.text;
  for (const Node& item : node.items) values[path] += (values[path].empty() ? "" : ", ") + item.text;
  for (const Entry& entry : node.entries) add_values(path + "/" + entry.key, entry.value, values);
}

Values values_in(const std::string& key, const Node* node) {
  Values values;
  if (node) add_values(key, *node, values);
  return values;
}

std::string value_at(const std::string& path, const Values& values) {
  const auto found = values.find(path);
  return found == values.end() ? std::string() : found->second;
}

/// Lays one key over `event`; returns the values that are not what they were.
std::vector<Replaced> lay_over(Node& event, const Entry& entry) {
  const Values before = values_in(entry.key, event.find(entry.key));
  const Values after = values_in(entry.key, &entry.value);
  Values all = before;
  all.insert(after.begin(), after.end());
  std::vector<Replaced> replaced;
  for (const auto& [path, ignored] : all)
    if (value_at(path, before) != value_at(path, after))
      replaced.push_back({path, value_at(path, before), value_at(path, after)});
  const auto same = std::find_if(event.entries.begin(), event.entries.end(),
                                 [&](const Entry& each) { return each.key == entry.key; });
  if (same == event.entries.end())
    event.entries.push_back(entry);
  else
    same->value = entry.value;
  return replaced;
}

std::map<std::string, const Node*> nodes_by_id(const Node& root) {
  std::map<std::string, const Node*> nodes;
  const Node* events = root.find("events");
  if (!events) return nodes;
  for (const Node& node : events->items)
    if (const Node* id = node.find("id")) nodes.emplace(id->text, &node);
  return nodes;
}

/// Returns the corrections that count of each event, by its id. Of an event that is struck out only those that do so.
std::map<std::string, std::vector<Correction>> corrections_in(const std::vector<Event>& events,
                                                              const std::map<std::string, const Node*>& nodes) {
  const std::vector<bool> counts = counting(events);
  std::set<std::string> struck_out;
  for (std::size_t i = 0; i < events.size(); ++i)
    if (!counts[i]) struck_out.insert(events[i].id);
  std::map<std::string, std::vector<Correction>> corrections;
  std::map<std::string, Node> standing;
  for (const std::size_t i : causal_order(events)) {
    const auto* corrected = std::get_if<Corrected>(&events[i].body);
    if (!corrected || !counts[i]) continue;
    Correction correction{&events[i], corrected->instead.kind == Node::Kind::none, {}};
    if (correction.strikes_out != (struck_out.count(corrected->corrects) > 0)) continue;
    const auto node = nodes.find(corrected->corrects);
    if (node == nodes.end()) continue;
    Node& present = standing.emplace(corrected->corrects, *node->second).first->second;
    for (const Entry& entry : corrected->instead.entries)
      for (Replaced& value : lay_over(present, entry)) correction.values.push_back(std::move(value));
    corrections[corrected->corrects].push_back(std::move(correction));
  }
  return corrections;
}

/// Tells of each event whether it counts.
class Weights {
 public:
  Weights(const std::vector<Event>& events, const CaseState& state) {
    const std::vector<bool> counts = counting(events);
    for (std::size_t i = 0; i < events.size(); ++i)
      if (!counts[i]) m_struck_out.insert(events[i].id);
    for (const Link& link : state.chain.links) m_on_chain.insert(state.events[link.event].id);
    for (const std::size_t index : state.ignored) m_ignored.insert(state.events[index].id);
  }
  Weight of(const Event& event) const {
    if (m_struck_out.count(event.id) > 0) return Weight::struck_out;
    if (is_position(event) && m_on_chain.count(event.id) == 0) return Weight::decided_else;
    return m_ignored.count(event.id) > 0 ? Weight::speaks_of_gone : Weight::counts;
  }

 private:
  std::set<std::string> m_struck_out, m_on_chain, m_ignored;
};

bool is_late(const Event& event) {
  return std::any_of(event.was_due.begin(), event.was_due.end(),
                     [&](const auto& one) { return passed(Due{one.second}, event.at); });
}

}  // namespace

std::string word_of(Weight weight) {
  switch (weight) {
    case Weight::counts:
      return {};
    case Weight::struck_out:
      return "struck-out";
    case Weight::decided_else:
      return "decided-otherwise";
    case Weight::speaks_of_gone:
      return "gone";
  }
  return {};
}

int days_until_logged(const Event& event) {
  return static_cast<int>((day_of(Stamp(event.logged)) - day_of(event.at)).count());
}

History history_of(const Outlook& outlook, const Node& root) {
  const Subject& subject = outlook.subject;
  History history;
  history.events = amended_events(*subject.record);
  const auto nodes = nodes_by_id(root);
  const auto corrections = corrections_in(history.events, nodes);
  const Weights weights(history.events, outlook.is());
  for (const std::size_t index : order_in_time(history.events)) {
    const Event& event = history.events[index];
    Told told;
    told.event = &event;
    const auto node = nodes.find(event.id);
    if (node != nodes.end()) told.written = node->second;
    told.weight = weights.of(event);
    if (const auto found = corrections.find(event.id); found != corrections.end()) told.corrections = found->second;
    told.roles = roles_called(event.by, *subject.policy, outlook.is(), *subject.settings);
    told.late = is_late(event);
    history.told.push_back(std::move(told));
  }
  return history;
}

}  // namespace escalate

// Corrections are applied from the latest event to the first, so that each is decided, and has its own values, before
// the event it names. An id is a hash of what it seals, so what names an event is later than it, whatever the clocks
// say.
#include "yaml/case_amend.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "casefile/order.hpp"
#include "yaml/event_reader.hpp"

namespace escalate {
namespace {

/// What is decided about one event, by corrections later than it.
struct Verdict {
  bool struck = false;
  std::vector<const Node*> instead;  // the latest first
};

/// Orders events with what they correct counted among their parents.
std::vector<std::size_t> order_of_correction(const std::vector<Event>& events) {
  std::vector<Event> outlines(events.size());
  for (std::size_t i = 0; i < events.size(); ++i) {
    outlines[i].id = events[i].id;
    outlines[i].at = events[i].at;
    outlines[i].after = events[i].after;
    if (const auto* corrected = std::get_if<Corrected>(&events[i].body))
      outlines[i].after.push_back(corrected->corrects);
  }
  return causal_order(outlines);
}

/// Returns whether nothing is left of a value from which what is empty was taken out: an empty text, or map.
bool left_empty(const Node& value) {
  return value.kind == Node::Kind::text ? value.text.empty() : value.kind == Node::Kind::map && value.entries.empty();
}

/// Returns `value` without the keys, at any depth, whose value is an empty text, and without maps that are empty then.
Node without_empty(Node value) {
  for (Entry& entry : value.entries) entry.value = without_empty(std::move(entry.value));
  auto& entries = value.entries;
  entries.erase(
      std::remove_if(entries.begin(), entries.end(), [](const Entry& entry) { return left_empty(entry.value); }),
      entries.end());
  return value;
}

/// Returns `event` with the keys of `instead` in place; an empty text there takes its key out. Other keys stay as they
/// are: an empty text in the `instead` of a correction that is itself corrected is what it says.
Node replaced(Node event, const Node& instead) {
  auto& entries = event.entries;
  for (const Entry& entry : instead.entries) {
    const auto same =
        std::find_if(entries.begin(), entries.end(), [&](const Entry& each) { return each.key == entry.key; });
    Entry changed{entry.key, entry.at, without_empty(entry.value)};
    if (left_empty(changed.value)) {
      if (same != entries.end()) entries.erase(same);
    } else if (same == entries.end()) {
      entries.push_back(std::move(changed));
    } else {
      same->value = std::move(changed.value);
    }
  }
  return event;
}

class Amendment {
 public:
  Amendment(const Document& document, const EventsRead& read, Faults& faults)
      : m_document(document), m_read(read), m_faults(faults), m_verdicts(read.events.size()) {
    for (std::size_t i = 0; i < read.events.size(); ++i) m_index_of.emplace(read.events[i].id, i);
  }

  std::map<std::string, Event> apply() {
    const std::vector<std::size_t> order = order_of_correction(m_read.events);
    for (auto index = order.rbegin(); index != order.rend(); ++index)
      if (!m_verdicts[*index].struck) decide(*index);
    return std::move(m_amended);
  }

 private:
  void decide(std::size_t index) {
    const Event& written = m_read.events[index];
    const Verdict& verdict = m_verdicts[index];
    Node node = verdict.instead.empty() ? Node{} : *m_read.nodes[index];
    for (auto instead = verdict.instead.rbegin(); instead != verdict.instead.rend(); ++instead)
      amend(written, node, **instead);
    const auto amended = m_amended.find(written.id);
    const Body& body = amended == m_amended.end() ? written.body : amended->second.body;
    if (const auto* corrected = std::get_if<Corrected>(&body)) pass_on(*corrected);
  }

  /// Replaces keys of `node`, the event `written` as amended so far, when the result is a valid event.
  void amend(const Event& written, Node& node, const Node& instead) {
    Node result = replaced(node, instead);
    Faults faults;
    auto event = read_event(m_document, result, faults);
    for (Fault& fault : faults)
      fault.text = fmt::format("corrected, event {} is not valid: {}", written.id, fault.text);
    m_faults.insert(m_faults.end(), faults.begin(), faults.end());
    if (!event) return;
    event->place = written.place;
    event->sealed = written.sealed;
    m_amended[written.id] = *std::move(event);
    node = std::move(result);
  }

  void pass_on(const Corrected& corrected) {
    const auto target = m_index_of.find(corrected.corrects);
    if (target == m_index_of.end()) return;
    Verdict& verdict = m_verdicts[target->second];
    if (corrected.instead.kind == Node::Kind::none)
      verdict.struck = true;
    else
      verdict.instead.push_back(&corrected.instead);
  }

  const Document& m_document;
  const EventsRead& m_read;
  Faults& m_faults;
  std::vector<Verdict> m_verdicts;
  std::unordered_map<std::string_view, std::size_t> m_index_of;
  std::map<std::string, Event>
      m_amended;  // nodes stay where they are: `instead` of an amended correction is pointed at
};

}  // namespace

std::map<std::string, Event> amended_by_corrections(const Document& document, const EventsRead& read, Faults& faults) {
  const bool any = std::any_of(read.events.begin(), read.events.end(), [](const Event& event) {
    const auto* corrected = std::get_if<Corrected>(&event.body);
    return corrected && corrected->instead.kind != Node::Kind::none;
  });
  return any ? Amendment(document, read, faults).apply() : std::map<std::string, Event>();
}

}  // namespace escalate

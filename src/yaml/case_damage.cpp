#include "yaml/case_damage.hpp"

#include <fmt/format.h>

#include <optional>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "base/suggest.hpp"
#include "casefile/digest.hpp"
#include "casefile/event_names.hpp"
#include "casefile/order.hpp"
#include "casefile/standing.hpp"
#include "yaml/lines.hpp"

namespace escalate {
namespace {

/// Makes faults of one document; reads its lines once, however many faults there are.
class FaultMaker {
 public:
  explicit FaultMaker(const Document& document) : m_document(document) {}

  void add(Mark at, std::string text, std::string help) {
    constexpr std::size_t longest_excerpt = 1000;
    if (!m_lines) m_lines.emplace(m_document.bytes);
    std::string excerpt(m_lines->line(at.line));
    if (excerpt.size() > longest_excerpt) excerpt.clear();
    faults.push_back(
        {Severity::error, {m_document.file, at.line, at.column}, std::move(text), std::move(help), std::move(excerpt)});
  }

  Faults faults;

 private:
  const Document& m_document;
  std::optional<Lines> m_lines;
};

Mark mark_of(const Event& event) { return {event.place.line, event.place.column}; }

/// Returns where the events stand.
Mark events_at(const Document& document) {
  const Node* events = document.root.find("events");
  return events ? events->at : document.root.at;
}

void check_seals(const Case& record, FaultMaker& maker) {
  const auto corrected = corrected_ids(record);
  for (const Event& event : record.events)
    if (!event.sealed && corrected.count(event.id) == 0)
      maker.add(mark_of(event),
                fmt::format("record damaged: event {} does not match its seal: it was changed after it was written",
                            event.id),
                "restore the file from git or a backup; until then its dates come from what stands there\n"
                "to keep the change, record it: escalate correct " +
                    record.id + " " + short_id(record.events, event.id) + " --because TEXT --set KEY=VALUE");
}

void check_names(const std::vector<Event>& events, FaultMaker& maker) {
  std::unordered_set<std::string_view> ids;
  for (const Event& event : events) ids.insert(event.id);
  const std::string help = "an event was removed: restore it from git or a backup";
  for (const Event& event : events) {
    for (const std::string& parent : event.after)
      if (ids.count(parent) == 0)
        maker.add(
            mark_of(event),
            fmt::format("record damaged: 'after' of event {} names {}, which is not in the file", event.id, parent),
            help);
    const auto* corrected = std::get_if<Corrected>(&event.body);
    if (corrected && ids.count(corrected->corrects) == 0)
      maker.add(mark_of(event),
                fmt::format("event {} corrects {}, which is not in the file", event.id, corrected->corrects), help);
  }
}

void check_opened(const Document& document, const std::vector<Event>& events, FaultMaker& maker) {
  const Event* first = nullptr;
  for (const Event& event : events) {
    if (!std::holds_alternative<Opened>(event.body)) continue;
    if (first)
      maker.add(mark_of(event),
                fmt::format("a second 'opened' event, {}; the first is {} in line {}", event.id, first->id,
                            first->place.line),
                "one file is one case: move the other case into a file of its own");
    else
      first = &event;
  }
  if (!first)
    maker.add(events_at(document), "no event is 'opened'",
              "the case lost its beginning: restore it from git or a backup");
}

void check_parents(const std::vector<Event>& events, FaultMaker& maker) {
  const auto ring = parent_cycle(events);
  if (!ring) return;
  const std::string help = "an event comes after its parents, never before: restore 'after' from git or a backup";
  for (const Event& event : events) {
    if (event.id != ring->front()) continue;
    if (ring->size() == 1)
      maker.add(mark_of(event), fmt::format("a cycle of parents: event {} names itself in 'after'", event.id), help);
    else
      maker.add(mark_of(event), fmt::format("a cycle of parents: events {} come after each other", and_list(*ring)),
                help);
  }
}

}  // namespace

void remove_copies(const Document& document, EventsRead& read, Faults& faults) {
  FaultMaker maker(document);
  EventsRead once;
  std::unordered_map<std::string, std::size_t> index_of;
  for (std::size_t i = 0; i < read.events.size(); ++i) {
    const auto [same, is_new] = index_of.emplace(read.events[i].id, once.events.size());
    if (is_new) {
      once.events.push_back(std::move(read.events[i]));
      once.nodes.push_back(read.nodes[i]);
      continue;
    }
    const Event& first = once.events[same->second];
    if (canonical_form("", *once.nodes[same->second]) != canonical_form("", *read.nodes[i]))
      maker.add(
          mark_of(read.events[i]),
          fmt::format("event {} stands twice with different contents, first in line {}", first.id, first.place.line),
          "keep the one that git shows was written: 'git log -p'");
  }
  read = std::move(once);
  faults.insert(faults.end(), maker.faults.begin(), maker.faults.end());
}

Faults copies_of_events(const Document& document) {
  Faults faults;
  std::unordered_map<std::string_view, int> line_of_first;
  const Node* events = document.root.find("events");
  if (!events) return faults;
  for (const Node& node : events->items) {
    const Node* id = node.find("id");
    if (!id) continue;
    const auto [first, is_new] = line_of_first.emplace(id->text, node.at.line);
    if (!is_new)
      faults.push_back(
          {Severity::warning,
           {document.file, node.at.line, node.at.column},
           fmt::format("event {} stands twice, alike, first in line {}; it counts once", id->text, first->second),
           "either of the two may be removed",
           {}});
  }
  return faults;
}

Faults shape_faults(const Document& document, const std::vector<Event>& events) {
  FaultMaker maker(document);
  check_opened(document, events, maker);
  check_parents(events, maker);
  return std::move(maker.faults);
}

Faults damage_of(const Document& document, const Case& record) {
  FaultMaker maker(document);
  check_seals(record, maker);
  check_names(record.events, maker);
  return std::move(maker.faults);
}

}  // namespace escalate

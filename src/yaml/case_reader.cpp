#include "yaml/case_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/fault_order.hpp"
#include "casefile/digest.hpp"
#include "yaml/case_amend.hpp"
#include "yaml/case_damage.hpp"
#include "yaml/case_privacy.hpp"
#include "yaml/event_reader.hpp"
#include "yaml/fields.hpp"
#include "yaml/read.hpp"
#include "yaml/values.hpp"

namespace escalate {
namespace {

void append(Faults& faults, Faults more) {
  faults.insert(faults.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

void check_case_id(Fields& fields, std::string_view id, std::string_view expected_id) {
  if (id == expected_id) return;
  const std::string restore = fmt::format("restore the line: case: \"{}\"", expected_id);
  fields.fault(fields.at("case"), fmt::format("case {} is unlike the name of its file", in_quotes(id)),
               looks_like_case_id(id) ? fmt::format("call the file '{}.yaml', or {}", id, restore) : restore);
}

/// Adds a fault where lines added at the end of the file would not be events.
void check_events_are_last(Fields& fields, const Document& document, const Node& events) {
  if (events.flow) fields.fault(events.at, "'events' is written in [ ]", "write one '- event: ...' under the other");
  const auto& entries = document.root.entries;
  for (auto entry =
           std::find_if(entries.begin(), entries.end(), [](const Entry& each) { return each.key == "events"; });
       entry != entries.end(); ++entry)
    if (entry->key != "events")
      fields.fault(entry->at, fmt::format("{} stands after 'events'", in_quotes(entry->key)),
                   "move it up: new events are added at the end of the file");
}

/// Reads the events and checks their seals. Returns them, less those that are no events.
EventsRead read_events(const Document& document, const Node& list, std::string_view case_id, Faults& faults) {
  EventsRead read;
  for (const Node& node : list.items) {
    auto event = read_event(document, node, faults);
    if (!event) continue;
    event->sealed = event_id(case_id, node) == event->id;
    read.events.push_back(*std::move(event));
    read.nodes.push_back(&node);
  }
  return read;
}

struct Head {
  std::string id;
  const Node* events = nullptr;
};

Head read_head(const Document& document, std::string_view expected_id, Faults& faults) {
  Head head;
  Fields fields(document, document.root, "the case", faults);
  fields.when_lacking("write it again as the first line: escalate: case/1");
  fields.require("escalate");
  fields.one_of("escalate", {"case/1"});
  fields.when_lacking(fmt::format("write it again above 'events': case: \"{}\"", expected_id));
  if (const auto id = fields.required_text("case")) {
    head.id = without_last_line_ends(*id);
    check_case_id(fields, head.id, expected_id);
  }
  fields.when_lacking("the case lost what happened: restore it from git or a backup");
  if (fields.require("events")) head.events = fields.list("events");
  if (head.events) check_events_are_last(fields, document, *head.events);
  fields.finish();
  return head;
}

/// Returns whether libyaml's reading may stand alone.
bool all_sealed(const EventsRead& read, const Node* list) {
  return list && read.events.size() == list->items.size() &&
         std::all_of(read.events.begin(), read.events.end(), [](const Event& event) { return event.sealed; });
}

/// Builds the case from what was read without a fault; adds what is damaged.
Case record_of(const Document& document, std::string id, EventsRead read, Faults& faults) {
  Case record;
  record.id = std::move(id);
  record.file = document.file;
  record.amended = amended_by_corrections(document, read, faults);
  record.events = std::move(read.events);
  append(faults, damage_of(document, record));
  return record;
}

/// Gives the cure where a merge by lines ran two events into one, which then has `id` twice: to keep one of each key,
/// as elsewhere, would lose an event.
Faults cured(Faults faults) {
  const auto is_twice = [](const Fault& fault) { return fault.text.find(" is here twice") != std::string::npos; };
  const bool run_together = std::any_of(faults.begin(), faults.end(), [&](const Fault& fault) {
    return is_twice(fault) && fault.text.rfind("'id'", 0) == 0;
  });
  for (Fault& fault : faults)
    if (run_together && is_twice(fault))
      fault.help =
          "two events were run into one by a merge; nothing of them is to be taken out: write the line\n"
          "'- event: ...' of the second again where it begins, as git shows it; see escalate-case(5)";
  return faults;
}

}  // namespace

CaseReading read_case(std::string file, std::string bytes, std::string_view expected_id) {
  CaseReading reading;
  auto document = read_yaml(std::move(file), std::move(bytes), Opinions::libyaml_only, most_case_bytes);
  if (!document) return {std::nullopt, without_texts(cured(std::move(document).error())), {}};
  reading.document = *std::move(document);
  Faults& faults = reading.faults;
  const Head head = read_head(reading.document, expected_id, faults);
  EventsRead read;
  if (head.events) read = read_events(reading.document, *head.events, head.id, faults);
  if (!all_sealed(read, head.events)) append(faults, second_opinion(reading.document));
  const bool complete = faults.empty();
  remove_copies(reading.document, read, faults);
  if (complete) append(faults, shape_faults(reading.document, read.events));
  if (faults.empty()) reading.record = record_of(reading.document, head.id, std::move(read), faults);
  put_in_file_order(faults);
  faults = without_texts(std::move(faults));
  return reading;
}

}  // namespace escalate

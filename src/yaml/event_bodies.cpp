#include <fmt/format.h>

#include <array>

#include "base/id.hpp"
#include "policy/policy.hpp"
#include "time/fault.hpp"
#include "yaml/event_reader.hpp"
#include "yaml/values.hpp"

namespace escalate {
namespace {

constexpr auto required = Need::required;
constexpr auto optional = Need::optional;

Agency read_agency(EventFields& event, std::string_view key) {
  if (!event.fields.require(key)) return {};
  const Node* map = event.fields.map(key);
  if (!map) return {};
  EventFields agency{event.document, event.faults,
                     Fields(event.document, *map, fmt::format("'{}'", key), event.faults)};
  agency.fields.when_lacking("restore it from git or a backup; escalate-case(5) says what an event holds");
  Agency read{agency.text("agency", required), agency.fields.one_of("kind", agency_kinds()).value_or("")};
  agency.fields.finish();
  return read;
}

Body read_opened(EventFields& event) {
  Opened body;
  body.policy = event.id("policy", required);
  body.policy_digest = event.seal("policy-digest", required);
  body.route = event.id("route", required);
  body.to = event.id("to", optional);
  body.because = event.text("because", optional);
  body.child = event.text("child", required);
  body.raising = read_agency(event, "raising");
  body.receiving = read_agency(event, "receiving");
  body.theme = event.text("theme", optional);
  body.concern = event.text("concern", required);
  body.sought = event.text("sought", optional);
  for (const auto& pair : event.pairs("marks")) body.marks.emplace_back(pair.first, event.since(pair.second));
  return body;
}

Body read_advanced(EventFields& event) {
  return Advanced{event.id("to", required), event.text("because", required), event.id("route", optional)};
}

Body read_noted(EventFields& event) { return Noted{event.text("text", required)}; }

Body read_marked(EventFields& event) {
  Marked body;
  body.mark = event.id("mark", required);
  const bool set = event.fields.has("since");
  if (set == event.fields.has("until"))
    event.fields.fault(event.fields.at(), "a 'marked' event has either 'since' (set) or 'until' (cleared)",
                       set ? "remove the one that is wrong" : "write the one that is meant");
  const std::string since = event.text("since", optional);
  if (!since.empty()) body.since = event.since({since, event.fields.at("since")});
  body.until = event.stamp("until", optional);
  return body;
}

Body read_done(EventFields& event) {
  return Done{event.id("duty", required), event.id("stage", required),  event.seal("of", required),
              event.id("role", optional), event.text("note", optional), event.text("not-needed", optional)};
}

Body read_agreed(EventFields& event) {
  return Agreed{event.stamp("until", required).value_or(Stamp{}), event.id("for", required), event.seal("of", required),
                event.text("with", optional)};
}

Body read_extended(EventFields& event) {
  return Extended{event.stamp("until", required).value_or(Stamp{}), event.id("for", required),
                  event.seal("of", required), event.text("because", required), event.text("agreed-with", required)};
}

Body read_resolved(EventFields& event) {
  static const std::vector<std::string> results = {"changed", "stands", "compromise", "withdrawn"};
  return Resolved{event.id("stage", required), event.text("outcome", required), event.text("next-steps", optional),
                  event.fields.one_of("result", results).value_or("")};
}

Body read_closed(EventFields& event) { return Closed{event.text("because", optional)}; }

Body read_reopened(EventFields& event) { return Reopened{event.id("to", required), event.text("because", required)}; }

Body read_halted(EventFields& event) { return Halted{event.text("because", required)}; }

Body read_resumed(EventFields&) { return Resumed{}; }

Body read_assigned(EventFields& event) { return Assigned{event.id("role", required), event.text("to", required)}; }

/// Adds a fault for what `instead` cannot hold: nothing, an empty map or list, a key that is none. An empty text takes
/// a key out.
void check_value(EventFields& event, const Node& node) {
  if (node.kind == Node::Kind::none || (node.kind != Node::Kind::text && node.items.empty() && node.entries.empty()))
    event.fields.fault(node.at, "a value in 'instead' is empty", "write the value that is right");
  for (const Node& item : node.items) check_value(event, item);
  for (const Entry& entry : node.entries) {
    if (!is_id(entry.key)) event.fields.fault(entry.at, fmt::format("{} is no key of an event", in_quotes(entry.key)));
    check_value(event, entry.value);
  }
}

Body read_corrected(EventFields& event) {
  Corrected body{event.seal("corrects", required), event.text("because", required), {}};
  const Node* instead = event.fields.map("instead");
  if (!instead) return body;
  check_value(event, *instead);
  for (const Entry& entry : instead->entries)
    if (is_fixed_key(entry.key))
      event.fields.fault(entry.at, fmt::format("{} of an event cannot be corrected", in_quotes(entry.key)),
                         "strike the event out, and write a new one");
  body.instead = *instead;
  return body;
}

struct BodyReader {
  std::string_view word;
  Body (*read)(EventFields&);
};

constexpr std::array<BodyReader, std::variant_size_v<Body>> body_readers = {{
    {"opened", read_opened},
    {"advanced", read_advanced},
    {"noted", read_noted},
    {"marked", read_marked},
    {"done", read_done},
    {"agreed", read_agreed},
    {"extended", read_extended},
    {"resolved", read_resolved},
    {"closed", read_closed},
    {"reopened", read_reopened},
    {"halted", read_halted},
    {"resumed", read_resumed},
    {"assigned", read_assigned},
    {"corrected", read_corrected},
}};

}  // namespace

Body read_body(std::string_view word, EventFields& event) {
  for (const BodyReader& reader : body_readers)
    if (reader.word == word) return reader.read(event);
  return Resumed{};
}

}  // namespace escalate

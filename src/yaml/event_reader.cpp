#include "yaml/event_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/id.hpp"
#include "yaml/values.hpp"

namespace escalate {
namespace {

std::string name_of_event(const Node& node) {
  const Node* word = node.find("event");
  const auto& words = event_words();
  const bool known = word && std::find(words.begin(), words.end(), word->text) != words.end();
  return known ? fmt::format("the '{}' event", word->text) : "the event";
}

/// Reads `after`, the one list that may be empty.
std::vector<std::string> read_parents(EventFields& event) {
  std::vector<std::string> parents;
  if (!event.fields.require("after")) return parents;
  const Node* list = event.fields.take("after");
  if (list->kind == Node::Kind::list && list->items.empty()) return parents;
  if (list->kind != Node::Kind::list) {
    event.fields.fault(list->at, "'after' must be a list, not " + name_of(list->kind), "write ids in [ ], or []");
    return parents;
  }
  for (const TextAt& parent : event.fields.text_or_list("after")) {
    if (!is_seal(parent.text))
      event.fields.fault(parent.at, fmt::format("{} in 'after' is not 16 hex digits", in_quotes(parent.text)),
                         "restore the line from git or a backup: the program writes these itself");
    parents.push_back(parent.text);
  }
  return parents;
}

Instant read_logged(EventFields& event) {
  const std::string text = event.text("logged", Need::required);
  if (text.empty()) return {};
  const auto logged = parse_utc(text);
  if (logged) return *logged;
  event.faults.push_back(fault_of(event.document, event.fields.at("logged"), logged.error()));
  return {};
}

/// Reads `allow-personal`, a list even of one.
std::vector<std::string> read_allowed(EventFields& event) {
  std::vector<std::string> allowed;
  if (!event.fields.list("allow-personal")) return allowed;
  for (const TextAt& kind : event.fields.text_or_list("allow-personal")) {
    if (!is_id(kind.text))
      event.fields.fault(kind.at, fmt::format("{} in 'allow-personal' is no kind of detail", in_quotes(kind.text)),
                         "restore the line from git or a backup: the program writes these itself");
    allowed.push_back(kind.text);
  }
  return allowed;
}

std::vector<std::pair<std::string, Stamp>> read_dues(EventFields& event) {
  std::vector<std::pair<std::string, Stamp>> dues;
  for (const auto& pair : event.pairs("was-due")) {
    const auto due = parse_stored(pair.second.text);
    if (due)
      dues.emplace_back(pair.first, *due);
    else
      event.faults.push_back(fault_of(event.document, pair.second.at, due.error()));
  }
  return dues;
}

}  // namespace

bool is_fixed_key(std::string_view key) {
  static constexpr std::array<std::string_view, 5> fixed = {"event", "after", "logged", "id", "was-due"};
  return std::find(fixed.begin(), fixed.end(), key) != fixed.end();
}

std::optional<Event> read_event(const Document& document, const Node& node, Faults& faults) {
  const std::size_t faults_before = faults.size();
  EventFields fields{document, faults, Fields(document, node, name_of_event(node), faults)};
  if (!fields.fields.readable()) return std::nullopt;
  fields.fields.when_lacking("restore the line from git or a backup; escalate-case(5) says what an event holds");
  fields.fields.require("event");
  const auto word = fields.fields.one_of("event", event_words());
  Event event;
  event.place = {document.file, node.at.line, node.at.column};
  event.at = fields.stamp("at", Need::required).value_or(Stamp{});
  event.by = fields.text("by", Need::required);
  event.logged = read_logged(fields);
  event.after = read_parents(fields);
  event.id = fields.seal("id", Need::required);
  event.was_due = read_dues(fields);
  event.allow_personal = read_allowed(fields);
  if (word) {
    event.body = read_body(*word, fields);
    fields.fields.finish();
  }
  if (faults.size() > faults_before) return std::nullopt;
  return event;
}

}  // namespace escalate

#include "engine/history.hpp"

#include <catch2/catch.hpp>

#include "engine/owners.hpp"
#include "unit/support/made_case.hpp"
#include "unit/support/times.hpp"
#include "yaml/case_reader.hpp"

using namespace escalate;
using namespace escalate::test;

namespace {

const char* const two_stages = R"(escalate: policy/1
id: test
title: Two stages
partnership: Example Partnership
edition: undated
case-prefix: TE
calendar: england-and-wales
roles:
  worker: {title: Worker, side: raising}
  manager: {title: Line manager, side: receiving, by-agency: {police: Detective sergeant}}
stages:
  1: {title: One, owner: worker, within: 5 working days, source: p. 1}
  2: {title: Two, owner: manager, source: p. 1}
  3: {title: Three, owner: manager, source: p. 1}
routes:
  standard: {title: Standard, stages: [1, 2, 3]}
duties:
  record: {what: Record it, by: worker, when: entered 2, source: p. 1}
)";

const Policy& policy() {
  static const Policy read = policy_of(two_stages);
  return read;
}

Node text(const std::string& value) {
  Node node;
  node.kind = Node::Kind::text;
  node.text = value;
  return node;
}

Node map_of(const std::vector<std::pair<std::string, Node>>& entries) {
  Node node;
  node.kind = Node::Kind::map;
  for (const auto& [key, value] : entries) node.entries.push_back({key, {}, value});
  return node;
}

/// The tree of a file whose events hold nothing but their ids and the time.
Node tree_of(const Case& record) {
  Node events;
  events.kind = Node::Kind::list;
  for (const Event& event : record.events)
    events.items.push_back(map_of({{"at", text(iso(event.at))}, {"id", text(event.id)}}));
  return map_of({{"events", events}});
}

/// Returns a line an event: its id, and why it does not count.
std::string told(const MadeCase& made) {
  const Outlook outlook = made.at("2026-12-01T09:00");
  const Node root = tree_of(made.record());
  std::string lines;
  for (const Told& one : history_of(outlook, root).told)
    lines += one.event->id + (one.weight == Weight::counts ? "" : " " + word_of(one.weight)) +
             (one.late ? " late" : "") + "\n";
  return lines;
}

std::string replaced_in(const Correction& correction) {
  std::string values;
  for (const Replaced& value : correction.values)
    values += value.key + ": " + value.before + " -> " + value.after + "\n";
  return values;
}

}  // namespace

TEST_CASE("a history is told by when things happened, not by when they were written") {
  MadeCase made(policy(), "2026-11-02T10:00");
  made.advance("2026-11-05T10:00", "2");
  made.add("2026-11-03T10:00", Noted{"late entry"});
  CHECK(told(made) == "e1\ne3\ne2\n");
}

TEST_CASE("a history says what is late by what was written down then") {
  MadeCase made(policy(), "2026-11-02T10:00");
  made.advance("2026-11-10T10:00", "2");
  made.record().events.back().was_due = {{"stage-1", stamp("2026-11-09")}};
  made.add("2026-11-11T10:00", Noted{"no due"});
  CHECK(told(made) == "e1\ne2 late\ne3\n");
}

TEST_CASE("a history keeps what is struck out, and brings back what a correction of the correction restores") {
  MadeCase made(policy(), "2026-11-02T10:00");
  made.add("2026-11-03T10:00", Noted{"wrong"});
  made.add("2026-11-04T10:00", Corrected{"e2", "another child", {}});
  CHECK(told(made) == "e1\ne2 struck-out\ne3\n");
  made.add("2026-11-05T10:00", Corrected{"e3", "it was this one", {}});
  CHECK(told(made) == "e1\ne2\ne3 struck-out\ne4\n");
}

TEST_CASE("a history tells moves that another copy decided otherwise, and ticks of what is gone") {
  MadeCase made(policy(), "2026-11-02T10:00");
  made.add_after({"e1"}, "2026-11-03T10:00", Advanced{"3", "because", ""});
  made.add_after({"e1"}, "2026-11-03T11:00", Advanced{"2", "because", ""});
  made.add_after({"e3"}, "2026-11-03T12:00", Done{"record", "2", "e3", "", "", ""});
  CHECK(told(made) == "e1\ne2\ne3 decided-otherwise\ne4 gone\n");
}

TEST_CASE("each correction of one event says what it replaced, the second what the first had put there") {
  MadeCase made(policy(), "2026-11-02T10:00");
  made.add("2026-11-03T10:00", Noted{"a note"});
  made.add("2026-11-04T10:00", Corrected{"e2", "first", map_of({{"at", text("2026-11-02")}})});
  made.add(
      "2026-11-05T10:00",
      Corrected{"e2", "second", map_of({{"at", text("2026-11-01")}, {"raising", map_of({{"kind", text("police")}})}})});
  const Outlook outlook = made.at("2026-12-01T09:00");
  const Node root = tree_of(made.record());
  const History history = history_of(outlook, root);
  const Told& note = history.told.at(1);
  REQUIRE(note.corrections.size() == 2);
  CHECK(note.corrections[0].by->id == "e3");
  CHECK(replaced_in(note.corrections[0]) == "at: 2026-11-03T10:00+00:00 -> 2026-11-02\n");
  CHECK(replaced_in(note.corrections[1]) == "at: 2026-11-02 -> 2026-11-01\nraising/kind:  -> police\n");
}

TEST_CASE("somebody acts in the roles that have the title, that were assigned, or that the service gives") {
  MadeCase made(policy(), "2026-11-02T10:00");
  made.add("2026-11-03T10:00", Assigned{"worker", "School nurse"});
  const Outlook outlook = made.at("2026-12-01T09:00");
  const Settings settings{"", "", {{"test", {{"manager", "Head of service"}}}}};
  const auto roles = [&](const std::string& job) { return roles_called(job, policy(), outlook.is(), settings); };
  CHECK(roles("line Manager") == std::vector<std::string>{"manager"});
  CHECK(roles("Detective sergeant") == std::vector<std::string>{"manager"});
  CHECK(roles("Head of service") == std::vector<std::string>{"manager"});
  CHECK(roles("School nurse") == std::vector<std::string>{"worker"});
  CHECK(roles("Caretaker").empty());
}

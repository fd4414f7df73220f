// What a case file loses by hand, by merges and by corrections, and what is still told from it (SEMANTICS.md 7, 22,
// 26).
#include <catch2/catch.hpp>

#include "casefile/standing.hpp"
#include "unit/yaml/case_support.hpp"

namespace escalate::test {
namespace {

const std::string advanced = later_event("advanced", "  to: \"2\"\n  because: \"No agreement.\"\n");
const std::string three_events =
    case_head + opened_event + advanced + later_event("noted", "  text: \"A note.\"\n", 3, 2);

std::string correction(const std::string& keys, int number, int parent) {
  return later_event("corrected", "  because: \"It was wrong.\"\n" + keys, number, parent);
}

std::string corrects(int number) { return "  corrects: \"%" + std::to_string(number) + "\"\n"; }

std::string changed(std::string text, const std::string& from, const std::string& to) {
  return text.replace(text.find(from), from.size(), to);
}

/// Returns the stages that advances lead to, of those that stand.
std::string stages_of(const CaseReading& reading) {
  std::string stages;
  for (const Event& event : standing(reading.record.value()))
    if (const auto* body = std::get_if<Advanced>(&event.body)) stages += body->to + " ";
  return stages;
}

}  // namespace

TEST_CASE("an edited event is damage with dates, and read as it stands") {
  const std::string text = sealed(three_events);
  const CaseReading reading = read(changed(text, "to: \"2\"", "to: \"3\""));
  CHECK(stages_of(reading) == "3 ");
  CHECK_FALSE(reading.record->events.at(1).sealed);
  CHECK(reading.record->events.at(2).sealed);
  const std::string id = reading.record->events.at(1).id;
  CHECK(lines_of(reading.faults) ==
        "17:3: record damaged: event " + id + " does not match its seal: it was changed after it was written; " +
            "restore the file from git or a backup; until then its dates come from what stands there\n"
            "to keep the change, record it: escalate correct " +
            reading.record->id + " " + id.substr(0, 4) + " --because TEXT --set KEY=VALUE\n");
}

TEST_CASE("layout, comments, quotes and line ends are no edits") {
  std::string text = sealed(three_events);
  text = changed(text, "  to: \"2\"\n", "\n  # A comment.\n  to:   '2'   # another\n");
  text = changed(text, "because: \"No agreement.\"", "because: |\n    No agreement.\n");
  CHECK(told_of_case(text) == "");
  std::string crlf;
  for (const char byte : text) crlf += byte == '\n' ? std::string("\r\n") : std::string(1, byte);
  CHECK(told_of_case(crlf) == "");
  text.pop_back();
  CHECK(told_of_case(text) == "");
}

TEST_CASE("a correction that names an edited event ends its fault, and one that does not count does not") {
  const std::string three = sealed(three_events);
  const std::string named = sealed(three + correction("  corrects: \"%2\"\n  instead: {because: \"Erased.\"}\n", 4, 3));
  CHECK(told_of_case(changed(named, "\"No agreement.\"", "\"Erased.\"")) == "");
  const std::string restored = sealed(named + correction(corrects(4), 5, 4));
  CHECK(told_of_case(changed(restored, "\"No agreement.\"", "\"Erased.\"")).find("does not match its seal") !=
        std::string::npos);
}

TEST_CASE("a case whose seals do not all hold is read by both parsers") {
  const std::string sealed_case = sealed(case_head + opened_event);
  CHECK(told_of_case(sealed_case) == "");
  const CaseReading edited = read(changed(sealed_case, "C-1042", "C-1043"));
  CHECK(edited.record.has_value());
  CHECK(edited.faults.size() == 1);
}

TEST_CASE("an id with two contents leaves no dates") {
  const std::string text = sealed(three_events);
  const std::size_t from = text.find("- event: advanced");
  const std::string copy = text.substr(from, text.find("- event: noted") - from);
  CHECK(told_of_case(text + copy) == "");
  const std::string told = told_of_case(text + changed(copy, "to: \"2\"", "to: \"3\""));
  CHECK(told.find("no dates\n32:3: event ") == 0);
  CHECK(told.find(" stands twice with different contents, first in line 17; "
                  "keep the one that git shows was written: 'git log -p'\n") != std::string::npos);
}

TEST_CASE("parents that form a ring leave no dates") {
  std::string text = changed(three_events, "after: [\"%1\"]", "after: [\"00000000000000aa\"]");
  text = changed(changed(text, "id: \"%2\"", "id: \"00000000000000bb\""), "after: [\"%2\"]",
                 "after: [\"00000000000000bb\"]");
  text = changed(text, "id: \"%3\"", "id: \"00000000000000aa\"");
  CHECK(told_of_case(sealed(text)) ==
        "no dates\n"
        "25:3: a cycle of parents: events 00000000000000aa and 00000000000000bb come after each other; "
        "an event comes after its parents, never before: restore 'after' from git or a backup\n");
}

TEST_CASE("a correction gives an event other values") {
  const CaseReading reading =
      read(sealed(three_events + correction(corrects(2) + "  instead: {to: \"3a\", at: \"2026-01-06\"}\n", 4, 3)));
  CHECK(lines_of(reading.faults) == "");
  CHECK(stages_of(reading) == "3a ");
  const Event& amended = reading.record->amended.at(reading.record->events.at(1).id);
  CHECK(iso(amended.at) == "2026-01-06");
  CHECK(std::get<Advanced>(amended.body).because == "No agreement.");
  CHECK(amended.id == reading.record->events.at(1).id);
  CHECK(amended.place.line == 17);
  CHECK(std::get<Advanced>(reading.record->events.at(1).body).to == "2");
}

TEST_CASE("an empty text in a correction takes its key out, and no key that an event needs") {
  const std::string adds =
      three_events + correction(corrects(1) + "  instead: {theme: \"T\", marks: {m: \"unknown\"}}\n", 4, 3);
  const CaseReading with = read(sealed(adds));
  CHECK(std::get<Opened>(standing(*with.record).at(0).body).theme == "T");
  CHECK(std::get<Opened>(standing(*with.record).at(0).body).marks.size() == 1);
  const CaseReading reading =
      read(sealed(adds + correction(corrects(1) + "  instead: {theme: \"\", marks: {m: \"\"}}\n", 5, 4)));
  CHECK(lines_of(reading.faults) == "");
  CHECK(std::get<Opened>(standing(*reading.record).at(0).body).theme == "");
  CHECK(std::get<Opened>(standing(*reading.record).at(0).body).marks.empty());
  const CaseReading needed = read(sealed(three_events + correction(corrects(1) + "  instead: {child: \"\"}\n", 4, 3)));
  CHECK(lines_of(needed.faults).find("is not valid: the 'opened' event lacks 'child'") != std::string::npos);
}

TEST_CASE("corrections with other values add up, the last one standing") {
  const std::string text = three_events + correction(corrects(2) + "  instead: {to: \"3\"}\n", 4, 3) +
                           correction(corrects(2) + "  instead: {because: \"B.\"}\n", 5, 4) +
                           correction(corrects(2) + "  instead: {to: \"4\"}\n", 6, 5);
  const CaseReading reading = read(sealed(text));
  CHECK(stages_of(reading) == "4 ");
  CHECK(std::get<Advanced>(standing(*reading.record).at(1).body).because == "B.");
  CHECK(stages_of(read(sealed(text + correction(corrects(6), 7, 6)))) == "3 ");
  CHECK(stages_of(read(sealed(text + correction(corrects(2), 7, 6)))) == "");
}

TEST_CASE("a correction may itself be given other values") {
  const std::string text = three_events + correction(corrects(2) + "  instead: {to: \"3\"}\n", 4, 3) +
                           correction(corrects(4) + "  instead: {instead: {to: \"5\"}}\n", 5, 4);
  CHECK(stages_of(read(sealed(text))) == "5 ");
  const std::string struck =
      three_events + correction(corrects(3), 4, 3) + correction(corrects(4) + "  instead: {corrects: \"%2\"}\n", 5, 4);
  CHECK(stages_of(read(sealed(struck))) == "");
  CHECK(standing(read(sealed(struck)).record.value()).size() == 4);
}

TEST_CASE("a correction counts though clocks ran wrong and a parent between is gone") {
  std::string text = three_events + correction(corrects(2) + "  instead: {to: \"3\"}\n", 4, 3);
  text.replace(text.rfind("2026-01-07T16:30"), 16, "2026-01-01T16:30");
  text = sealed(text);
  const std::size_t from = text.find("- event: noted");
  text.erase(from, text.find("- event: corrected") - from);
  CHECK(stages_of(read(text)) == "3 ");
}

TEST_CASE("other values that make no valid event change nothing and are damage") {
  const std::string text = three_events + correction(corrects(2) + "  instead: {to: \"3\"}\n", 4, 3) +
                           correction(corrects(2) + "  instead: {stage: \"3\"}\n", 5, 4) +
                           correction(corrects(2) + "  instead: {route: other}\n", 6, 5);
  const CaseReading reading = read(sealed(text));
  CHECK(stages_of(reading) == "3 ");
  CHECK(std::get<Advanced>(standing(*reading.record).at(1).body).route == "other");
  CHECK(lines_of(reading.faults) == "46:13: corrected, event " + reading.record->events.at(1).id +
                                        " is not valid: unknown key 'stage' in the 'advanced' event; the keys here are "
                                        "event, at, by, logged, after, id, was-due, "
                                        "allow-personal, to, because and route\n");
}

TEST_CASE("a correction of what is not in the file is damage") {
  const CaseReading reading = read(sealed(three_events + correction("  corrects: \"00000000000000aa\"\n", 4, 3)));
  CHECK(reading.record.has_value());
  CHECK(lines_of(reading.faults) == "32:3: event " + reading.record->events.at(3).id +
                                        " corrects 00000000000000aa, which is not in the file; "
                                        "an event was removed: restore it from git or a backup\n");
}

}  // namespace escalate::test

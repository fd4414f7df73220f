#include "yaml/case_reader.hpp"

#include <catch2/catch.hpp>

#include "casefile/standing.hpp"
#include "unit/yaml/case_support.hpp"

namespace escalate::test {
namespace {

/// Reads the second event of a case, which must be without faults.
Event second_event(const std::string& text) {
  const CaseReading reading = read(sealed(text));
  CHECK(lines_of(reading.faults) == "");
  return reading.record.value().events.at(1);
}

template <typename T>
T second_body(const std::string& word, const std::string& keys) {
  return std::get<T>(second_event(case_head + opened_event + later_event(word, keys)).body);
}

const std::string opened_case = case_head + opened_event;

}  // namespace

TEST_CASE("an opening is read with all it says") {
  const CaseReading reading = read(sealed(opened_case));
  CHECK(lines_of(reading.faults) == "");
  const Case& record = reading.record.value();
  CHECK(record.id == case_id);
  CHECK(record.file == "cases/2026/EX-2026-7Q4M2.yaml");
  const Event& event = record.events.at(0);
  CHECK(iso(event.at) == "2026-01-05T09:00+00:00");
  CHECK(event.by == "Designated safeguarding lead");
  CHECK(iso_utc(event.logged) == "2026-01-05T09:05:00Z");
  CHECK(event.after.empty());
  CHECK(event.sealed);
  CHECK(event.place.line == 4);
  const auto& opened = std::get<Opened>(event.body);
  CHECK(opened.policy == "example");
  CHECK(opened.policy_digest == "0123456789abcdef");
  CHECK(opened.raising.kind == "education");
  CHECK(opened.receiving.agency == "Children’s social care");
  CHECK(opened.receiving.kind.empty());
  CHECK(opened.concern == "Referral declined; we disagree.");
}

TEST_CASE("a route to a later stage, and marks whose time is unknown, are read") {
  std::string text = opened_case;
  text.insert(text.find("  child:"), "  to: \"3\"\n  because: \"Serious.\"\n  marks: {a: 2026-01-01, b: unknown}\n");
  const CaseReading reading = read(sealed(text));
  const auto& opened = std::get<Opened>(reading.record.value().events.at(0).body);
  CHECK(opened.to == "3");
  REQUIRE(opened.marks.size() == 2);
  CHECK(iso(opened.marks[0].second.value()) == "2026-01-01");
  CHECK_FALSE(opened.marks[1].second);
}

TEST_CASE("every kind of event is read with all its keys") {
  CHECK(second_body<Advanced>("advanced", "  to: 2\n  because: No.\n  route: other\n").route == "other");
  CHECK(second_body<Noted>("noted", "  text: |\n    One.\n    Two.\n").text == "One.\nTwo.");
  CHECK_FALSE(second_body<Marked>("marked", "  mark: m\n  since: unknown\n").since);
  CHECK(iso(second_body<Marked>("marked", "  mark: m\n  until: 2026-01-06\n").until.value()) == "2026-01-06");
  CHECK(second_body<Done>("done", "  duty: d\n  stage: 1\n  of: \"%1\"\n  role: r\n  not-needed: No.\n").not_needed ==
        "No.");
  CHECK(second_body<Agreed>("agreed", "  until: 2026-02-01\n  for: stage-1\n  of: \"%1\"\n  with: Them\n").with ==
        "Them");
  CHECK(
      second_body<Extended>("extended", "  until: 2026-02-01\n  for: l\n  of: \"%1\"\n  because: B\n  agreed-with: A\n")
          .agreed_with == "A");
  CHECK(second_body<Resolved>("resolved", "  stage: 1\n  outcome: O\n  next-steps: N\n  result: stands\n").result ==
        "stands");
  CHECK(second_body<Closed>("closed", "").because.empty());
  CHECK(second_body<Reopened>("reopened", "  to: 1\n  because: B\n").to == "1");
  CHECK(second_body<Halted>("halted", "  because: B\n").because == "B");
  second_body<Resumed>("resumed", "");
  CHECK(second_body<Assigned>("assigned", "  role: r\n  to: Head of year\n").to == "Head of year");
  CHECK(second_body<Corrected>("corrected", "  corrects: \"%1\"\n  because: B\n  instead: {theme: t}\n")
            .instead.find("theme")
            ->text == "t");
}

TEST_CASE("was-due and allow-personal may stand in any event") {
  const Event event =
      second_event(opened_case + later_event("noted",
                                             "  text: T\n  was-due: {stage-1: 2026-01-06T10:15+00:00, x: "
                                             "2026-01-07}\n  allow-personal: [email]\n"));
  REQUIRE(event.was_due.size() == 2);
  CHECK(event.was_due[0].first == "stage-1");
  CHECK(iso(event.was_due[1].second) == "2026-01-07");
  CHECK(event.allow_personal == std::vector<std::string>{"email"});
}

TEST_CASE("equal copies of an event, as merges leave them, count once") {
  const std::string note = later_event("noted", "  text: T\n");
  const std::string copy =
      "- {event: noted, by: Head teacher, text: T, at: 2026-01-07T16:30+00:00, logged: 2026-01-07T16:31:00Z, "
      "after: [\"%1\"], id: \"%2\"}\n";
  const CaseReading reading = read(sealed(opened_case + note + copy));
  CHECK(lines_of(reading.faults) == "");
  CHECK(reading.record.value().events.size() == 2);
}

TEST_CASE("a case file without events that can be added to is refused") {
  CHECK(told_of_case(sealed(opened_case) + "zz: 1\n") ==
        "no dates\n17:1: 'zz' stands after 'events'; move it up: new events are added at the end of the file\n"
        "17:1: unknown key 'zz' in the case; the keys here are escalate, case and events\n");
  CHECK(told_of_case("escalate: case/1\ncase: EX-2026-7Q4M2\nevents: [{event: noted}]\n")
            .find("3:9: 'events' is written in [ ]; write one '- event: ...' under the other\n") != std::string::npos);
  CHECK(told_of_case("escalate: case/1\ncase: EX-2026-7Q4M2\n") ==
        "no dates\n1:1: the case lacks 'events'; the case lost what happened: restore it from git or a backup\n");
  CHECK(told_of_case("escalate: case/1\ncase: EX-2026-7Q4M2\nevents: []\n").find("3:9: 'events' is empty") !=
        std::string::npos);
}

TEST_CASE("a case whose id is not its file's name has no dates") {
  std::string text = opened_case;
  text.replace(text.find("7Q4M2"), 5, "00000");
  CHECK(told_of_case(sealed(text, "EX-2026-00000")) ==
        "no dates\n2:7: case 'EX-2026-00000' is unlike the name of its file; "
        "call the file 'EX-2026-00000.yaml', or restore the line: case: \"EX-2026-7Q4M2\"\n");
}

TEST_CASE("a case must be opened once") {
  std::string note = later_event("noted", "  text: T\n", 1);
  note.replace(note.find("[\"%1\"]"), 6, "[]");
  CHECK(told_of_case(sealed(case_head + note)) ==
        "no dates\n4:1: no event is 'opened'; the case lost its beginning: restore it from git or a backup\n");
  std::string second = opened_event;
  second.replace(second.find("%1"), 2, "%2");
  second.replace(second.find("C-1042"), 6, "C-1043");
  const std::string told = told_of_case(sealed(opened_case + second));
  CHECK(told.find("no dates\n17:3: a second 'opened' event, ") == 0);
  CHECK(told.find(" in line 4; one file is one case: move the other case into a file of its own\n") !=
        std::string::npos);
}

TEST_CASE("a parent that is not there is damage, with dates") {
  const std::string text = sealed(opened_case + later_event("noted", "  text: T\n  allow-personal: [name]\n"));
  std::string cut = case_head + text.substr(text.find("- event: noted"));
  CHECK(told_of_case(cut).find("no event is 'opened'") != std::string::npos);
  std::string third = opened_case + later_event("noted", "  text: T\n") + later_event("noted", "  text: U\n", 3, 2);
  third = sealed(third);
  const std::size_t from = third.find("- event: noted");
  third.erase(from, third.find("- event: noted", from + 1) - from);
  const CaseReading reading = read(third);
  REQUIRE(reading.record);
  CHECK(reading.record->events.size() == 2);
  CHECK(lines_of(reading.faults).find("17:3: record damaged: 'after' of event ") == 0);
  CHECK(lines_of(reading.faults)
            .find(", which is not in the file; an event was removed: restore it from git or a backup\n") !=
        std::string::npos);
}

TEST_CASE("the YAML of a case file must be good") {
  CHECK(told_of_case(case_head + "- event: \"opened\n").find("no dates\n") == 0);
  CHECK(read(case_head + "- event: \"opened\n").document.bytes.empty());
  CHECK(read(sealed(opened_case)).document.bytes == sealed(opened_case));
}

}  // namespace escalate::test

// What is wrong with single events: each row an event, and what is said about it. The event begins in line 17.
#include <catch2/catch.hpp>

#include "unit/yaml/case_support.hpp"

namespace escalate::test {
namespace {

struct Row {
  std::string event;
  std::string told;
};

std::string told_of_event(const std::string& event) { return told_of_case(sealed(case_head + opened_event + event)); }

const std::string common = "  logged: \"2026-01-07T16:31:00Z\"\n  after: []\n  id: \"%2\"\n";

}  // namespace

TEST_CASE("what is wrong with an event is said at its place") {
  const std::vector<Row> rows = {
      {later_event("noted", ""),
       "17:3: the 'noted' event lacks 'text'; restore the line from git or a backup; escalate-case(5) says what an "
       "event holds\n"},
      {later_event("noted", "  text:\n"), "20:8: 'text' has no value; write one after 'text:', or remove the line\n"},
      {later_event("noted", "  text: \"\"\n"), "20:9: 'text' is empty; write what belongs there, or remove it\n"},
      {later_event("noted", "  text: [a]\n"), "20:9: 'text' must be a text, not a list\n"},
      {later_event("noted", "  text: T\n  txt: U\n"),
       "21:3: unknown key 'txt' in the 'noted' event; did you mean 'text'?\n"},
      {later_event("noted", "  text: T\n  allow-personal: []\n"),
       "21:19: 'allow-personal' is empty; write what belongs there, or remove it\n"},
      {later_event("noted", "  text: T\n  allow-personal: [A b]\n"),
       "21:20: (left out here) is no kind of detail; restore the line from git or a backup: the program writes these "
       "itself\n"},
      {later_event("noted", "  text: T\n  was-due: {stage-1: soon}\n"), "21:22: 'soon' is not a time"},
      {later_event("noted", "  text: T\n  was-due: {Stage/1: 2026-01-01}\n"),
       "21:13: 'Stage/1' is no id; an id has lower-case letters, digits and hyphens only\n"},
      {later_event("note", "  text: T\n"), "17:10: unknown event 'note'; did you mean 'noted'?\n"},
      {later_event("advanced", "  to: Stage 2\n  because: B\n"),
       "20:7: (left out here) is no id; an id has lower-case letters, digits and hyphens only\n"},
      {later_event("marked", "  mark: m\n"),
       "17:3: a 'marked' event has either 'since' (set) or 'until' (cleared); write the one that is meant\n"},
      {later_event("marked", "  mark: m\n  since: 2026-01-01\n  until: 2026-01-02\n"),
       "17:3: a 'marked' event has either 'since' (set) or 'until' (cleared); remove the one that is wrong\n"},
      {later_event("marked", "  mark: m\n  until: unknown\n"), "21:10: 'unknown' is not a time"},
      {later_event("done", "  duty: d\n  stage: 1\n  of: opening\n"),
       "22:7: 'opening' in 'of' is not 16 hex digits; restore the line from git or a backup: the program writes these "
       "itself\n"},
      {later_event("resolved", "  stage: 1\n  outcome: O\n  result: change\n"),
       "22:11: unknown result 'change'; did you mean 'changed'?\n"},
      {later_event("corrected", "  corrects: \"%1\"\n  because: B\n  instead: {}\n"),
       "22:12: 'instead' is empty; write what belongs there, or remove it\n"},
      {later_event("corrected", "  corrects: \"%1\"\n  because: B\n  instead: {marks: {}}\n"),
       "22:20: a value in 'instead' is empty; write the value that is right\n"},
      {later_event("corrected", "  corrects: \"%1\"\n  because: B\n  instead: {logged: x, was-due: {a: b}}\n"),
       "22:13: 'logged' of an event cannot be corrected; strike the event out, and write a new one\n"
       "22:24: 'was-due' of an event cannot be corrected; strike the event out, and write a new one\n"},
      {"- event: noted\n  at: 2026-01-07T16:30\n  by: B\n  text: T\n" + common, "18:7: '2026-01-07T16:30' "},
      {"- event: noted\n  at: 2026-07-07T16:30+00:00\n  by: B\n  text: T\n" + common,
       "18:7: '2026-07-07T16:30+00:00' "},
      {"- event: noted\n  at: 2026-01-07\n  by: B\n  text: T\n  logged: 2026-01-07\n  after: {}\n  id: \"7\"\n",
       "21:11: '2026-01-07' "},
      {"- noted\n", "17:3: the event must be a map, not a text; write its keys below it, indented: 'key: value'\n"},
      {"-\n", "17:2: the event has no value; write its keys below it, indented, or remove the line\n"},
  };
  for (const Row& row : rows) {
    INFO(row.event);
    CHECK(told_of_event(row.event).substr(0, 9 + row.told.size()) == "no dates\n" + row.told);
  }
}

TEST_CASE("all that is wrong with an event is said, in file order") {
  CHECK(told_of_event("- at: x\n  evnt: noted\n  logged: 5\n  after: x\n  id: 0\n") ==
        "no dates\n"
        "17:3: the event lacks 'event'; restore the line from git or a backup; escalate-case(5) says what an event "
        "holds\n"
        "17:3: the event lacks 'by'; restore the line from git or a backup; escalate-case(5) says what an event holds\n"
        "17:7: 'x' is not a time; write a day as 2026-11-05 or a time as 2026-11-05T16:40+00:00\n"
        "19:11: '5' is not a time of UTC; write a time of UTC to the second, as 2026-11-05T16:44:51Z\n"
        "20:10: 'after' must be a list, not a text; write ids in [ ], or []\n"
        "21:7: '0' in 'id' is not 16 hex digits; restore the line from git or a backup: the program writes these "
        "itself\n");
}

TEST_CASE("what is wrong with an opening is said at its place") {
  std::string text = case_head + opened_event;
  const auto replace = [&text](const std::string& from, const std::string& to) {
    text.replace(text.find(from), from.size(), to);
  };
  replace("  raising: {agency: \"Example Primary School\", kind: \"education\"}\n",
          "  raising: {agency: \"Example Primary School\", kind: \"school\", telephone: 1}\n");
  replace("  receiving: {agency: \"Children’s social care\"}\n", "  receiving: Social care\n");
  replace("\"0123456789abcdef\"", "\"0123456789ABCDEF\"");
  CHECK(told_of_case(sealed(text)) ==
        "no dates\n"
        "8:18: '0123456789ABCDEF' in 'policy-digest' is not 16 hex digits; restore the line from git or a backup: the "
        "program "
        "writes these itself\n"
        "11:53: unknown kind 'school'; write social-care, health, police, education, early-years, housing, probation, "
        "youth-justice, "
        "voluntary or other\n"
        "11:63: unknown key 'telephone' in 'raising'; the keys here are agency and kind\n"
        "12:14: 'receiving' must be a map, not a text\n");
}

}  // namespace escalate::test

#include "yaml/event_writer.hpp"

#include <catch2/catch.hpp>

#include "casefile/digest.hpp"
#include "unit/support/times.hpp"
#include "unit/yaml/case_support.hpp"

namespace escalate::test {
namespace {

constexpr std::string_view vector_case = "NY-2026-K7QXM";

/// The first event of DESIGN.md section 5, whose id is pinned in SEMANTICS.md.
Event opening() {
  Opened body;
  body.policy = "north-yorkshire";
  body.policy_digest = "5f1d0c92d4aa7e31";
  body.route = "standard";
  body.child = "C-1042";
  body.raising = {"Example Primary School", "education"};
  body.receiving = {"Children’s social care", "social-care"};
  body.theme = "thresholds";
  body.concern = "The referral was closed without a visit.\nThe café owner’s account was not sought.";
  body.marks = {{"disputed-decision", stamp("2026-10-30")}};
  Event event;
  event.at = stamp("2026-11-02T10:15");
  event.by = "Designated safeguarding lead";
  event.logged = instant("2026-11-02T10:21:07Z");
  event.body = body;
  seal(vector_case, event);
  return event;
}

Event later(Body body, std::string after) {
  Event event;
  event.at = stamp("2026-11-05T16:40");
  event.by = "Designated safeguarding lead";
  event.logged = instant("2026-11-05T16:44:51Z");
  event.after = {std::move(after)};
  event.body = std::move(body);
  return event;
}

Event advance() {
  Event event = later(Advanced{"2", "No agreement about the threshold.", ""}, opening().id);
  event.was_due = {{"stage-1", stamp("2026-11-06T10:15")}};
  seal(vector_case, event);
  return event;
}

const std::string example = R"(# yaml-language-server: $schema=../../policies/schema/case.schema.json
escalate: case/1
case: "NY-2026-K7QXM"
events:
- event: opened
  at: "2026-11-02T10:15+00:00"
  by: "Designated safeguarding lead"
  policy: "north-yorkshire"
  policy-digest: "5f1d0c92d4aa7e31"
  route: "standard"
  child: "C-1042"
  raising: {agency: "Example Primary School", kind: "education"}
  receiving: {agency: "Children’s social care", kind: "social-care"}
  theme: "thresholds"
  concern: |
    The referral was closed without a visit.
    The café owner’s account was not sought.
  marks: {disputed-decision: "2026-10-30"}
  logged: "2026-11-02T10:21:07Z"
  after: []
  id: "bfa7bfbb2dd27e37"
- event: advanced
  at: "2026-11-05T16:40+00:00"
  by: "Designated safeguarding lead"
  to: "2"
  because: "No agreement about the threshold."
  was-due: {stage-1: "2026-11-06T10:15+00:00"}
  logged: "2026-11-05T16:44:51Z"
  after: ["bfa7bfbb2dd27e37"]
  id: "d0e27a859305acae"
)";

Document document_in(const std::string& bytes) { return read_case("c.yaml", bytes, vector_case).document; }

/// Adds a note to a case file and proves it.
std::string noted(const std::string& bytes, std::string text = "A note.") {
  Event note = later(Noted{std::move(text)}, opening().id);
  seal(vector_case, note);
  const std::string added = appended(document_in(bytes), {note}).value();
  const auto proof = prove(vector_case, "c.yaml", bytes, added, {note});
  if (!proof) FAIL_CHECK(proof.error().text << "\n" << lines_of(proof.error().faults));
  CHECK(added.compare(0, bytes.size(), bytes) == 0);
  return added.substr(bytes.size());
}

std::string changed(std::string text, const std::string& from, const std::string& to) {
  return text.replace(text.find(from), from.size(), to);
}

const std::string note_lines = R"(- event: noted
  at: "2026-11-05T16:40+00:00"
  by: "Designated safeguarding lead"
  text: "A note."
  logged: "2026-11-05T16:44:51Z"
  after: ["bfa7bfbb2dd27e37"]
  id: "%"
)";

/// Returns the lines of the note with its id, each behind `indent` and with `line_end`.
std::string note_as_lines(const std::string& indent = "", const std::string& line_end = "\n") {
  Event note = later(Noted{"A note."}, opening().id);
  seal(vector_case, note);
  std::string lines = indent;
  const std::string text = changed(note_lines, "%", note.id);
  for (std::size_t i = 0; i < text.size(); ++i)
    lines += text[i] == '\n' ? line_end + (i + 1 < text.size() ? indent : "") : std::string(1, text[i]);
  return lines;
}

}  // namespace

TEST_CASE("the ids of the two events whose canonical forms are pinned are right") {
  CHECK(opening().id == "bfa7bfbb2dd27e37");
  CHECK(canonical_form(vector_case, node_of(opening())).size() == 536);
  CHECK(advance().id == "d0e27a859305acae");
  CHECK(canonical_form(vector_case, node_of(advance())).size() == 271);
}

TEST_CASE("a new case file is written as the manual shows it") {
  CHECK(case_text(vector_case, {opening(), advance()}) == example);
  CHECK(prove(vector_case, "c.yaml", "", example, {opening(), advance()}).has_value());
  CHECK(lines_of(read_case("c.yaml", example, vector_case).faults) == "");
}

TEST_CASE("an event is added at the end of the file and nothing else changes") {
  CHECK(noted(example) == note_as_lines());
  const std::string once = example + noted(example);
  CHECK(read_case("c.yaml", once, vector_case).record.value().events.size() == 3);
}

TEST_CASE("an event is added at the column of the dashes before it") {
  std::string indented;
  bool in_events = false;
  for (std::size_t at = 0; at < example.size();) {
    const std::size_t end = example.find('\n', at) + 1;
    indented += (in_events ? "   " : "") + example.substr(at, end - at);
    in_events = in_events || example.compare(at, 7, "events:") == 0;
    at = end;
  }
  CHECK(noted(indented) == note_as_lines("   "));
}

TEST_CASE("an event is added with the line ends of the file") {
  std::string crlf;
  for (const char byte : example) crlf += byte == '\n' ? std::string("\r\n") : std::string(1, byte);
  CHECK(noted(crlf) == note_as_lines("", "\r\n"));
  CHECK(noted(crlf, "One.\nTwo.").find("  text: |\r\n    One.\r\n    Two.\r\n") != std::string::npos);
}

TEST_CASE("a missing last line end is added first") {
  CHECK(noted(example.substr(0, example.size() - 1)) == "\n" + note_as_lines());
}

TEST_CASE("comments and blank lines after the last event, and a byte order mark, survive") {
  for (const std::string end : {"\n\n# checked\n", "  # checked", "# checked\n   ", "\n  \n"})
    CHECK(noted(example + end).find("- event: noted") != std::string::npos);
  CHECK(noted("\xEF\xBB\xBF" + example) == note_as_lines());
}

TEST_CASE("an event is added behind one that ends in a block of lines") {
  std::string reordered = changed(example, "  id: \"d0e27a859305acae\"\n", "");
  reordered = changed(reordered, "  because: \"No agreement about the threshold.\"\n", "  id: \"d0e27a859305acae\"\n");
  for (const std::string end : {"  because: |\n    No agreement about the threshold.",
                                "  because: |+\n    No agreement about the threshold.\n\n\n",
                                "  because: No agreement\n    about the threshold.\n"})
    CHECK(noted(reordered + end).find("- event: noted") != std::string::npos);
}

TEST_CASE("a file that cannot be added to is refused with the line") {
  const auto refused = [](const std::string& bytes) {
    const auto added = appended(document_in(bytes), {advance()});
    REQUIRE_FALSE(added.has_value());
    CHECK(added.error().code == ExitCode::data);
    return lines_of(added.error().faults);
  };
  CHECK(refused(example + "zz: 1\n") ==
        "31:1: 'zz' stands after 'events'; new events are added at the end of the file\n");
  CHECK(refused("escalate: case/1\nevents: [{event: noted}]\n") ==
        "2:9: 'events' is written in [ ]; write one '- event: ...' under the other\n");
  CHECK(refused("escalate: case/1\n") ==
        "1:1: 'events' is no list of events; new events are added at the end of the file\n");
  CHECK(refused(example + "...\n# the end\n") ==
        "31:1: '...' ends the document before the end of the file; remove this line\n");
}

TEST_CASE("what was not meant is not proven") {
  const Event note = [] {
    Event event = later(Noted{"A note."}, opening().id);
    seal(vector_case, event);
    return event;
  }();
  const std::string added = appended(document_in(example), {note}).value();
  const auto not_proven = [&](const std::string& old_bytes, const std::string& new_bytes,
                              const std::vector<Event>& meant) {
    const auto proof = prove(vector_case, "c.yaml", old_bytes, new_bytes, meant);
    return proof ? std::string() : proof.error().text;
  };
  CHECK(not_proven(example, added, {note}) == "");
  const std::string why = "c.yaml would not read back as it was meant: ";
  CHECK(not_proven(example, changed(added, "C-1042", "C-1043"), {note}) == why + "what stood there changed");
  CHECK(not_proven(example, added, {}) == why + "3 events instead of 2");
  CHECK(not_proven(example, added, {advance()}) == why + "event 3 differs");
  CHECK(not_proven(example, changed(added, "A note.", "A word."), {note}) == why + "event 3 differs");
  CHECK(not_proven(example, added + "  \"open", {note}) == why + "it cannot be read");
  Event bad = later(Advanced{"Stage 2", "B", ""}, opening().id);
  seal(vector_case, bad);
  CHECK(not_proven(example, appended(document_in(example), {bad}).value(), {bad}) == why + "it has faults");
  Event orphan = later(Noted{"T"}, "00000000000000aa");
  seal(vector_case, orphan);
  CHECK(not_proven(example, appended(document_in(example), {orphan}).value(), {orphan}) == why + "it has faults");
}

TEST_CASE("an event may be added to a damaged file, whose damage stays what it was") {
  CHECK(noted(changed(example, "to: \"2\"", "to: \"3\"")) == note_as_lines());
}

}  // namespace escalate::test

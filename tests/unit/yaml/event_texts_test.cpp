// What is written reads back the same: every kind of event, and whatever people type.
#include <rapidcheck.h>

#include <catch2/catch.hpp>
#include <numeric>

#include "base/typed_text.hpp"
#include "casefile/digest.hpp"
#include "unit/support/times.hpp"
#include "unit/yaml/case_support.hpp"
#include "yaml/event_text.hpp"
#include "yaml/event_writer.hpp"

namespace escalate::test {
namespace {

const std::string some_id = "0123456789abcdef";

Event made(Body body, std::vector<std::string> after = {}) {
  Event event;
  event.at = stamp("2026-07-05T16:40");
  event.by = "Head of year";
  event.logged = instant("2026-07-05T16:44:51Z");
  event.after = std::move(after);
  event.body = std::move(body);
  seal(case_id, event);
  return event;
}

/// An opening in which every text is `text`.
Event opening(const std::string& text) {
  return made(Opened{"example",
                     some_id,
                     "standard",
                     text,
                     {text, "health"},
                     {text, ""},
                     "2",
                     text,
                     text,
                     text,
                     text,
                     {{"a", std::nullopt}, {"b", stamp("2026-07-01")}, {"null", stamp("2026-07-01T10:00")}}});
}

Node instead_of(const std::string& text) {
  Node texts{Node::Kind::list, false, true, {}, {{Node::Kind::text, true, false, text, {}, {}, {}}}, {}, {}};
  return {Node::Kind::map,
          false,
          true,
          {},
          {},
          {{"because", {}, {Node::Kind::text, true, false, text, {}, {}, {}}}, {"other", {}, texts}},
          {}};
}

/// Every kind of event, with `text` wherever one may type.
std::vector<Event> events_of(const std::string& text) {
  std::vector<Event> events = {opening(text)};
  const std::string parent = events.front().id;
  const std::vector<Body> bodies = {
      Advanced{"3a", text, "other"},
      Noted{text},
      Marked{"m", std::nullopt, std::nullopt},
      Marked{"m", stamp("2026-07-01"), std::nullopt},
      Marked{"m", std::nullopt, stamp("2026-07-01T09:00")},
      Done{"d", "3a", some_id, "r", text, text},
      Agreed{stamp("2026-08-01"), "stage-3a", some_id, text},
      Extended{stamp("2026-08-01T12:00"), "l", some_id, text, text},
      Resolved{"3a", text, text, "compromise"},
      Closed{text},
      Reopened{"1", text},
      Halted{text},
      Resumed{},
      Assigned{"r", text},
      Corrected{parent, text, {}},
  };
  for (const Body& body : bodies) events.push_back(made(body, {parent}));
  Event full = made(Closed{text}, {parent});
  full.was_due = {{"stage-3a", stamp("2026-07-05")}, {"1", stamp("2026-07-05T12:00")}};
  full.allow_personal = {"email", "telephone"};
  seal(case_id, full);
  events.push_back(full);
  return events;
}

/// Returns "" when `events` read back from a new file as they were, else what differs.
std::string difference(const std::vector<Event>& events) {
  const std::string text = case_text(case_id, events);
  const auto proof = prove(case_id, "c.yaml", "", text, events);
  if (!proof) return proof.error().text + "\n" + lines_of(proof.error().faults);
  const CaseReading reading = read(text);
  for (std::size_t i = 0; i < events.size(); ++i)
    if (canonical_form(case_id, node_of(reading.record->events[i])) != canonical_form(case_id, node_of(events[i])))
      return "event " + std::to_string(i);
  return "";
}

const std::vector<std::string> nasty_texts = {"\"",
                                              "\\",
                                              "'",
                                              "it's",
                                              "a: b",
                                              "a #b",
                                              "# a",
                                              "- a",
                                              "--- a",
                                              "---",
                                              "...",
                                              "? a",
                                              "| a",
                                              "> a",
                                              "%YAML",
                                              "@a",
                                              "`a`",
                                              "{a: b}",
                                              "[a, b]",
                                              "&a *a",
                                              "!t",
                                              "~",
                                              "null",
                                              "no",
                                              "007",
                                              "0x1F",
                                              "1e3",
                                              "2026-01-01",
                                              "a\\nb",
                                              "\\u0000",
                                              "\\",
                                              "\\\"",
                                              "x\\",
                                              "a, b",
                                              "<<",
                                              "a\tb",
                                              "emoji 👩‍👧 é",
                                              "\u00a0a",
                                              "日本語",
                                              "=",
                                              "a\nb",
                                              "a\n\nb",
                                              "- a\n- b",
                                              "# a\n# b",
                                              "a: |\n b",
                                              "  a\nb",
                                              "a\n  b",
                                              "a\n\tb",
                                              "\"a\"\n'b'",
                                              "---\na\n...",
                                              "=======\n<<<<<<< a\n>>>>>>> b",
                                              "a\n#",
                                              "\\\n\\",
                                              "a:\nb:",
                                              "{\n}",
                                              "\u2019a\u2019\nb",
                                              "a \\\nb"};

}  // namespace

TEST_CASE("every kind of event reads back as it was, whatever text is in it") {
  for (const std::string& text : nasty_texts) {
    INFO(text);
    CHECK(difference(events_of(typed_text(text, "--because").value())) == "");
  }
}

TEST_CASE("any text that may be typed reads back as it was") {
  std::vector<std::string> pieces = {" ", "\t", "\n", "\n\n", "\r\n", "\"", "\\",      "'",
                                     ":", "#",  "-",  "a",    "7",    "é",  "e\u0301", "👩‍👧"};
  pieces.insert(pieces.end(), nasty_texts.begin(), nasty_texts.end());
  const bool all = rc::check([&pieces] {
    const auto chosen = *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(pieces));
    const auto text = typed_text(std::accumulate(chosen.begin(), chosen.end(), std::string()), "--because");
    if (!text) return;
    const std::vector<Event> events = {opening(*text)};
    RC_ASSERT(difference(events) == "");
  });
  CHECK(all);
}

TEST_CASE("one line is quoted, several lines are a block, and what a block would change is quoted") {
  const auto text_lines = [](const std::string& text) {
    const std::string lines = event_text(node_of(made(Noted{text})), 0, "\n");
    const std::size_t from = lines.find("  text:");
    return lines.substr(from, lines.find("  logged:") - from);
  };
  CHECK(text_lines("it's \"so\" \\") == "  text: \"it's \\\"so\\\" \\\\\"\n");
  CHECK(text_lines("a\n\n- b: #c") == "  text: |\n    a\n\n    - b: #c\n");
  CHECK(text_lines("a\n b") == "  text: \"a\\n b\"\n");
  CHECK(text_lines(" a\nb") == "  text: \" a\\nb\"\n");
  CHECK(text_lines("a\tb\nc") == "  text: \"a\\tb\\nc\"\n");
  CHECK(text_lines("a \nb") == "  text: \"a \\nb\"\n");
  CHECK(text_lines("a\nb\n") == "  text: \"a\\nb\\n\"\n");
  CHECK(text_lines("a\u2028b\u0085c\x1f") == "  text: \"a\\u2028b\\u0085c\\u001f\"\n");
}

TEST_CASE("texts of 64 KiB read back, in one line or thousands") {
  std::string lines;
  while (lines.size() + 5 < most_typed_bytes) lines += "\\\"a\n";
  for (const std::string& text : {std::string(most_typed_bytes, '"'), lines + "a", "\t" + lines + "a"}) {
    const std::vector<Event> events = {opening("a"), made(Noted{text}, {opening("a").id}),
                                       made(Corrected{opening("a").id, text, instead_of(text)}, {opening("a").id})};
    const std::string file = case_text(case_id, events);
    const CaseReading reading = read(file);
    REQUIRE(reading.record);
    CHECK(std::get<Noted>(reading.record->events.at(1).body).text == text);
    CHECK(std::get<Corrected>(reading.record->events.at(2).body).instead.find("other")->items.at(0).text == text);
    CHECK(second_opinion(reading.document).empty());
  }
}

}  // namespace escalate::test

#include "casefile/free_texts.hpp"

#include <catch2/catch.hpp>

#include "yaml/event_tree.hpp"
#include "yaml/event_writer.hpp"

using namespace escalate;

namespace {

std::string keys(const Node& event) {
  std::string text;
  for (const FreeText& one : free_texts(event)) text += (text.empty() ? "" : " ") + one.key;
  return text;
}

std::string keys_of(Body body) {
  Event event;
  event.by = "x";
  event.body = std::move(body);
  return keys(node_of(event));
}

}  // namespace

TEST_CASE("every text that a person writes is a free one, in every event") {
  CHECK(keys_of(
            Opened{"p", "d", "r", "c", {"a", "police"}, {"b", "health"}, "2", "y", "t", "w", "s", {{"m", Since()}}}) ==
        "by because child raising/agency receiving/agency theme concern sought");
  CHECK(keys_of(Noted{"x"}) == "by text");
  CHECK(keys_of(Advanced{"2", "x", "r"}) == "by because");
  CHECK(keys_of(Done{"d", "s", "e1", "r", "n", "q"}) == "by note not-needed");
  CHECK(keys_of(Agreed{Date{}, "l", "e1", "w"}) == "by with");
  CHECK(keys_of(Extended{Date{}, "l", "e1", "x", "w"}) == "by because agreed-with");
  CHECK(keys_of(Resolved{"2", "o", "n", "changed"}) == "by outcome next-steps");
  CHECK(keys_of(Closed{"x"}) == "by because");
  CHECK(keys_of(Halted{"x"}) == "by because");
  CHECK(keys_of(Resumed{}) == "by");
  CHECK(keys_of(Reopened{"2", "x"}) == "by because");
}

TEST_CASE("a job that is assigned is a free text, a stage that is entered is none") {
  CHECK(keys_of(Assigned{"lead", "Deputy"}) == "by to");
  CHECK(keys_of(Advanced{"2", "", ""}) == "by");
}

TEST_CASE("what a correction sets is looked at by its keys") {
  const Node instead = MapBuilder()
                           .text("at", "2026-11-05")
                           .text("to", "Deputy")
                           .node("raising", MapBuilder().text("agency", "a").text("kind", "police").take())
                           .take();
  CHECK(keys_of(Corrected{"e1", "x", instead}) == "by because instead/to instead/raising/agency");
}

#include "yaml/held_events.hpp"

#include <catch2/catch.hpp>

#include "unit/yaml/case_support.hpp"

namespace escalate::test {

TEST_CASE("the events of a version are read with what they say") {
  const std::string text = sealed(case_head + opened_event + later_event("noted", "  text: \"They rang.\"\n"));
  const HeldEvents held = held_events(text);
  CHECK(held.case_id == case_id);
  REQUIRE(held.events.size() == 2);
  for (const auto& [id, event] : held.events) {
    CHECK(event.sealed);
    CHECK_FALSE(event.canonical.empty());
    CHECK(event.words.find("They rang") == std::string::npos);
  }
}

TEST_CASE("of a version that cannot be read the ids are found in its lines") {
  const std::string text = sealed(case_head + opened_event + later_event("noted", "  text: \"They rang.\"\n"));
  const HeldEvents held = held_events("<<<<<<< ours\n" + text);
  CHECK(held.case_id == case_id);
  CHECK(held.events.size() == 2);
  CHECK(held.events.begin()->second.canonical.empty());
  CHECK(held_events("case: x\n- id: 0123456789abcdef\n  id: 'fedcba9876543210' # x\n  identity: 1\n").events.size() ==
        2);
  CHECK(held_events("").case_id.empty());
}

}  // namespace escalate::test

#include <catch2/catch.hpp>

#include "unit/yaml/case_support.hpp"
#include "yaml/case_damage.hpp"
#include "yaml/case_seen.hpp"

using namespace escalate;
using namespace escalate::test;

namespace {

std::string note(int number, int parent) { return later_event("noted", "  text: \"x\"\n", number, parent); }

std::string correction(int number, int parent, const std::string& at) {
  return later_event("corrected", "  corrects: \"%1\"\n  because: \"A slip.\"\n  instead: {at: \"" + at + "\"}\n",
                     number, parent);
}

std::vector<std::string> ids_of(const Case& record) {
  std::vector<std::string> ids;
  for (const Event& event : record.events) ids.push_back(event.id);
  return ids;
}

}  // namespace

TEST_CASE("an event was written with what it follows in sight, and nothing else") {
  const CaseReading reading = read(
      sealed(case_head + opened_event + note(2, 1) + later_event("halted", "  because: \"y\"\n", 3, 1) + note(4, 2)));
  REQUIRE(reading.record);
  const auto& events = reading.record->events;
  REQUIRE(events.size() == 4);
  CHECK(ids_of(case_up_to(reading, events[3].id)) ==
        std::vector<std::string>{events[0].id, events[1].id, events[3].id});
  CHECK(ids_of(case_up_to(reading, events[0].id)) == std::vector<std::string>{events[0].id});
}

TEST_CASE("values count as they counted then") {
  const CaseReading reading = read(sealed(case_head + opened_event + note(2, 1) + correction(3, 2, "2026-01-04") +
                                          note(4, 3) + correction(5, 4, "2026-01-03")));
  REQUIRE(reading.record);
  REQUIRE(reading.faults.empty());
  const auto& events = reading.record->events;
  const auto at_opening = [&](std::size_t index) {
    const Case part = case_up_to(reading, events[index].id);
    const auto found = part.amended.find(events[0].id);
    return iso(found == part.amended.end() ? part.events[0].at : found->second.at);
  };
  CHECK(at_opening(1) == "2026-01-05T09:00+00:00");
  CHECK(at_opening(3) == "2026-01-04");
  CHECK(at_opening(4) == "2026-01-03");
}

TEST_CASE("an event that stands again, alike, is told with the line of the first") {
  const std::string text = sealed(case_head + opened_event + note(2, 1));
  CHECK(copies_of_events(read(text).document).empty());
  const std::string second = text.substr(text.find("- event: noted"));
  const Faults faults = copies_of_events(read(text + second).document);
  REQUIRE(faults.size() == 1);
  CHECK(faults.front().place.line == 24);
  CHECK_THAT(faults.front().text, Catch::EndsWith("stands twice, alike, first in line 17; it counts once"));
}

TEST_CASE("two events run into one by a merge are not cured by keeping one of each key") {
  std::string text = sealed(case_head + opened_event + note(2, 1));
  text.erase(text.find("- event: noted\n"), std::string("- event: noted\n").size());
  const CaseReading reading = read(text);
  CHECK_FALSE(reading.record);
  REQUIRE_FALSE(reading.faults.empty());
  for (const Fault& fault : reading.faults) CHECK_THAT(fault.help, Catch::StartsWith("two events were run into one"));
  const CaseReading other = read(sealed(case_head + opened_event) + "events: []\n");
  REQUIRE_FALSE(other.faults.empty());
  CHECK(other.faults.front().help == "keep the one that is right");
}

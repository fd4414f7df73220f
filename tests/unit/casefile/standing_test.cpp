#include "casefile/standing.hpp"

#include <catch2/catch.hpp>

#include "unit/casefile/event_support.hpp"

namespace escalate::test {
namespace {

std::string counting_ids(const std::vector<Event>& events) {
  const std::vector<bool> counts = counting(events);
  std::string ids;
  for (std::size_t i = 0; i < events.size(); ++i)
    if (counts[i]) ids += (ids.empty() ? "" : " ") + events[i].id;
  return ids;
}

std::string standing_ids(const Case& record) {
  std::string ids;
  for (const Event& event : standing(record)) ids += (ids.empty() ? "" : " ") + event.id;
  return ids;
}

/// A correction that gives other values rather than striking out.
Event amendment(std::string id, std::string_view at, std::string corrects) {
  Event made = strike(std::move(id), at, std::move(corrects));
  std::get<Corrected>(made.body).instead.kind = Node::Kind::map;
  return made;
}

}  // namespace

TEST_CASE("a correction strikes its event out") {
  CHECK(counting_ids({event("a", "2026-01-01", {}), event("b", "2026-01-02", {"a"}), strike("c", "2026-01-03", "b")}) ==
        "a c");
}

TEST_CASE("correcting a correction restores, and correcting that strikes out again") {
  std::vector<Event> events = {event("a", "2026-01-01", {}), strike("b", "2026-01-02", "a"),
                               strike("c", "2026-01-03", "b")};
  CHECK(counting_ids(events) == "a c");
  events.push_back(strike("d", "2026-01-04", "c"));
  CHECK(counting_ids(events) == "b d");
}

TEST_CASE("of two corrections of one event either is enough") {
  std::vector<Event> events = {event("a", "2026-01-01", {}), strike("b", "2026-01-02", "a"),
                               strike("c", "2026-01-02", "a"), strike("d", "2026-01-03", "b")};
  CHECK(counting_ids(events) == "c d");
  events.push_back(strike("e", "2026-01-04", "c"));
  CHECK(counting_ids(events) == "a d e");
}

TEST_CASE("a correction with other values strikes nothing out") {
  CHECK(counting_ids({event("a", "2026-01-01", {}), amendment("b", "2026-01-02", "a")}) == "a b");
}

TEST_CASE("corrections count whatever the order in the file and the clocks") {
  CHECK(counting_ids({strike("c", "2026-01-01", "b"), strike("b", "2026-01-03", "a"), event("a", "2026-01-05", {})}) ==
        "c a");
}

TEST_CASE("a correction of what is not there, or of itself, strikes nothing out") {
  CHECK(counting_ids({event("a", "2026-01-01", {}), strike("b", "2026-01-02", "gone"),
                      strike("c", "2026-01-02", "c")}) == "a b c");
}

TEST_CASE("what stands is what counts, with its amended values, in the order these give") {
  Case record;
  record.events = {event("a", "2026-01-01", {}),    event("late", "2026-01-09", {"a"}),
                   event("b", "2026-01-05", {"a"}), event("x", "2026-01-06", {"a"}),
                   strike("y", "2026-01-07", "x"),  amendment("z", "2026-01-10", "late")};
  CHECK(standing_ids(record) == "a b y late z");
  record.amended["late"] = event("late", "2026-01-02", {"a"}, Noted{"Another note."});
  CHECK(standing_ids(record) == "a late b y z");
  CHECK(std::get<Noted>(standing(record).at(1).body).text == "Another note.");
}

TEST_CASE("an amended correction strikes out what it names now") {
  Case record;
  record.events = {event("a", "2026-01-01", {}), event("b", "2026-01-02", {"a"}), strike("c", "2026-01-03", "a"),
                   amendment("d", "2026-01-04", "c")};
  record.amended["c"] = strike("c", "2026-01-03", "b");
  CHECK(standing_ids(record) == "a c d");
}

}  // namespace escalate::test

#include "casefile/order.hpp"

#include <catch2/catch.hpp>
#include <chrono>

#include "unit/casefile/event_support.hpp"

namespace escalate::test {
namespace {

std::string order_of(const std::vector<Event>& events) { return ids_at(events, causal_order(events)); }

}  // namespace

TEST_CASE("parents come before their children, whatever the clocks say") {
  CHECK(order_of({event("c", "2026-01-01", {"b"}), event("b", "2026-01-02", {"a"}), event("a", "2026-01-03", {})}) ==
        "a b c");
}

TEST_CASE("of events that are ready the earliest comes first, then the smallest id") {
  CHECK(order_of({event("root", "2026-01-01", {}), event("z", "2026-01-02T09:00", {"root"}),
                  event("y", "2026-01-02T10:00", {"root"}), event("x", "2026-01-02T10:00", {"root"})}) == "root z x y");
}

TEST_CASE("a date alone is its midnight in London when events are ordered") {
  CHECK(order_of({event("root", "2026-05-01", {}), event("night", "2026-07-01T00:30", {"root"}),
                  event("day", "2026-07-01", {"root"}), event("eve", "2026-06-30T23:59", {"root"})}) ==
        "root eve day night");
}

TEST_CASE("a child of two parents waits for both") {
  CHECK(order_of({event("merge", "2026-01-02", {"left", "right"}), event("left", "2026-01-03", {"root"}),
                  event("right", "2026-01-05", {"root"}), event("root", "2026-01-01", {})}) == "root left right merge");
}

TEST_CASE("a parent that is not there, or named twice, holds nothing up") {
  CHECK(order_of({event("a", "2026-01-01", {}), event("b", "2026-01-02", {"gone", "a", "a"})}) == "a b");
}

TEST_CASE("in time, a late entry stands where it happened, and a clock that is fast puts a child before its parent") {
  const std::vector<Event> events{event("a", "2026-01-02T10:00", {}), event("b", "2026-01-03T10:00", {"a"}),
                                  event("late", "2026-01-02T12:00", {"b"}),
                                  event("fast", "2026-01-02T09:59", {"late"})};
  CHECK(ids_at(events, order_in_time(events)) == "fast a late b");
}

TEST_CASE("in time, a day alone follows what is of that day and comes before it in causal order") {
  const std::vector<Event> events{event("a", "2026-01-02T10:00", {}), event("day", "2026-01-02", {"a"}),
                                  event("b", "2026-01-02T11:00", {"day"}), event("eve", "2026-01-01", {"b"}),
                                  event("morning", "2026-01-02T09:00", {"eve"})};
  CHECK(ids_at(events, order_in_time(events)) == "eve morning a day b");
}

TEST_CASE("events without a cycle have no ring, and no events no order") {
  CHECK_FALSE(parent_cycle({event("a", "2026-01-01", {}), event("b", "2026-01-02", {"a"})}));
  CHECK_FALSE(parent_cycle({}));
  CHECK(causal_order({}).empty());
}

TEST_CASE("an event that is its own parent is a ring of one") {
  const std::vector<Event> events = {event("a", "2026-01-01", {}), event("b", "2026-01-02", {"a", "b"})};
  CHECK(parent_cycle(events) == std::vector<std::string>{"b"});
  CHECK(order_of(events) == "a b");
}

TEST_CASE("a ring is found below events that only follow it, and named from its smallest id") {
  const std::vector<Event> events = {event("tail", "2026-01-01", {"c"}), event("c", "2026-01-02", {"b"}),
                                     event("b", "2026-01-03", {"d"}), event("d", "2026-01-04", {"c", "root"}),
                                     event("root", "2026-01-05", {})};
  CHECK(parent_cycle(events) == std::vector<std::string>{"b", "d", "c"});
  CHECK(order_of(events) == "root tail c b d");
}

TEST_CASE("the order does not depend on the order in the file") {
  std::vector<Event> events;
  for (int i = 0; i < 50; ++i)
    events.push_back(
        event("e" + std::to_string(100 + i), "2026-01-01",
              i < 3 ? std::vector<std::string>{} : std::vector<std::string>{"e" + std::to_string(100 + i / 3)}));
  const std::string forward = order_of(events);
  std::reverse(events.begin(), events.end());
  CHECK(order_of(events) == forward);
}

TEST_CASE("ten thousand events in a row, and abreast, are ordered at once") {
  std::vector<Event> events;
  for (int i = 0; i < 10000; ++i) {
    const bool in_row = i > 0 && i < 5000;
    events.push_back(
        event("e" + std::to_string(i), "2026-01-01",
              in_row ? std::vector<std::string>{"e" + std::to_string(i - 1)} : std::vector<std::string>{"e0"}));
  }
  events.front().after.clear();
  const auto start = std::chrono::steady_clock::now();
  CHECK(causal_order(events).size() == 10000);
  CHECK_FALSE(parent_cycle(events));
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(2));
}

}  // namespace escalate::test

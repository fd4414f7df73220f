#include "casefile/event_names.hpp"

#include <catch2/catch.hpp>

#include "unit/casefile/event_support.hpp"

namespace escalate::test {
namespace {

const std::string first = "0c4c000000000000";
const std::string like_first = "0c4c7fffffffffff";
const std::string other = "d0e27a859305acae";

std::vector<Event> three_events() {
  return {event(first, "2026-11-02", {}, Opened{}),
          event(like_first, "2026-11-03", {first}, Advanced{"2", "because", ""}),
          event(other, "2026-11-04", {like_first}, Done{"inform", "2", first, "", "", ""})};
}

std::size_t count_of(const std::string& typed) { return events_called(three_events(), typed).size(); }

}  // namespace

TEST_CASE("an id is shortened to four digits, to more where two begin alike") {
  CHECK(short_id(three_events(), other) == "d0e2");
  CHECK(short_id(three_events(), first) == "0c4c0");
  CHECK(short_id(three_events(), like_first) == "0c4c7");
  CHECK(short_ids(three_events()) ==
        std::map<std::string, std::string>{{first, "0c4c0"}, {like_first, "0c4c7"}, {other, "d0e2"}});
}

TEST_CASE("an id shared by its whole length is shortened to itself") {
  const std::vector<Event> events = {event(first, "2026-11-02", {}),
                                     event(first.substr(0, 15) + "1", "2026-11-02", {})};
  CHECK(short_id(events, first) == first);
}

TEST_CASE("an event is named by four or more digits in either letter case, the opening by its word too") {
  CHECK(count_of("d0e2") == 1);
  CHECK(count_of("D0E27A85") == 1);
  CHECK(count_of(other) == 1);
  CHECK(count_of("opened") == 1);
  CHECK(count_of("0c4c") == 2);
  CHECK(count_of("d0e") == 0);
  CHECK(count_of("") == 0);
  CHECK(count_of("d0e2zz") == 0);
  CHECK(count_of(other + "0") == 0);
  CHECK(count_of("advanced") == 0);
}

TEST_CASE("what happened is said without the words of a user") {
  const auto events = three_events();
  CHECK(what_happened(events[1]) == "advanced to 2 on Tuesday 3 November 2026");
  CHECK(what_happened(events[2]) == "done inform on Wednesday 4 November 2026");
}

}  // namespace escalate::test

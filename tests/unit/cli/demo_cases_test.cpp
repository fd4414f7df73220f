#include "cli/demo_cases.hpp"

#include <catch2/catch.hpp>

#include "time/date.hpp"

using namespace escalate;

TEST_CASE("a case of the demonstration is known, whatever the year in its id") {
  for (const int year : {2026, 2027, 2031})
    for (const DemoStep& step : demo_steps(Date{std::chrono::year{year} / 1 / 4})) {
      if (step.words.front() != "open") continue;
      CHECK(is_demo_case(step.words.at(2)));
    }
  CHECK(is_demo_case("WI-2026-P1HW8"));
  CHECK(is_demo_case("WI-1999-P1HW8"));
}

TEST_CASE("no other case is taken for one of the demonstration") {
  for (const char* id : {"WI-2026-P1HW9", "NY-2026-P1HW8", "WI-26-P1HW8", "WI-2026-P1HW8x", "P1HW8", ""})
    CHECK_FALSE(is_demo_case(id));
}

#include "time/fault.hpp"

#include <catch2/catch.hpp>

namespace escalate::test {

TEST_CASE("a fault of time has the word the batch prints") {
  CHECK(word_of(TimeFault::Kind::ambiguous) == "ambiguous");
  CHECK(word_of(TimeFault::Kind::nonexistent) == "nonexistent");
  CHECK(word_of(TimeFault::Kind::coverage) == "coverage");
  CHECK(word_of(TimeFault::Kind::usage) == "usage");
}

TEST_CASE("beyond a calendar is bad data, all else is usage") {
  CHECK(failure_of({TimeFault::Kind::coverage, "", ""}).code == ExitCode::data);
  CHECK(failure_of({TimeFault::Kind::usage, "", ""}).code == ExitCode::usage);
  CHECK(failure_of({TimeFault::Kind::ambiguous, "", ""}).code == ExitCode::usage);
  CHECK(failure_of({TimeFault::Kind::nonexistent, "", ""}).code == ExitCode::usage);
}

TEST_CASE("a failure keeps the words of its fault") {
  const Failure failure = failure_of({TimeFault::Kind::usage, "'x' is not a time", "write y"});
  CHECK(failure.text == "'x' is not a time");
  CHECK(failure.help == "write y");
  CHECK(failure.faults.empty());
}

}  // namespace escalate::test

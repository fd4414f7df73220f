// Replays tests/data/bad-cases: case files that accidents left, each with the line and the words of its fault.
#include <algorithm>
#include <catch2/catch.hpp>

#include "unit/support/calendars.hpp"
#include "unit/support/places.hpp"
#include "unit/yaml/case_support.hpp"

namespace escalate::test {

TEST_CASE("every bad case file is refused for what is wrong with it, and leaves no dates") {
  const auto rows = rows_of("bad-cases/manifest.csv");
  REQUIRE(rows.size() == 6);
  for (const auto& row : rows) {
    INFO(row.at(0));
    const CaseReading reading = read(bytes_of(test::in_repository("tests/data/bad-cases/" + row.at(0))));
    CHECK_FALSE(reading.record.has_value());
    const bool said = std::any_of(reading.faults.begin(), reading.faults.end(), [&row](const Fault& fault) {
      return fault.place.line == std::stoi(row.at(2)) && fault.text.starts_with(row.at(3));
    });
    CHECK(said);
  }
}

}  // namespace escalate::test

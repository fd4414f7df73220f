#include <catch2/catch.hpp>

#include "time/due.hpp"
#include "unit/support/calendars.hpp"
#include "unit/support/times.hpp"

namespace escalate::test {
namespace {

/// Returns the due of one row as the table writes it: a time, or `ERROR:` and the kind of fault.
std::string due_of(const std::string& from, const std::string& length, const std::string& calendar,
                   const std::string& count_from) {
  const auto start = parse_typed(from, instant("2026-11-05T16:40"));
  if (!start) return "ERROR:" + word_of(start.error().kind);
  const auto due = count(*start, duration(length), calendar_called(calendar.empty() ? "england-and-wales" : calendar),
                         count_from_word(count_from.empty() ? "receipt" : count_from).value());
  return due ? iso(due->due) : "ERROR:" + word_of(due.error().kind);
}

}  // namespace

TEST_CASE("every example of a deadline comes out as written") {
  const auto rows = rows_of("deadline-examples.csv");
  CHECK(rows.size() == 150);
  for (const auto& row : rows) {
    INFO(row.at(0) << ", " << row.at(1) << ", " << row.at(2) << ", " << row.at(3));
    CHECK(due_of(row.at(0), row.at(1), row.at(2), row.at(3)) == row.at(4));
  }
}

}  // namespace escalate::test

#include "engine/contested.hpp"

#include <catch2/catch.hpp>

#include "unit/support/fault_lines.hpp"
#include "unit/support/made_case.hpp"

using namespace escalate;
using namespace escalate::test;

TEST_CASE("what two copies decided differently is told until a move follows both") {
  MadeCase made(policy_called("wiltshire"), "2026-11-02T09:30");
  CHECK(decided_twice(made.at("2026-11-05T10:00")).empty());
  made.add_after({"e1"}, "2026-11-03T09:00", Advanced{"one", "because", ""});
  made.add_after({"e1"}, "2026-11-03T10:00", Resolved{"pre", "agreed", "", ""});
  const Faults twice = decided_twice(made.at("2026-11-05T10:00"));
  CHECK(fault_lines(twice) ==
        "error decided twice, in two copies that were merged: event e2, advanced to one on Tuesday 3 November 2026 at "
        "09:00 stands, event e3, resolved on Tuesday 3 November 2026 at 10:00 does not\n");
  CHECK(twice.front().help ==
        "the next move of the case settles it, or take one of the two back:\n"
        "escalate correct WI-2026-AAAAA e3 --because TEXT\nescalate correct WI-2026-AAAAA e2 --because TEXT");
  made.add_after({"e2", "e3"}, "2026-11-04T09:00", Advanced{"two", "because", ""});
  CHECK(decided_twice(made.at("2026-11-05T10:00")).empty());
}

TEST_CASE("three copies give two rivals") {
  MadeCase made(policy_called("wiltshire"), "2026-11-02T09:30");
  for (const char* stage : {"one", "two", "three"})
    made.add_after({"e1"}, "2026-11-03T09:00", Advanced{stage, "because", ""});
  CHECK(decided_twice(made.at("2026-11-05T10:00")).size() == 2);
}

TEST_CASE("what speaks of a stay that is gone counts for nothing, and says so") {
  MadeCase made(policy_called("leeds-2022"), "2026-11-02T09:30");
  const std::string move = made.advance("2026-11-03T09:00", "2");
  made.agree("2026-11-03T10:00", "2026-11-04", "stage-2");
  CHECK(counting_for_nothing(made.at("2026-11-05T10:00")).empty());
  made.add("2026-11-03T11:00", Corrected{move, "A slip.", {}});
  CHECK(fault_lines(counting_for_nothing(made.at("2026-11-05T10:00"))) ==
        "warning event e3, agreed stage-2 on Tuesday 3 November 2026 at 10:00, counts for nothing: what it speaks of "
        "is not, or no longer, on record\n");
}

TEST_CASE("what belongs to an event that is not there is an error") {
  MadeCase made(policy_called("leeds-2022"), "2026-11-02T09:30");
  made.add("2026-11-03T09:00", Done{"keep-record", "1", "0123456789abcdef", "", "", ""});
  CHECK(fault_lines(counting_for_nothing(made.at("2026-11-05T10:00"))) ==
        "error event e2, done keep-record on Tuesday 3 November 2026 at 09:00, names in 'of' event 0123456789abcdef, "
        "which is not in the file\n");
}

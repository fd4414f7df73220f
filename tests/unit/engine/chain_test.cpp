#include <catch2/catch.hpp>

#include "unit/support/made_case.hpp"

using namespace escalate;
using namespace escalate::test;

namespace {

std::string position(const MadeCase& made) {
  const CaseState state = replay(policy_called("north-yorkshire"), made.record());
  return word_of(state.standing) + " " + state.stage + (state.chain.rivals.empty() ? "" : " twice");
}

MadeCase opened() {
  return MadeCase(policy_called("north-yorkshire"), "2026-11-02T09:00", {{"disputed-decision", "unknown"}});
}

}  // namespace

TEST_CASE("a merge never silences an escalation: open stands before resolved") {
  MadeCase made = opened();
  made.add_after({"e1"}, "2026-11-03T09:00", Advanced{"2", "no answer", ""});
  made.add_after({"e1"}, "2026-11-03T08:00", Resolved{"1", "agreed", "", ""});
  CHECK(position(made) == "open 2 twice");
}

TEST_CASE("of two advances the higher rung stands") {
  MadeCase made = opened();
  made.add_after({"e1"}, "2026-11-03T09:00", Advanced{"3", "no answer", ""});
  made.add_after({"e1"}, "2026-11-03T08:00", Advanced{"2", "no answer", ""});
  CHECK(position(made) == "open 3 twice");
}

TEST_CASE("of two equal advances the earlier stands, then the smaller id") {
  MadeCase made = opened();
  made.add_after({"e1"}, "2026-11-03T09:00", Advanced{"2", "no answer", ""});
  made.add_after({"e1"}, "2026-11-03T08:00", Advanced{"2", "no answer", ""});
  const CaseState state = replay(policy_called("north-yorkshire"), made.record());
  CHECK(state.events[state.chain.links.back().event].id == "e3");
}

TEST_CASE("a position event that follows both settles it") {
  MadeCase made = opened();
  made.add_after({"e1"}, "2026-11-03T09:00", Advanced{"2", "no answer", ""});
  made.add_after({"e1"}, "2026-11-03T08:00", Resolved{"1", "agreed", "", ""});
  made.add_after({"e2", "e3"}, "2026-11-04T09:00", Advanced{"3", "no answer", ""});
  CHECK(position(made) == "open 3");
}

TEST_CASE("a note that follows both settles nothing") {
  MadeCase made = opened();
  made.add_after({"e1"}, "2026-11-03T09:00", Advanced{"2", "no answer", ""});
  made.add_after({"e1"}, "2026-11-03T08:00", Advanced{"3", "no answer", ""});
  made.add_after({"e2", "e3"}, "2026-11-04T09:00", Noted{"both"});
  CHECK(position(made) == "open 3 twice");
}

TEST_CASE("correcting one of two tips settles it") {
  MadeCase made = opened();
  made.add_after({"e1"}, "2026-11-03T09:00", Advanced{"3", "no answer", ""});
  made.add_after({"e1"}, "2026-11-03T08:00", Advanced{"2", "no answer", ""});
  made.add_after({"e2", "e3"}, "2026-11-04T09:00", Corrected{"e2", "by mistake", {}});
  CHECK(position(made) == "open 2");
}

TEST_CASE("a struck-out event in between still links those around it") {
  MadeCase made = opened();
  made.advance("2026-11-03T09:00", "2");
  made.advance("2026-11-04T09:00", "3");
  made.add("2026-11-05T09:00", Corrected{"e2", "by mistake", {}});
  CHECK(position(made) == "open 3");
}

TEST_CASE("a case whose opening is struck out is void") {
  MadeCase made = opened();
  made.add("2026-11-05T09:00", Corrected{"e1", "opened twice", {}});
  CHECK(position(made).substr(0, 4) == "void");
}

TEST_CASE("correcting a correction restores") {
  MadeCase made = opened();
  made.advance("2026-11-03T09:00", "2");
  made.add("2026-11-05T09:00", Corrected{"e2", "by mistake", {}});
  CHECK(position(made) == "open 1");
  made.add("2026-11-05T10:00", Corrected{"e3", "it was right", {}});
  CHECK(position(made) == "open 2");
}

TEST_CASE("a late entry on another branch never comes before its parent") {
  MadeCase made = opened();
  made.advance("2026-11-03T09:00", "2");
  made.add("2026-11-01T09:00", Noted{"written late"});
  const CaseState state = replay(policy_called("north-yorkshire"), made.record());
  CHECK(state.events.back().id == "e3");
}

#include "engine/chronology.hpp"

#include <catch2/catch.hpp>

#include "unit/support/fault_lines.hpp"
#include "unit/support/made_case.hpp"
#include "unit/support/times.hpp"

using namespace escalate;
using namespace escalate::test;

namespace {

const Policy& wiltshire() { return policy_called("wiltshire"); }

Corrected correction(const std::string& id) { return {id, "A slip.", {}}; }

}  // namespace

TEST_CASE("a case in order has no fault of order") {
  MadeCase made(wiltshire(), "2026-11-02T09:30");
  made.advance("2026-11-02", "one");  // a day alone fits any time of it
  made.add("2026-10-28", Noted{"It began earlier."});
  made.mark("2026-11-03T10:00", "imminent-risk", "2026-10-30");
  made.resolve("2026-11-04T10:00");
  const Outlook outlook = made.at("2026-11-05T10:00");
  CHECK(fault_lines(second_beginnings(made.record())).empty());
  CHECK(fault_lines(out_of_order(outlook)).empty());
  CHECK(fault_lines(in_the_future(outlook)).empty());
  CHECK(fault_lines(above_their_parents(made.record())).empty());
}

TEST_CASE("a move before the one it follows is out of order") {
  MadeCase made(wiltshire(), "2026-11-02T09:30");
  made.advance("2026-11-02T09:29", "one");
  made.advance("2026-11-03", "two");
  CHECK(fault_lines(out_of_order(made.at("2026-11-05T10:00"))) ==
        "error event e2, advanced to one on Monday 2 November 2026 at 09:29, lies before event e1, opened on Monday 2 "
        "November 2026 at 09:30, which it follows\n");
}

TEST_CASE("a move is held against every move it follows, not only the last") {
  MadeCase made(wiltshire(), "2026-11-02T09:30");
  made.advance("2026-11-05T10:00", "one");
  const std::string note = made.add("2026-11-02T10:00", Noted{"x"});
  made.add_after({note}, "2026-11-04T10:00", Advanced{"two", "because", ""});
  CHECK(fault_lines(out_of_order(made.at("2026-11-06T10:00"))) ==
        "error event e4, advanced to two on Wednesday 4 November 2026 at 10:00, lies before event e2, advanced to one "
        "on Thursday 5 November 2026 at 10:00, which it follows\n");
}

TEST_CASE("a move of another copy is not held against this one") {
  MadeCase made(wiltshire(), "2026-11-02T09:30");
  made.add_after({"e1"}, "2026-11-05T10:00", Advanced{"one", "because", ""});
  made.add_after({"e1"}, "2026-11-04T10:00", Advanced{"two", "because", ""});
  CHECK(out_of_order(made.at("2026-11-06T10:00")).empty());
}

TEST_CASE("what is struck out is in nobody's way") {
  MadeCase made(wiltshire(), "2026-11-02T09:30");
  const std::string wrong = made.advance("2026-11-09T10:00", "one");
  made.advance("2026-11-03T10:00", "two");
  CHECK(out_of_order(made.at("2026-11-10T10:00")).size() == 1);
  made.add("2026-11-10T10:00", correction(wrong));
  CHECK(out_of_order(made.at("2026-11-10T10:00")).empty());
}

TEST_CASE("only notes, duties done and moves may lie before the opening") {
  MadeCase made(wiltshire(), "2026-11-02T09:30");
  made.add("2026-11-01", Halted{"A meeting."});
  made.add("2026-11-01", Noted{"x"});
  CHECK(fault_lines(out_of_order(made.at("2026-11-10T10:00"))) ==
        "error event e2, halted on Sunday 1 November 2026, lies before the case was opened on Monday 2 November 2026 "
        "at 09:30\n");
}

TEST_CASE("a time of today is not in the future, one of tomorrow is") {
  MadeCase made(wiltshire(), "2026-11-02T09:30");
  made.add("2026-11-03", Noted{"today"});
  made.add("2026-11-03T10:00", Noted{"now"});
  CHECK(in_the_future(made.at("2026-11-03T10:00")).empty());
  made.add("2026-11-04", Noted{"tomorrow"});
  made.add("2026-11-03T10:01", Noted{"in a minute"});
  CHECK(fault_lines(in_the_future(made.at("2026-11-03T10:00"))) ==
        "error event e4, noted on Wednesday 4 November 2026, lies in the future: a clock was fast\n"
        "error event e5, noted on Tuesday 3 November 2026 at 10:01, lies in the future: a clock was fast\n");
}

TEST_CASE("the time of a mark cannot be in the future either") {
  MadeCase made(wiltshire(), "2026-11-02T09:30", {{"imminent-risk", "2026-12-01"}});
  made.mark("2026-11-02T10:00", "imminent-risk", "2026-12-02");
  CHECK(fault_lines(in_the_future(made.at("2026-11-03T10:00"))) ==
        "error event e1, opened on Monday 2 November 2026 at 09:30, states a time in the future: Tuesday 1 December "
        "2026\nerror event e2, marked imminent-risk on Monday 2 November 2026 at 10:00, states a time in the future: "
        "Wednesday 2 December 2026\n");
}

TEST_CASE("what is written down a minute before its parent shows a wrong clock") {
  MadeCase made(wiltshire(), "2026-11-02T09:30");
  made.add("2026-11-02T09:00", Noted{"x"});
  made.record().events[0].logged = instant("2026-11-02T09:30:59Z");
  made.record().events[1].logged = instant("2026-11-02T09:30:00Z");
  CHECK(wrong_clocks(made.at("2026-11-03T10:00")).empty());
  made.record().events[1].logged = instant("2026-11-02T09:29:59Z");
  CHECK(fault_lines(wrong_clocks(made.at("2026-11-03T10:00"))) ==
        "warning event e2, noted on Monday 2 November 2026 at 09:00, was written down on Monday 2 November 2026 at "
        "09:29, before event e1, which it follows: a clock was wrong\n");
}

TEST_CASE("what is written down in the future is told once, and not again of what follows it") {
  MadeCase made(wiltshire(), "2026-11-02T09:30");
  made.add("2026-11-02T10:00", Noted{"x"});
  made.add("2026-11-02T11:00", Noted{"y"});
  made.record().events[1].logged = instant("2099-11-02T10:00");
  CHECK(fault_lines(wrong_clocks(made.at("2026-11-03T10:00"))) ==
        "warning event e2, noted on Monday 2 November 2026 at 10:00, was written down in the future, on Monday 2 "
        "November 2099 at 10:00: a clock was wrong\n");
}

TEST_CASE("a clock that somebody has seen to is told no more") {
  MadeCase made(wiltshire(), "2026-11-02T09:30");
  made.add("2026-11-02T09:00", Noted{"x"});
  REQUIRE(wrong_clocks(made.at("2026-11-03T10:00")).size() == 1);
  made.record().amended["e1"] = made.record().events[0];
  CHECK(wrong_clocks(made.at("2026-11-03T10:00")).empty());
}

TEST_CASE("only an opening begins a case") {
  MadeCase made(wiltshire(), "2026-11-02T09:30");
  made.add_after({}, "2026-11-03T10:00", Noted{"x"});
  made.record().events[0].after = {"e2"};
  CHECK(fault_lines(second_beginnings(made.record())) ==
        "error event e1, opened on Monday 2 November 2026 at 09:30, follows another; an opening is first\n"
        "error a second beginning: event e2, noted on Tuesday 3 November 2026 at 10:00, follows no event\n");
}

TEST_CASE("an event above its parent is told with the line of that") {
  MadeCase made(wiltshire(), "2026-11-02T09:30");
  made.add("2026-11-02T10:00", Noted{"x"});
  made.record().events[0].place.line = 20;
  made.record().events[1].place.line = 5;
  CHECK(fault_lines(above_their_parents(made.record())) ==
        "warning event e2, noted on Monday 2 November 2026 at 10:00, stands above event e1 in line 20, which it "
        "follows\n");
}

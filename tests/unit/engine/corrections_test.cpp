#include "engine/corrections.hpp"

#include <catch2/catch.hpp>

#include "engine/choices.hpp"
#include "unit/support/made_case.hpp"
#include "unit/support/times.hpp"

using namespace escalate;
using namespace escalate::test;

namespace {

const char* const three_stages = R"(escalate: policy/1
id: test
title: Three stages
partnership: Example Partnership
edition: undated
case-prefix: TE
calendar: england-and-wales
roles:
  worker: {title: Worker, side: raising}
marks:
  danger: {title: There is danger}
stages:
  1: {title: One, owner: worker, within: 5 working days, source: p. 1}
  2: {title: Two, owner: worker, within: 5 working days, source: p. 1}
  3: {title: Three, owner: worker, within: 5 working days, source: p. 1}
routes:
  standard: {title: Standard, stages: [1, 2, 3]}
duties:
  record: {what: Record it, by: worker, when: entered 2, source: p. 1}
)";

/// Opened on a Monday, moved to 2 on Tuesday and to 3 on Wednesday.
struct ThreeMoves {
  Policy policy = policy_of(three_stages);
  MadeCase made{policy, "2026-11-02T10:00"};
  std::string to_2 = made.advance("2026-11-03T10:00", "2");
  std::string record = made.done("2026-11-03T12:00", "record");
  std::string to_3 = made.advance("2026-11-04T10:00", "3");

  Outlook now() const { return made.at("2026-11-05T10:00"); }
  std::string strike(const std::string& id) { return made.add("2026-11-05T10:00", Corrected{id, "wrong", {}}); }
  /// Gives an event other values, as reading `instead` would.
  void amend(const std::string& id, const std::string& at, Body body) {
    for (Event event : made.record().events) {
      if (event.id != id) continue;
      event.at = stamp(at);
      event.body = std::move(body);
      made.record().amended[id] = event;
    }
  }
};

std::string refusal(const Result<void>& result) { return result ? "none" : result.error().text; }

/// Returns why `amend`ing would be refused.
std::string refusal_of(ThreeMoves& moves, const std::string& id, const std::string& at, Body body) {
  const Case before = moves.made.record();
  const Outlook outlook = outlook_of(subject_with(before, moves.made), instant("2026-11-05T10:00"));
  moves.amend(id, at, std::move(body));
  const std::string text = refusal(must_make_sense(outlook, moves.now()));
  moves.made.record() = before;
  return text;
}

}  // namespace

TEST_CASE("a move with another time stays between those before and after it") {
  ThreeMoves moves;
  const Body to_2 = Advanced{"2", "because", ""};
  CHECK(refusal_of(moves, moves.to_2, "2026-11-02T10:00", to_2) == "none");
  CHECK(refusal_of(moves, moves.to_2, "2026-11-04T10:00", to_2) == "none");
  CHECK(refusal_of(moves, moves.to_2, "2026-11-04", to_2) == "none");
  CHECK(refusal_of(moves, moves.to_2, "2026-11-02T09:59", to_2) ==
        "the case would be advanced on Monday 2 November 2026 at 09:59, before it was opened on Monday 2 November 2026 "
        "at 10:00");
  CHECK(refusal_of(moves, moves.to_2, "2026-11-04T10:01", to_2) ==
        "the case would be advanced on Wednesday 4 November 2026 at 10:00, before it was advanced on Wednesday 4 "
        "November 2026 at 10:01");
}

TEST_CASE("a move to where the case stood before or after is refused") {
  ThreeMoves moves;
  CHECK(refusal_of(moves, moves.to_2, "2026-11-03T10:00", Advanced{"1", "because", ""}) ==
        "the case would move to stage '1', where it stood");
  CHECK(refusal_of(moves, moves.to_2, "2026-11-03T10:00", Advanced{"3", "because", ""}) ==
        "the case would move to stage '3', where it stood");
}

TEST_CASE("a case is resolved where it stands") {
  ThreeMoves moves;
  const std::string resolved = moves.made.resolve("2026-11-05T09:00");
  CHECK(refusal_of(moves, resolved, "2026-11-05T09:00", Resolved{"3", "another outcome", "", ""}) == "none");
  CHECK(refusal_of(moves, resolved, "2026-11-05T09:00", Resolved{"2", "agreed", "", ""}) ==
        "the case would be resolved at stage '2'; it stood at '3'");
}

TEST_CASE("a word the policy lacks is refused, however it comes in") {
  ThreeMoves moves;
  CHECK(refusal_of(moves, moves.to_3, "2026-11-04T10:00", Advanced{"4", "because", ""}) ==
        "the record would not fit its policy: record damaged: the policy 'test' has no stage '4'");
}

TEST_CASE("only notes, duties done and corrections may come to lie before the opening") {
  ThreeMoves moves;
  const std::string mark = moves.made.mark("2026-11-04T11:00", "danger", "2026-11-04T11:00");
  const std::string note = moves.made.add("2026-11-04T11:00", Noted{"x"});
  CHECK(refusal_of(moves, note, "2026-11-01", Noted{"x"}) == "none");
  CHECK(refusal_of(moves, moves.record, "2026-11-01", Done{"record", "2", moves.to_2, "", "", ""}) == "none");
  CHECK(refusal_of(moves, mark, "2026-11-01", Marked{"danger", Since(stamp("2026-11-01")), {}}) ==
        "it would be marked on Sunday 1 November 2026, before the case was opened on Monday 2 November 2026 at 10:00");
}

TEST_CASE("striking out is never held against the order of the moves") {
  ThreeMoves moves;
  moves.made.advance("2026-11-03T09:00", "1");  // by a clock that is slow
  const Case before = moves.made.record();
  moves.strike(moves.to_3);
  CHECK(refusal(must_make_sense(outlook_of(subject_with(before, moves.made), moves.now().now), moves.now())) == "none");
}

TEST_CASE("what others said of a stay that is gone is listed, and what they said before is not") {
  ThreeMoves moves;
  const Case before = moves.made.record();
  moves.strike(moves.to_2);
  const Outlook outlook = moves.now();
  const auto ignored = newly_ignored(outlook_of(subject_with(before, moves.made), outlook.now), outlook);
  REQUIRE(ignored.size() == 1);
  CHECK(ignored.front()->id == moves.record);
  CHECK(newly_ignored(outlook, outlook).empty());
}

TEST_CASE("an event struck out already is refused, with the correction that brings it back") {
  ThreeMoves moves;
  const std::string strike = moves.strike(moves.to_3);
  const auto& events = moves.made.record().events;
  CHECK(must_count(moves.made.record(), events[1]));
  const auto refused = must_count(moves.made.record(), events[3]);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().help == "to bring it back: escalate correct TE-2026-AAAAA " + strike + " --because TEXT");
  moves.strike(strike);
  CHECK(must_count(moves.made.record(), moves.made.record().events[3]));
}

TEST_CASE("correcting a correction leaves the case as it was") {
  ThreeMoves moves;
  const Outlook before = moves.now();
  const std::string limits = limit_lines(before);
  const std::string duties = duty_lines(before);
  moves.strike(moves.strike(moves.to_2));
  const Outlook after = moves.now();
  CHECK(limit_lines(after) == limits);
  CHECK(duty_lines(after) == duties);
  CHECK(after.is().ignored.empty());
}

TEST_CASE("halting needs an open case that is not halted, resuming one that is") {
  ThreeMoves moves;
  CHECK(may_halt(moves.now()));
  CHECK(refusal(may_resume(moves.now())) == "case TE-2026-AAAAA is not halted");
  moves.made.add("2026-11-04T12:00", Halted{"because"});
  CHECK(refusal(may_halt(moves.now())) ==
        "case TE-2026-AAAAA is halted already, since Wednesday 4 November 2026 at 12:00");
  CHECK(may_resume(moves.now()));
  moves.made.resolve("2026-11-04T13:00");
  CHECK_FALSE(may_halt(moves.now()));
  CHECK_FALSE(may_resume(moves.now()));
}

TEST_CASE("a case is reopened where it stood, or at another stage; an open one is not") {
  ThreeMoves moves;
  CHECK_FALSE(stage_of_reopening(moves.now(), ""));
  moves.made.resolve("2026-11-04T13:00");
  CHECK(stage_of_reopening(moves.now(), "").value() == "3");
  CHECK(stage_of_reopening(moves.now(), "1").value() == "1");
  CHECK(stage_of_reopening(moves.now(), "4").error().code == ExitCode::refused);
}

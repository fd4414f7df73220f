#include <catch2/catch.hpp>

#include "unit/support/made_case.hpp"
#include "unit/support/times.hpp"

using namespace escalate;
using namespace escalate::test;

namespace {

const char* const with_duties = R"(escalate: policy/1
id: test
title: Duties
partnership: Example Partnership
edition: undated
case-prefix: TE
calendar: england-and-wales
roles:
  worker: {title: Worker, side: raising}
  manager: {title: Manager, side: receiving}
  board: {title: Board, side: partnership}
marks:
  chaired: {title: There is a chair}
  reply: {title: The reply came}
stages:
  1: {title: One, owner: worker, source: p. 1}
  2: {title: Two, owner: manager, source: p. 1}
  3: {title: Three, owner: [worker, manager], source: p. 1}
routes:
  standard: {title: Standard, stages: [1, 2, 3]}
duties:
  record: {what: Record it, by: owner, when: every stage, source: p. 1}
  notify: {what: Notify the board, by: worker, to: board, when: unresolved 2, within: 2 working days, source: p. 1}
  tell-chair: {what: Tell the chair, by: worker, when: entered 1, if: chaired, within: 1 working day, source: p. 1}
  raise: {what: Raise it, by-each: [worker, manager], when: entered 3, within: 2 working days, source: p. 1}
  meet: {what: Meet, by: worker, when: done raise, within: 3 working days, source: p. 1}
  answer: {what: Answer, by: manager, when: entered 2, within: 5 working days, met-by: reply, source: p. 1}
  confirm: {what: Confirm in writing, by: worker, when: resolved, within: 2 working days, source: p. 1}
  debrief: {what: Debrief, by: worker, when: resolved, force: may, source: p. 1}
)";

const Policy& policy() {
  static const Policy read = policy_of(with_duties);
  return read;
}

}  // namespace

TEST_CASE("a duty of every stage arises at each and stays owed past its stage") {
  MadeCase made(policy(), "2026-11-02");
  made.advance("2026-11-03", "2");
  CHECK(duty_lines(made.at("2026-11-03T12:00")) == "record 1 -\nrecord 2 -\nanswer 2 2026-11-10\n");
}

TEST_CASE("a rung passed over counts as unresolved and starts none of its own duties") {
  MadeCase made(policy(), "2026-11-02");
  made.advance("2026-11-03", "3");
  CHECK(duty_lines(made.at("2026-11-03T12:00")) ==
        "record 1 -\nnotify 2 2026-11-05\nrecord 3 -\nraise 3 worker 2026-11-05\nraise 3 manager 2026-11-05\n");
}

TEST_CASE("opening above a rung leaves it unresolved") {
  MadeCase made(policy(), "2026-11-02", {}, "", "3");
  CHECK(duty_lines(made.at("2026-11-02T12:00")) ==
        "notify 2 2026-11-04\nrecord 3 -\nraise 3 worker 2026-11-04\nraise 3 manager 2026-11-04\n");
}

TEST_CASE("stepping back leaves nothing unresolved") {
  MadeCase made(policy(), "2026-11-02", {}, "", "2");
  made.advance("2026-11-03", "1");
  CHECK(duty_lines(made.at("2026-11-03T12:00")) == "record 2 -\nanswer 2 2026-11-09\nrecord 1 -\n");
}

TEST_CASE("a duty arises at the later of its moment and its mark") {
  MadeCase made(policy(), "2026-11-02");
  CHECK(duty_lines(made.at("2026-11-02T12:00")) == "record 1 -\n");
  made.mark("2026-11-05", "chaired", "2026-11-04");
  CHECK(duty_lines(made.at("2026-11-05T12:00")) == "record 1 -\ntell-chair 1 2026-11-05\n");
  made.clear("2026-11-06", "chaired");
  CHECK(duty_lines(made.at("2026-11-06T12:00")) == "record 1 -\ntell-chair 1 2026-11-05\n");
}

TEST_CASE("each of by-each discharges its own, and the duty is done with the last") {
  MadeCase made(policy(), "2026-11-02", {}, "", "3");
  made.done("2026-11-03", "raise", "manager");
  CHECK(duty_lines(made.at("2026-11-03T12:00")) == "notify 2 2026-11-04\nrecord 3 -\nraise 3 worker 2026-11-04\n");
  made.done("2026-11-05", "raise", "worker");
  CHECK(duty_lines(made.at("2026-11-05T12:00")) == "notify 2 2026-11-04\nrecord 3 -\nmeet 3 2026-11-10\n");
  CHECK(made.at("2026-11-05T12:00").duties[2].late);
}

TEST_CASE("what meets a duty counts as its done") {
  MadeCase made(policy(), "2026-11-02", {}, "", "2");
  made.mark("2026-11-06", "reply", "2026-11-05");
  CHECK(duty_lines(made.at("2026-11-06T12:00")) == "record 2 -\n");
}

TEST_CASE("two clones that tick one duty tick it once and the earlier counts") {
  MadeCase made(policy(), "2026-11-02", {}, "", "2");
  made.add_after({"e1"}, "2026-11-06", Done{"answer", "2", "e1", "", "", ""});
  made.add_after({"e1"}, "2026-11-04", Done{"answer", "2", "e1", "", "", ""});
  const Outlook outlook = made.at("2026-11-06T12:00");
  CHECK(duty_lines(outlook) == "record 2 -\n");
  CHECK(iso(*outlook.duties[1].occurrence->ended_at) == "2026-11-04");
}

TEST_CASE("duties of the resolution keep a case on the reports until it is closed") {
  MadeCase made(policy(), "2026-11-02");
  made.resolve("2026-11-03");
  CHECK(duty_lines(made.at("2026-11-03T12:00")) == "record 1 -\nconfirm 1 2026-11-05\ndebrief 1 -\n");
  CHECK(alert_lines(made.at("2026-11-03T12:00")) == "undone duty record\n");
  CHECK(alert_lines(made.at("2026-11-06T12:00")) == "overdue duty confirm\nundone duty record\n");
  made.add("2026-11-06", Closed{"over"});
  CHECK(duty_lines(made.at("2026-11-06T12:00")).empty());
  CHECK(alert_lines(made.at("2026-11-06T12:00")).empty());
}

TEST_CASE("a duty without a time is shown from the start and undone once its stage is over") {
  MadeCase made(policy(), "2026-11-02");
  CHECK(alert_lines(made.at("2026-11-02T12:00")) == "waiting case no-limit\n");
  made.advance("2026-11-03", "2");
  CHECK(alert_lines(made.at("2026-11-03T12:00")) == "waiting case no-limit\nundone duty record\n");
}

TEST_CASE("a duty not needed is discharged but never done") {
  MadeCase made(policy(), "2026-11-02", {}, "", "3");
  const CaseState state = replay(policy(), made.record());
  for (const Occurrence& one : state.occurrences)
    if (one.duty->id == "raise")
      made.add("2026-11-03", Done{"raise", "3", one.of, one.role, "", "the office is closed"});
  CHECK(duty_lines(made.at("2026-11-03T12:00")) == "notify 2 2026-11-04\nrecord 3 -\n");
}

TEST_CASE("ticking a duty keeps the due it had") {
  MadeCase made(policy(), "2026-11-02", {}, "", "2");
  const Case before = made.record();
  made.done("2026-11-04", "answer");
  const auto due = was_due(subject_with(before, made), made.subject());
  REQUIRE(due.size() == 1);
  CHECK(due[0] == std::pair<std::string, Stamp>{"answer", stamp("2026-11-09")});
}

namespace {

const char* const with_conditions = R"(escalate: policy/1
id: test
title: Conditions
partnership: Example Partnership
edition: undated
case-prefix: TE
calendar: england-and-wales
roles:
  worker: {title: Worker, side: raising}
marks:
  chaired: {title: There is a chair}
stages:
  1: {title: One, owner: worker, within: 5 days, source: p. 1}
  2: {title: Two, owner: worker, within: 5 days, source: p. 1}
routes:
  standard: {title: Standard, stages: [1, 2]}
duties:
  no-chair: {what: Say so, by: worker, when: entered 1, unless: chaired, within: 2 days, source: p. 1}
  longer: {what: Tell of it, by: worker, when: extended, source: p. 1}
)";

const Policy& conditions() {
  static const Policy read = policy_of(with_conditions);
  return read;
}

}  // namespace

TEST_CASE("a duty that waited for a mark to be cleared counts from when it was, not from when that was written down") {
  MadeCase made(conditions(), "2026-11-02T10:00", {{"chaired", "2026-11-01"}});
  CHECK(duty_lines(made.at("2026-11-02T12:00")) == "");
  made.add("2026-11-09T10:00", Marked{"chaired", std::nullopt, stamp("2026-11-03")});
  CHECK(duty_lines(made.at("2026-11-09T12:00")) == "no-chair 1 2026-11-05\n");
}

TEST_CASE("extending the time of a stay that is gone starts nothing") {
  MadeCase made(conditions(), "2026-11-02T10:00");
  const std::string advanced = made.advance("2026-11-03T10:00", "2");
  made.extend("2026-11-04T10:00", "2026-11-20", "stage-2");
  CHECK(duty_lines(made.at("2026-11-04T12:00")) == "no-chair 1 2026-11-04\nlonger 2 -\n");
  made.add("2026-11-05T10:00", Corrected{advanced, "because", {}});
  CHECK(duty_lines(made.at("2026-11-05T12:00")) == "no-chair 1 2026-11-04\n");
}

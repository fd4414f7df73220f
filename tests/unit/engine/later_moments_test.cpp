#include <catch2/catch.hpp>

#include "engine/owners.hpp"
#include "unit/support/made_case.hpp"
#include "unit/support/times.hpp"

using namespace escalate;
using namespace escalate::test;

namespace {

/// A clock and a duty from the later of two moments, office hours, owners for a time, and a window to raise the matter.
const char* const with_windows = R"(escalate: policy/1
id: test
title: Windows
partnership: Example Partnership
edition: undated
case-prefix: TE
calendar: england-and-wales
office-hours: {monday-friday: 09:00-17:00}
raise-by: {within: 28 days, from: [decision, letter], source: p. 1}
roles:
  worker: {title: Worker, side: raising}
  manager: {title: Manager, side: receiving}
  chair: {title: Chair, side: partnership}
marks:
  decision: {title: The decision, ask: at-open}
  letter: {title: The letter came}
  notes: {title: The notes came}
  chaired: {title: A chair leads the plan}
stages:
  1: {title: One, owner: worker, within: '24 hours, out of hours next working day', source: p. 1}
  2:
    title: Two
    owner: [{role: manager, unless: chaired}, {role: chair, if: chaired}]
    within: 5 working days
    from: {latest-of: [letter, notes]}
    source: p. 1
routes:
  standard: {title: Standard, stages: [1, 2]}
duties:
  reply: {what: Reply, by: owner, when: {latest-of: [letter, notes]}, within: 2 working days, source: p. 1}
  tell: {what: Tell, by: owner, when: entered 2, source: p. 1}
)";

const Policy& policy() {
  static const Policy read = policy_of(with_windows);
  return read;
}

}  // namespace

TEST_CASE("a clock of the later of two moments waits for both and counts from the later") {
  MadeCase made(policy(), "2026-11-02T10:00");
  made.advance("2026-11-03T10:00", "2");
  CHECK(limit_lines(made.at("2026-11-03T12:00")) == "stage-2 -\n");
  made.mark("2026-11-05", "notes", "2026-11-05");
  CHECK(limit_lines(made.at("2026-11-05T12:00")) == "stage-2 -\n");
  made.mark("2026-11-06", "letter", "2026-11-04");
  CHECK(limit_lines(made.at("2026-11-06T12:00")) == "stage-2 2026-11-12\n");
}

TEST_CASE("a duty of the later of two moments arises once both have happened, from the later") {
  MadeCase made(policy(), "2026-11-02T10:00");
  made.mark("2026-11-05", "notes", "2026-11-05");
  CHECK(duty_lines(made.at("2026-11-05T12:00")) == "");
  made.mark("2026-11-06", "letter", "2026-11-04");
  CHECK(duty_lines(made.at("2026-11-06T12:00")) == "reply 1 2026-11-09\n");
}

TEST_CASE("a moment stated anew moves a duty that waited for the later of two") {
  MadeCase made(policy(), "2026-11-02T10:00");
  made.mark("2026-11-05", "notes", "2026-11-05");
  made.mark("2026-11-06", "letter", "2026-11-06");
  CHECK(duty_lines(made.at("2026-11-06T12:00")) == "reply 1 2026-11-10\n");
  made.mark("2026-11-09", "letter", "2026-11-03");
  CHECK(duty_lines(made.at("2026-11-09T12:00")) == "reply 1 2026-11-09\n");
}

TEST_CASE("a stage entered out of office hours has the time for that") {
  CHECK(limit_lines(MadeCase(policy(), "2026-11-05T10:00").at("2026-11-05T12:00")) ==
        "stage-1 2026-11-06T10:00+00:00\n");
  CHECK(limit_lines(MadeCase(policy(), "2026-11-06T18:00").at("2026-11-06T19:00")) == "stage-1 2026-11-09\n");
}

TEST_CASE("a mark decides who holds a stage, and with it who owes what its owner owes") {
  MadeCase made(policy(), "2026-11-02T10:00");
  made.advance("2026-11-03T10:00", "2");
  CHECK(made.at("2026-11-03T12:00").owner() == "Manager");
  made.mark("2026-11-04", "chaired", "2026-11-04");
  const Outlook outlook = made.at("2026-11-04T12:00");
  CHECK(outlook.owner() == "Chair");
  REQUIRE(outlook.duties.size() == 1);
  CHECK(owed_by(*outlook.duties.front().occurrence, policy(), outlook.is()) == std::vector<std::string>{"chair"});
}

TEST_CASE("a matter raised after its window is told so, and goes on") {
  const MadeCase made(policy(), "2026-11-02T10:00", {{"decision", "2026-10-01"}});
  const Outlook outlook = made.at("2026-11-02T12:00");
  REQUIRE(outlook.raise_window);
  CHECK(iso(outlook.raise_window->count->due) == "2026-10-29");
  CHECK(outlook.raise_window->late());
  CHECK(outlook.raise_window->days_late == 4);
  CHECK(outlook.is().open());
}

TEST_CASE("a window to raise a matter counts from the earliest of its marks that is known") {
  MadeCase made(policy(), "2026-11-02T10:00", {{"decision", "2026-10-20"}});
  CHECK_FALSE(made.at("2026-11-02T12:00").raise_window->late());
  made.mark("2026-11-03", "letter", "2026-09-01");
  CHECK(made.at("2026-11-03T12:00").raise_window->late());
  const MadeCase unknown(policy(), "2026-11-02T10:00", {{"decision", "unknown"}});
  CHECK_FALSE(unknown.at("2026-11-02T12:00").raise_window->from);
  CHECK_FALSE(unknown.at("2026-11-02T12:00").raise_window->late());
}

TEST_CASE("a mark stated again moves a duty of the later of two moments, whichever of the two it had counted from") {
  MadeCase made(policy(), "2026-11-02T10:00");
  made.mark("2026-11-05T10:00", "notes", "2026-11-05");
  made.mark("2026-11-06T10:00", "letter", "2026-11-06");
  CHECK(duty_lines(made.at("2026-11-06T12:00")) == "reply 1 2026-11-10\n");
  made.mark("2026-11-10T10:00", "notes", "2026-11-10");
  CHECK(duty_lines(made.at("2026-11-10T12:00")) == "reply 1 2026-11-12\n");
  made.mark("2026-11-10T11:00", "notes", "2026-11-04");
  CHECK(duty_lines(made.at("2026-11-10T12:00")) == "reply 1 2026-11-10\n");
}

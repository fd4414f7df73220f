// What two clones say of the same thing, and what people say of things that are not there.
#include <catch2/catch.hpp>

#include "engine/owners.hpp"
#include "unit/support/made_case.hpp"
#include "unit/support/times.hpp"

using namespace escalate;
using namespace escalate::test;

namespace {

const char* const one_after_another = R"(escalate: policy/1
id: test
title: One after another
partnership: Example Partnership
edition: undated
case-prefix: TE
calendar: england-and-wales
roles:
  worker: {title: Worker, side: raising}
  manager: {title: Manager, side: receiving}
marks:
  reply: {title: The reply came}
stages:
  1: {title: One, owner: worker, within: 5 working days, source: p. 1}
  2: {title: Two, owner: manager, source: p. 1}
  3: {title: Three, owner: manager, source: p. 1}
routes:
  standard: {title: Standard, stages: [1, 2, 3]}
limits:
  range: {title: Range, stages: [2, 3], within: 3 working days, from: entered 2, source: p. 1}
  reply-due: {title: Reply, stages: [1], within: 2 working days, from: done letter, source: p. 1}
duties:
  letter: {what: Write, by: worker, when: opened, source: p. 1}
  answer: {what: Answer, by: manager, when: done letter, within: 2 working days, source: p. 1}
  await: {what: Await the reply, by: worker, when: opened, met-by: reply, within: 1 working day, source: p. 1}
)";

const Policy& policy() {
  static const Policy read = policy_of(one_after_another);
  return read;
}

std::string assigned_name(const MadeCase& made) {
  const Outlook outlook = made.at("2026-11-30T12:00");
  return name_of_role("worker", policy(), outlook.is(), *outlook.subject.settings);
}

}  // namespace

TEST_CASE("an earlier tick from another clone moves what the duty started") {
  MadeCase made(policy(), "2026-11-02");
  made.add_after({"e1"}, "2026-11-04", Done{"letter", "1", "e1", "", "", ""});
  made.add_after({"e1"}, "2026-11-05", Noted{"in the other clone"});
  made.add_after({"e3"}, "2026-11-03", Done{"letter", "1", "e1", "", "", ""});
  CHECK(limit_lines(made.at("2026-11-05T12:00")) == "stage-1 2026-11-09\nreply-due 2026-11-05\n");
  CHECK(duty_lines(made.at("2026-11-05T12:00")) == "await 1 2026-11-03\nanswer 1 2026-11-05\n");
}

TEST_CASE("a duty whose mark holds already since its moment is met as it arises") {
  MadeCase made(policy(), "2026-11-02", {{"reply", "2026-11-02"}});
  CHECK(duty_lines(made.at("2026-11-02T12:00")) == "letter 1 -\n");
}

TEST_CASE("a mark that held before a duty arose does not meet it") {
  MadeCase made(policy(), "2026-11-04", {{"reply", "2026-11-02"}});
  CHECK(duty_lines(made.at("2026-11-04T12:00")) == "letter 1 -\nawait 1 2026-11-05\n");
}

TEST_CASE("entering a stage of its own counts from the first time in the run") {
  MadeCase made(policy(), "2026-11-02");
  made.advance("2026-11-03", "2");
  made.advance("2026-11-04", "3");
  made.advance("2026-11-05", "2");
  CHECK(limit_lines(made.at("2026-11-05T12:00")) == "range 2026-11-06\n");
}

TEST_CASE("entering a stage of its own in an earlier run still counts where this run passed it over") {
  MadeCase made(policy(), "2026-11-02");
  made.advance("2026-11-03", "2");
  made.advance("2026-11-04", "1");
  made.advance("2026-11-05", "3");
  CHECK(limit_lines(made.at("2026-11-05T12:00")) == "range 2026-11-06\n");
}

TEST_CASE("the last assignment says who acts") {
  MadeCase made(policy(), "2026-11-02");
  CHECK(assigned_name(made) == "Worker");
  made.add("2026-11-03", Assigned{"worker", "Head teacher"});
  made.add("2026-11-04", Assigned{"worker", "Deputy head"});
  CHECK(assigned_name(made) == "Deputy head (Worker)");
}

TEST_CASE("what is said of a stay that is not there counts for nothing and is remembered") {
  MadeCase made(policy(), "2026-11-02");
  made.add("2026-11-03", Done{"letter", "3", "e1", "", "", ""});
  made.add("2026-11-03", Agreed{stamp("2026-11-04"), "stage-1", "e9", ""});
  const Outlook outlook = made.at("2026-11-03T12:00");
  CHECK(outlook.is().ignored == std::vector<std::size_t>{1, 2});
  CHECK(limit_lines(outlook) == "stage-1 2026-11-09\nreply-due -\n");
}

TEST_CASE("an event after a hole follows what is written before it") {
  MadeCase made(policy(), "2026-11-02");
  made.add("2026-11-03", Noted{"lost"});
  made.advance("2026-11-04", "2");
  made.record().events.erase(made.record().events.begin() + 1);
  const Outlook outlook = made.at("2026-11-04T12:00");
  CHECK(outlook.is().chain.rivals.empty());
  CHECK(binding_line(outlook) == "2: 2026-11-09 (range)");
}

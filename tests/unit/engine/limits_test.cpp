#include <catch2/catch.hpp>

#include "unit/support/made_case.hpp"
#include "unit/support/times.hpp"

using namespace escalate;
using namespace escalate::test;

namespace {

/// Three stages; a limit over the first two, one over the whole case, one that counts from a mark.
const char* const three_stages = R"(escalate: policy/1
id: test
title: Three stages
partnership: Example Partnership
edition: undated
case-prefix: TE
calendar: england-and-wales
roles:
  worker: {title: Worker, side: raising}
  manager: {title: Manager, side: receiving}
marks:
  letter: {title: The letter came}
  risk: {title: The child is at risk}
stages:
  1: {title: One, owner: worker, within: 'agreed, at most 10 working days', source: p. 1}
  2: {title: Two, owner: manager, source: p. 1}
  3: {title: Three, owner: manager, within: 24 hours, source: p. 1}
routes:
  standard: {title: Standard, stages: [1, 2, 3]}
  short: {title: Short, stages: [1, 3]}
limits:
  both: {title: Both, stages: [1, 2], within: 5 working days, source: p. 1}
  whole: {title: Whole, stages: all, within: 1 month, source: p. 1, unless: risk}
  from-letter: {title: From the letter, stages: [2, 3], within: 2 working days or sooner, from: letter, source: p. 1}
)";

const Policy& policy() {
  static const Policy read = policy_of(three_stages);
  return read;
}

}  // namespace

TEST_CASE("the earliest due binds and all are shown") {
  MadeCase made(policy(), "2026-11-02");
  CHECK(limit_lines(made.at("2026-11-02T12:00")) == "stage-1 2026-11-16\nboth 2026-11-09\nwhole 2026-12-02\n");
  CHECK(binding_line(made.at("2026-11-02T12:00")) == "1: 2026-11-09 (both)");
}

TEST_CASE("stepping back inside a range changes nothing, its own limit starts afresh") {
  MadeCase made(policy(), "2026-11-02");
  made.advance("2026-11-03", "2");
  made.advance("2026-11-05", "1");
  CHECK(limit_lines(made.at("2026-11-05T12:00")) == "stage-1 2026-11-19\nboth 2026-11-09\nwhole 2026-12-02\n");
}

TEST_CASE("coming into a range again from outside restarts what counts from coming in") {
  MadeCase made(policy(), "2026-11-02");
  made.advance("2026-11-03", "3");
  made.advance("2026-11-10", "2");
  CHECK(limit_lines(made.at("2026-11-10T12:00")) == "both 2026-11-17\nwhole 2026-12-02\nfrom-letter -\n");
}

TEST_CASE("a limit from a mark waits for it, counts from the newest, and keeps counting when it is cleared") {
  MadeCase made(policy(), "2026-11-02");
  made.advance("2026-11-03", "2");
  CHECK(limit_lines(made.at("2026-11-03T12:00")) == "both 2026-11-09\nwhole 2026-12-02\nfrom-letter -\n");
  made.mark("2026-11-04", "letter", "2026-11-03");
  CHECK(binding_line(made.at("2026-11-04T12:00")) == "2: 2026-11-05 (from-letter)");
  made.mark("2026-11-05", "letter", "2026-11-04");
  CHECK(binding_line(made.at("2026-11-05T12:00")) == "2: 2026-11-06 (from-letter)");
  made.clear("2026-11-05", "letter");
  CHECK(binding_line(made.at("2026-11-05T12:00")) == "2: 2026-11-06 (from-letter)");
  made.mark("2026-11-06", "letter", "unknown");
  CHECK(binding_line(made.at("2026-11-06T12:00")) == "2: 2026-11-09 (both)");
}

TEST_CASE("unless asks now") {
  MadeCase made(policy(), "2026-11-02");
  made.mark("2026-11-03", "risk", "2026-11-03");
  CHECK(limit_lines(made.at("2026-11-03T12:00")) == "stage-1 2026-11-16\nboth 2026-11-09\nwhole off\n");
  made.clear("2026-11-04", "risk");
  CHECK(limit_lines(made.at("2026-11-04T12:00")) == "stage-1 2026-11-16\nboth 2026-11-09\nwhole 2026-12-02\n");
}

TEST_CASE("an agreed date shortens, of two the earlier holds, an extension replaces, and a new run has neither") {
  MadeCase made(policy(), "2026-11-02");
  made.agree("2026-11-02", "2026-11-06", "stage-1");
  CHECK(limit_lines(made.at("2026-11-02T12:00")) == "stage-1 2026-11-06\nboth 2026-11-09\nwhole 2026-12-02\n");
  made.agree("2026-11-02", "2026-11-12", "stage-1");
  CHECK(limit_lines(made.at("2026-11-02T12:00")) == "stage-1 2026-11-06\nboth 2026-11-09\nwhole 2026-12-02\n");
  made.extend("2026-11-03", "2026-11-20", "stage-1");
  CHECK(limit_lines(made.at("2026-11-03T12:00")) == "stage-1 2026-11-20\nboth 2026-11-09\nwhole 2026-12-02\n");
  made.advance("2026-11-04", "2");
  made.advance("2026-11-05", "1");
  CHECK(limit_lines(made.at("2026-11-05T12:00")) == "stage-1 2026-11-19\nboth 2026-11-09\nwhole 2026-12-02\n");
}

TEST_CASE("a resolution does not break a run, and no limit runs while it lasts") {
  MadeCase made(policy(), "2026-11-02");
  made.resolve("2026-11-03");
  CHECK(limit_lines(made.at("2026-11-04T12:00")).empty());
  made.advance("2026-11-05", "2");
  CHECK(limit_lines(made.at("2026-11-05T12:00")) == "both 2026-11-09\nwhole 2026-12-02\nfrom-letter -\n");
}

TEST_CASE("a reopening starts new runs") {
  MadeCase made(policy(), "2026-11-02");
  made.resolve("2026-11-03");
  made.add("2026-11-10", Reopened{"1", "it was not resolved"});
  CHECK(limit_lines(made.at("2026-11-10T12:00")) == "stage-1 2026-11-24\nboth 2026-11-17\nwhole 2026-12-10\n");
}

TEST_CASE("hours bind before the end of the day they fall on") {
  MadeCase made(policy(), "2026-11-02");
  made.advance("2026-11-03T14:00", "3");
  made.mark("2026-11-03", "letter", "2026-11-02");
  CHECK(limit_lines(made.at("2026-11-03T15:00")) ==
        "stage-3 2026-11-04T14:00+00:00\nwhole 2026-12-02\nfrom-letter 2026-11-04\n");
  CHECK(binding_line(made.at("2026-11-03T15:00")) == "3: 2026-11-04T14:00+00:00 (stage-3)");
}

TEST_CASE("what an event ends or makes later keeps the due in force just before") {
  MadeCase made(policy(), "2026-11-02");
  const Case before = made.record();
  made.advance("2026-11-03", "3");
  const auto ended = was_due(subject_with(before, made), made.subject());
  REQUIRE(ended.size() == 2);
  CHECK(ended[0] == std::pair<std::string, Stamp>{"both", stamp("2026-11-09")});
  CHECK(ended[1] == std::pair<std::string, Stamp>{"stage-1", stamp("2026-11-16")});
}

TEST_CASE("a note ends nothing") {
  MadeCase made(policy(), "2026-11-02");
  const Case before = made.record();
  made.add("2026-11-03", Noted{"A call."});
  CHECK(was_due(subject_with(before, made), made.subject()).empty());
}

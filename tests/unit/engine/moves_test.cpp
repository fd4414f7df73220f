#include "engine/moves.hpp"

#include <catch2/catch.hpp>

#include "unit/support/calendars.hpp"
#include "unit/support/made_case.hpp"
#include "unit/support/times.hpp"

namespace escalate::test {
namespace {

/// Returns a line a due that moves when `day` becomes a holiday.
std::string moved(const MadeCase& made, const std::string& day) {
  Calendar calendar = england_and_wales();
  calendar.holidays[date(day)] = "One more";
  Subject after = made.subject();
  after.calendar = &calendar;
  std::string text;
  for (const Move& move : moves_between(outlook_of(made.subject(), instant("2026-11-09T09:00")),
                                        outlook_of(after, instant("2026-11-09T09:00"))))
    text += word_of(move.kind) + " " + move.id + " " + iso(*move.before) + " " + iso(*move.after) + "\n";
  return text;
}

}  // namespace

TEST_CASE("a holiday moves what counts over it, and nothing else") {
  MadeCase made(policy_called("wiltshire"), "2026-11-05T10:00");
  CHECK(moved(made, "2026-11-09") == "limit before-wscb 2026-11-12 2026-11-13\n");
  CHECK(moved(made, "2026-11-05").empty());
  CHECK(moved(made, "2026-11-13").empty());
}

TEST_CASE("duties move too, after the resolution as well; a discharged one does not") {
  const Policy policy = policy_of(R"(
escalate: policy/1
id: test
title: Test
partnership: Test
edition: one
case-prefix: TE
calendar: england-and-wales
roles: {worker: {title: Worker, side: raising}}
stages: {1: {title: Talk, owner: worker, within: 10 days, source: none}}
routes: {standard: {title: The way, stages: [1]}}
duties:
  letter: {what: Write, by: worker, when: resolved, within: 2 working days, source: none}
)");
  MadeCase made(policy, "2026-11-05T10:00");
  CHECK(moved(made, "2026-11-09").empty());
  made.resolve("2026-11-06T10:00");
  CHECK(moved(made, "2026-11-09") == "duty letter 2026-11-10 2026-11-11\n");
  made.done("2026-11-09T08:00", "letter");
  CHECK(moved(made, "2026-11-09").empty());
}

}  // namespace escalate::test

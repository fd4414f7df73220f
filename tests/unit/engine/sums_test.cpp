#include "engine/sums.hpp"

#include <catch2/catch.hpp>

#include "unit/support/calendars.hpp"
#include "unit/support/made_case.hpp"
#include "unit/support/times.hpp"

using namespace escalate;
using namespace escalate::test;
using std::chrono::year;

namespace {

std::string warnings(const std::string& policy) {
  std::string text;
  for (const Fault& fault : sums_that_do_not_close(policy_called(policy), england_and_wales(), year{2026}))
    text += fault.text + "\n";
  return text;
}

}  // namespace

TEST_CASE("the sums of both Leeds editions and of North Yorkshire close on no day") {
  CHECK(warnings("leeds-2019").find("limit 'whole-process'") != std::string::npos);
  CHECK(warnings("leeds-2019").find("from 365 of the 365 days of 2026") != std::string::npos);
  CHECK(warnings("leeds-2022").find("from 365 of the 365 days of 2026") != std::string::npos);
  CHECK(warnings("north-yorkshire").find("limit 'thirteen-days'") != std::string::npos);
  CHECK(warnings("north-yorkshire").find("from 365 of the 365 days of 2026") != std::string::npos);
}

TEST_CASE("Wiltshire's and Kent's times fit together") {
  CHECK(warnings("wiltshire").empty());
  CHECK(warnings("kent").empty());
}

namespace {

/// Returns `LIMIT DUE: FIRST ENDS (BY), LAST ENDS (BY)` a collision.
std::string collisions_of(const std::string& id, const std::string& start,
                          std::vector<std::pair<std::string, Since>> marks = {}) {
  const Policy& policy = policy_called(id);
  std::string text;
  for (const Collision& one :
       collisions({&policy, &england_and_wales(), policy.routes.front().id, stamp(start), std::move(marks), nullptr}))
    text += one.limit->id + " " + iso(one.due) + ": " + one.stage + " " + iso(one.ends) + " (" + one.by->id + "), " +
            one.last_stage + " " + iso(one.last_ends) + " (" + one.last_by->id + ")\n";
  return text;
}

}  // namespace

TEST_CASE("from one start a collision names both limits and both dates") {
  // 4 x 10 working days from Monday 14 December 2026 over Christmas and New Year, against one month
  CHECK(collisions_of("leeds-2019", "2026-12-14T10:00") ==
        "whole-process 2027-01-14: 3a 2027-01-28 (stage-3a), 3b 2027-02-11 (stage-3b)\n");
  CHECK(collisions_of("north-yorkshire", "2026-05-22", {{"disputed-decision", Since(stamp("2026-05-22"))}}) ==
        "thirteen-days 2026-06-11: 6 2026-06-12 (stage-6), 7 2026-06-14T00:00+01:00 (stage-7)\n");
}

TEST_CASE("times that fit together from one start do not collide, nor does a limit with one that encloses it") {
  CHECK(collisions_of("wiltshire", "2026-04-02").empty());
  CHECK(collisions_of("kent", "2026-04-02").empty());
}

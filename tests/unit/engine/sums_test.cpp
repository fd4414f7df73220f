#include "engine/sums.hpp"

#include <catch2/catch.hpp>

#include "unit/support/calendars.hpp"
#include "unit/support/made_case.hpp"

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

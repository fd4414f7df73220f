#include "time/calendar_end.hpp"

#include <catch2/catch.hpp>

#include "unit/support/calendars.hpp"
#include "unit/support/fault_lines.hpp"
#include "unit/support/times.hpp"

using namespace escalate;
using namespace escalate::test;

namespace {

std::string told(const char* today) { return fault_lines(ending_soon(england_and_wales(), date(today), "x.yaml")); }

const std::string published = "warning the bank holidays that GOV.UK has published ";
const std::string projected =
    " on Sunday 31 December 2028; later ones are projected, and dates that rest on them provisional\n";

}  // namespace

TEST_CASE("a calendar with more than a year to go says nothing") { CHECK(told("2027-12-31").empty()); }

TEST_CASE("a calendar whose published days end within a year says so, and when they have ended") {
  CHECK(told("2028-01-01") == published + "end" + projected);
  CHECK(told("2028-12-31") == published + "end" + projected);
  CHECK(told("2029-01-01") == published + "ended" + projected);
}

TEST_CASE("a calendar that ends altogether within a year says both") {
  CHECK(told("2035-02-01") == published + "ended" + projected +
                                  "warning the bank holidays end on Monday 31 December 2035; no working day after it "
                                  "can be counted\n");
}

TEST_CASE("a calendar without projected days has one end") {
  Calendar calendar = england_and_wales();
  calendar.covers_until = calendar.official_until;
  CHECK(fault_lines(ending_soon(calendar, date("2028-02-29"), "x.yaml")) ==
        "warning the bank holidays end on Sunday 31 December 2028; no working day after it can be counted\n");
}

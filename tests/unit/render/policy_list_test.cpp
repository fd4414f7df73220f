#include "render/policy_list.hpp"

#include <catch2/catch.hpp>

#include "unit/support/made_case.hpp"
#include "unit/support/times.hpp"

using namespace escalate;
using namespace escalate::test;

TEST_CASE("an edition is in force until the day before the next of its procedure") {
  const std::vector<const Policy*> both = {&policy_called("leeds-2019"), &policy_called("leeds-2022")};
  CHECK(in_force_words(*both[0], both, date("2026-11-02")) ==
        "in force from Friday 11 October 2019; until Wednesday 31 August 2022, when the next edition follows; to be "
        "reviewed by "
        "Tuesday 11 October 2022, which has passed");
  CHECK(in_force_words(*both[1], both, date("2026-11-02")) == "in force from Thursday 1 September 2022");
}

TEST_CASE("a review that is still to come is not called passed") {
  const Policy& policy = policy_called("leeds-2019");
  CHECK(in_force_words(policy, {&policy}, date("2022-10-11")) ==
        "in force from Friday 11 October 2019; to be reviewed by Tuesday 11 October 2022");
}

TEST_CASE("a printed last day stands unless the next edition came before it") {
  Policy old = policy_called("leeds-2019");
  old.in_force.until = date("2022-01-31");
  old.in_force.review_by.reset();
  const Policy& next = policy_called("leeds-2022");
  CHECK(in_force_words(old, {&old, &next}, date("2026-11-02")) ==
        "in force from Friday 11 October 2019; until Monday 31 January 2022");
}

TEST_CASE("the list names each policy, and the next command") {
  CHECK(policy_list_text({&policy_called("wiltshire")}, date("2026-11-02")) ==
        "wiltshire\n"
        "  Wiltshire Safeguarding Children Board\n"
        "  Resolution of professional disagreements in work relating to the safety of\n"
        "  children (undated)\n"
        "  the document prints no date from which it is in force\n"
        "\n"
        "Next: escalate policy show wiltshire\n");
}

TEST_CASE("the JSON of a list has only the dates that the document prints") {
  const std::vector<const Policy*> both = {&policy_called("leeds-2019"), &policy_called("leeds-2022")};
  const Json json = Json::parse(policy_list_json(both, {instant("2026-11-02T10:15"), true, {}}));
  CHECK(
      json["policies"][0].dump() ==
      R"({"policy":"leeds-2019","title":"Professional Concerns Resolution Process","partnership":"Leeds Safeguarding Children Partnership",)"
      R"("edition":"Version 4","edition-of":"leeds","in-force":{"from":"2019-10-11","until":null,"review-by":"2022-10-11"},)"
      R"("calendar":"england-and-wales"})");
}

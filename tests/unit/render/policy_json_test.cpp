#include "render/policy_json.hpp"

#include <catch2/catch.hpp>

#include "unit/support/made_case.hpp"
#include "unit/support/policy_texts.hpp"
#include "unit/support/times.hpp"
#include "unit/support/world.hpp"

using namespace escalate;
using namespace escalate::test;

namespace {

Json json_of_policy(const Policy& policy) {
  return Json::parse(policy_json(policy, {}, {instant("2026-11-02T10:15"), true, {}}));
}

/// Returns whether `text` stands in `json` where these keys lead, in any item of the lists on the way.
bool holds_at(const Json& json, const std::vector<std::string>& keys, std::size_t next, const std::string& text) {
  if (json.is_array())
    return std::any_of(json.begin(), json.end(), [&](const Json& item) { return holds_at(item, keys, next, text); });
  if (next == keys.size()) return json.is_string() && json.get<std::string>() == text;
  return json.is_object() && json.contains(keys[next]) && holds_at(json[keys[next]], keys, next + 1, text);
}

}  // namespace

TEST_CASE("each role has the job that fills it here") {
  const Policy policy = policy_of(std::string(sample_policy()));
  const auto json =
      Json::parse(policy_json(policy, {{"manager", "Playleader"}}, {instant("2026-11-02T10:15"), true, {}}));
  CHECK(json["roles"]["manager"]["job"] == "Playleader");
  CHECK(json["roles"]["manager"]["title"] == "Manager of the other agency");
  CHECK(json["roles"]["chair"]["job"] == nullptr);
}

TEST_CASE("every text of the five policies stands in their JSON, under the same keys") {
  for (const std::string& id : five_policies()) {
    const Json json = json_of_policy(policy_called(id));
    std::vector<std::string> missing;
    for (const TextOfFile& one : texts_of_file(policy_path(id)))
      if (one.keys.front() != "escalate" && !holds_at(json, one.keys, 0, one.text))
        missing.push_back(one.keys.front() + ": " + one.text);
    CHECK(missing == std::vector<std::string>{});
  }
}

TEST_CASE("every key of an entry is there, null or empty where the file has none") {
  const Json json = json_of_policy(policy_of(std::string(sample_policy())));
  CHECK(
      json["stages"]["top"].dump() ==
      R"({"title":"The top","what":null,"owner":["chair"],"within":null,"aim":null,"from":[],"force":null,"if":[],"unless":[],)"
      R"("source":"Section 7","words":[],"reading":null})");
  CHECK(
      json["duties"]["keep-record"].dump() ==
      R"({"what":"Keep a record","do":"record","by":"owner","by-each":[],"to":[],"using":null,"when":["every stage"],"met-by":[],)"
      R"("within":null,"aim":null,"force":"must","before":[],"if":[],"unless":[],"source":"Section 9","words":[],"reading":null})");
}

TEST_CASE("the rungs of a route are written as in the file") {
  const Json json = json_of_policy(policy_of(std::string(sample_policy())));
  CHECK(json["routes"]["standard"]["stages"].dump() ==
        R"(["talk",{"one-of":["meet-a","meet-b"]},{"optional":"heads"},"top"])");
}

TEST_CASE("a limit over the whole case covers all, and a stage's own limit stands at its stage") {
  const Json json = json_of_policy(policy_of(std::string(sample_policy())));
  CHECK(json["limits"].size() == 1);
  CHECK(json["limits"]["whole"]["stages"] == "all");
  CHECK(json["limits"]["whole"]["from"].dump() == R"(["opened","letter"])");
  CHECK(json["stages"]["talk"]["within"] == "96 hours");
  CHECK(json["stages"]["talk"]["aim"] == "24 hours");
}

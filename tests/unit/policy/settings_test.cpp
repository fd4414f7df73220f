#include "policy/settings.hpp"

#include <catch2/catch.hpp>

using namespace escalate;

namespace {

Policy policy_with(const std::string& id, const std::string& edition_of, const std::vector<std::string>& roles) {
  Policy policy;
  policy.id = id;
  policy.edition_of = edition_of;
  for (const std::string& role : roles) {
    policy.roles.emplace_back();
    policy.roles.back().id = role;
    policy.roles.back().title = "Title of " + role;
  }
  return policy;
}

const Policy old_edition = policy_with("town-2019", "town", {"lead", "chair"});
const Policy new_edition = policy_with("town-2022", "town", {"lead", "head"});
const Policy other = policy_with("county", "", {"lead"});
const std::vector<const Policy*> all = {&old_edition, &new_edition, &other};

Settings with_jobs(std::map<std::string, Jobs> service) {
  Settings settings;
  settings.service = std::move(service);
  return settings;
}

/// Returns `LINE text; help` of each warning.
std::vector<std::string> told(const Settings& settings, const std::vector<std::string>& unusable = {}) {
  std::vector<std::string> lines;
  for (const Fault& fault : settings_warnings(settings, all, unusable)) {
    CHECK(fault.severity == Severity::warning);
    lines.push_back(std::to_string(fault.place.line) + " " + fault.text + "; " + fault.help);
  }
  return lines;
}

}  // namespace

TEST_CASE("a job of the policy itself goes before one of its procedure") {
  const Settings settings =
      with_jobs({{"town", {{"lead", "Deputy"}, {"head", "Head"}}}, {"town-2022", {{"lead", "Playleader"}}}});
  CHECK(*job_in_service(settings, new_edition, "lead") == "Playleader");
  CHECK(*job_in_service(settings, new_edition, "head") == "Head");
  CHECK(*job_in_service(settings, old_edition, "lead") == "Deputy");
  CHECK(job_in_service(settings, old_edition, "chair") == nullptr);
  CHECK(job_in_service(settings, other, "lead") == nullptr);
  CHECK(jobs_in_service(settings, new_edition) == Jobs{{"lead", "Playleader"}, {"head", "Head"}});
}

TEST_CASE("a job is not taken from the jobs of policies that join no editions") {
  const Settings settings = with_jobs({{"", {{"lead", "Nobody"}}}});
  CHECK(job_in_service(settings, other, "lead") == nullptr);
}

TEST_CASE("a role that a job fills is called by both, whatever the kind of agency") {
  Policy policy = other;
  policy.roles[0].by_agency = {{"police", "Sergeant"}};
  policy.roles[0].if_none = "chair";
  const Policy here = in_service(policy, {{"lead", "Playleader"}});
  CHECK(here.roles[0].title == "Playleader (Title of lead)");
  CHECK(here.roles[0].by_agency.empty());
  CHECK(here.roles[0].if_none.empty());
  CHECK(in_service(policy, {}).roles[0].by_agency.size() == 1);
}

TEST_CASE("settings that name what there is earn no warning") {
  Settings settings = with_jobs({{"town", {{"chair", "A"}, {"head", "B"}}}, {"county", {{"lead", "C"}}}});
  CHECK(told(settings).empty());
  for (const std::string policy : {"county", "town", "town-2019"}) {
    settings.policy = policy;
    CHECK(told(settings).empty());
  }
}

TEST_CASE("what the settings name and is not there is told in file order") {
  Settings settings = with_jobs({{"count", {{"lead", "A"}}}, {"town-2019", {{"playleader", "B"}, {"char", "C"}}}});
  settings.policy = "village";
  settings.places = {{"policy", {"escalate.yaml", 9, 1}},
                     {"service/count", {"escalate.yaml", 3, 1}},
                     {"service/town-2019/playleader", {"escalate.yaml", 6, 3}},
                     {"service/town-2019/char", {"escalate.yaml", 5, 3}}};
  CHECK(told(settings) ==
        std::vector<std::string>{
            "3 there is no policy 'count' here; did you mean 'county'?",
            "5 the policy 'town-2019' has no role 'char'; did you mean 'chair'?",
            "6 the policy 'town-2019' has no role 'playleader'; 'escalate policy show town-2019' lists its roles",
            "9 there is no policy 'village' here; here are town, town-2019, town-2022 and county"});
}

TEST_CASE("of a policy whose file has faults the settings tell nothing") {
  Settings settings = with_jobs({{"broken", {{"anybody", "A"}}}});
  settings.policy = "broken";
  CHECK(told(settings, {"broken"}).empty());
  CHECK(told(settings).size() == 2);
}

TEST_CASE("without any policy the warning says so") {
  Settings settings;
  settings.policy = "kent";
  CHECK(settings_warnings(settings, {}).at(0).help == "there are no policies here");
}

#include "yaml/settings_reader.hpp"

#include <catch2/catch.hpp>

#include "unit/yaml/read_support.hpp"

namespace escalate::test {
namespace {

std::string told_of_settings(const std::string& text) {
  const auto read = read_settings("escalate.yaml", text);
  return read ? "" : lines_of(read.error());
}

}  // namespace

TEST_CASE("the settings of a service are read") {
  const Settings settings =
      read_settings("escalate.yaml",
                    "escalate: settings/1\nby: Head teacher\npolicy: kent\n"
                    "service:\n  kent: {lead-1: Deputy head}\n  wiltshire:\n    lead: |\n      Head\n")
          .value();
  CHECK(settings.by == "Head teacher");
  CHECK(settings.policy == "kent");
  CHECK(settings.service.at("kent").at("lead-1") == "Deputy head");
  CHECK(settings.service.at("wiltshire").at("lead") == "Head");
}

TEST_CASE("whether to commit is true or false") {
  CHECK(read_settings("escalate.yaml", "escalate: settings/1\ncommit: true\n").value().commit);
  CHECK_FALSE(read_settings("escalate.yaml", "escalate: settings/1\ncommit: false\n").value().commit);
  CHECK_FALSE(read_settings("escalate.yaml", "escalate: settings/1\n").value().commit);
}

TEST_CASE("where each setting stands is kept") {
  const Settings settings =
      read_settings("escalate.yaml",
                    "escalate: settings/1\npolicy: kent\nby: Head\nservice:\n  kent:\n    lead: Deputy\n")
          .value();
  std::string places;
  for (const auto& [keys, place] : settings.places)
    places += keys + " " + place.file + ":" + std::to_string(place.line) + ":" + std::to_string(place.column) + "\n";
  CHECK(places ==
        "by escalate.yaml:3:5\npolicy escalate.yaml:2:9\nservice/kent escalate.yaml:5:3\n"
        "service/kent/lead escalate.yaml:6:5\n");
}

TEST_CASE("nothing need be set") {
  const Settings settings = read_settings("escalate.yaml", "escalate: settings/1\n").value();
  CHECK(settings.by.empty());
  CHECK(settings.policy.empty());
  CHECK(settings.service.empty());
}

TEST_CASE("what is wrong with settings is said at its place") {
  CHECK(told_of_settings("by: Head\n") ==
        "1:1: the settings file lacks 'escalate'; write 'escalate:' and its value there\n");
  CHECK(told_of_settings("escalate: settings/1\nrole: x\n") ==
        "2:1: unknown key 'role' in the settings file; the keys here are escalate, by, policy, service and commit\n");
  CHECK(told_of_settings("escalate: settings/1\ncommit: yes\n") == "2:9: unknown commit 'yes'; write true or false\n");
  CHECK(told_of_settings("escalate: settings/1\nby:\npolicy: ../x\n") ==
        "2:4: 'by' has no value; write one after 'by:', or remove the line\n"
        "3:9: '../x' is no id of a policy; an id has lower-case letters, digits and hyphens only\n");
  CHECK(told_of_settings("escalate: settings/1\nservice: {kent: {}, A: {Lead: x, head: [y]}}\n") ==
        "2:17: 'service' for 'kent' is empty\n"
        "2:21: 'A' is no id of a policy; an id has lower-case letters, digits and hyphens only\n"
        "2:25: 'Lead' is no id of a role; an id has lower-case letters, digits and hyphens only\n"
        "2:40: 'head' must be a text, not a list\n");
}

}  // namespace escalate::test

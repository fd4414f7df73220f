#include "render/config.hpp"

#include <catch2/catch.hpp>

#include "render/layout.hpp"
#include "unit/support/times.hpp"
#include "yaml/settings_reader.hpp"

using namespace escalate;
using namespace escalate::test;

namespace {

Policy kent() {
  Policy policy;
  policy.id = "kent";
  policy.roles.emplace_back();
  policy.roles.back().id = "lead";
  policy.roles.back().title = "Safeguarding lead";
  return policy;
}

const Policy policy = kent();

Configuration configuration_of(const std::string& yaml) {
  return {"/srv/concerns",
          "escalate.yaml",
          Configuration::File::used,
          read_settings("escalate.yaml", yaml).value(),
          {&policy}};
}

}  // namespace

TEST_CASE("each setting is shown with where it stands") {
  const auto configuration = configuration_of(
      "escalate: settings/1\nby: Head teacher\npolicy: kent\n"
      "service:\n  kent: {lead: Deputy head}\n  york:\n    lead: |\n      Head\ncommit: false\n");
  CHECK_THAT(config_text(configuration),
             Catch::StartsWith("Workspace: /srv/concerns\n"
                               "Settings: escalate.yaml\n"
                               "\n"
                               "  by       Head teacher\n"
                               "           (escalate.yaml, line 2)\n"
                               "  policy   kent\n"
                               "           (escalate.yaml, line 3)\n"
                               "  service  under kent, lead (Safeguarding lead) is Deputy head\n"
                               "           (escalate.yaml, line 5)\n"
                               "           under york, lead is Head\n"
                               "           (escalate.yaml, line 7)\n"
                               "  commit   false\n"
                               "           (escalate.yaml, line 9)\n"
                               "\n"));
}

TEST_CASE("what is not set says what holds instead") {
  const std::string text = config_text(configuration_of("escalate: settings/1\n"));
  CHECK_THAT(text, Catch::Contains("  by       not set: ") && Catch::Contains("  policy   not set: ") &&
                       Catch::Contains("  service  not set: ") && Catch::Contains("  commit   not set: "));
}

TEST_CASE("settings that are missing or not used are called so") {
  auto configuration = configuration_of("escalate: settings/1\n");
  configuration.state = Configuration::File::missing;
  CHECK_THAT(config_text(configuration), Catch::Contains("Settings: there is no escalate.yaml\n"));
  configuration.state = Configuration::File::faulty;
  CHECK_THAT(config_text(configuration), Catch::Contains("Settings: nothing of escalate.yaml is used"));
}

TEST_CASE("nothing in a setting reaches a terminal unescaped, and no line is wider than it") {
  auto configuration =
      configuration_of("escalate: settings/1\nby: " + std::string(60, 'x') + " y " + std::string(60, 'x') + "\n");
  configuration.folder = "/srv/\x1b[31m";
  const std::string text = config_text(configuration);
  CHECK_THAT(text, !Catch::Contains("\x1b"));
  for (const std::string& line : lines_of(text)) CHECK(text_width(line) <= page_width);
}

TEST_CASE("the settings as JSON have null where nothing is set") {
  const Envelope envelope{instant("2026-11-02T10:15"), true, {}};
  const auto set = Json::parse(
      config_json(configuration_of("escalate: settings/1\nby: Head\nservice: {kent: {lead: Deputy}}\n"), envelope));
  CHECK(set["by"] == Json::parse(R"({"value": "Head", "file": "escalate.yaml", "line": 2})"));
  CHECK(set["policy"] == Json::parse(R"({"value": null, "file": null, "line": null})"));
  CHECK(set["service"]["kent"]["lead"] ==
        Json::parse(R"({"value": "Deputy", "file": "escalate.yaml", "line": 3, "title": "Safeguarding lead"})"));
  CHECK(set["workspace"] == "/srv/concerns");
  const auto unset = Json::parse(config_json(configuration_of("escalate: settings/1\n"), envelope));
  CHECK(unset["service"] == Json::object());
}

#include "yaml/settings_writer.hpp"

#include <catch2/catch.hpp>

#include "yaml/settings_reader.hpp"

using namespace escalate;

TEST_CASE("new settings read back as they were meant") {
  for (const std::string by : {"", "Head teacher", "no", "Lead: \"acting\" # deputy", "Über-Lehrer", "- x", "007"})
    for (const std::string policy : {"", "kent", "123"}) {
      Settings settings;
      settings.by = by;
      settings.policy = policy;
      const auto read = read_settings("escalate.yaml", settings_text(settings));
      REQUIRE(read);
      CHECK(read->by == by);
      CHECK(read->policy == policy);
      CHECK(read->service.empty());
    }
}

TEST_CASE("what is not set stands there as a comment to go by") {
  const std::string text = settings_text({});
  CHECK_THAT(text, Catch::Contains("\n# by: ") && Catch::Contains("\n# policy: ") &&
                       Catch::Contains("\n# service:\n") && Catch::Contains("\n# commit: "));
}

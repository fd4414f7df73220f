#include "render/check.hpp"

#include <catch2/catch.hpp>

#include "unit/support/times.hpp"

using namespace escalate;
using namespace escalate::test;

namespace {

Fault fault(Severity severity, const std::string& file, int line, const std::string& text) {
  return {severity, {file, line, line > 0 ? 3 : 0}, text, "see to it", {}};
}

CheckReport report_of(Faults problems) {
  CheckReport report;
  report.cases = {{"EX-2026-AAAAA", "a.yaml", problems}};
  report.problems = std::move(problems);
  return report;
}

}  // namespace

TEST_CASE("a report without problems is one line") {
  const CheckReport nothing;
  CHECK(problems_of_check(nothing).empty());
  CHECK(text_of_check(nothing) == "no cases, no policies, no calendars, no settings: no errors, no warnings\n");
  CHECK(text_of_check(report_of({})) == "1 case, no policies, no calendars, no settings: no errors, no warnings\n");
}

TEST_CASE("the last line counts what was read and found") {
  CheckReport report = report_of({fault(Severity::error, "a.yaml", 5, "x"), fault(Severity::warning, "a.yaml", 0, "y"),
                                  fault(Severity::warning, "a.yaml", 9, "y")});
  report.files = {{CheckedFile::Kind::policy, "p", "p.yaml", {}, {}, 0},
                  {CheckedFile::Kind::settings, "escalate", "escalate.yaml", {}, {}, 0}};
  CHECK(text_of_check(report) == "1 case, 1 policy, no calendars, settings: 1 error, 2 warnings\n");
}

TEST_CASE("what is wrong alike in several places is told once, with the other places") {
  const CheckReport report =
      report_of({fault(Severity::error, "a.yaml", 5, "x"), fault(Severity::error, "b.yaml", 0, "x"),
                 fault(Severity::warning, "a.yaml", 5, "x"), fault(Severity::error, "c.yaml", 7, "x")});
  CHECK(problems_of_check(report) ==
        "a.yaml:5:3: error: x\n  see to it\n  so too: b.yaml, c.yaml:7\na.yaml:5:3: warning: x\n  see to it\n");
}

TEST_CASE("a warning of several entries of one file is told once, with the other entries") {
  const auto warning = [](const std::string& file, int line, const std::string& text) {
    return fault(Severity::warning, file, line, text);
  };
  const CheckReport report =
      report_of({warning("a.yaml", 5, "stage 'x' is late"), warning("a.yaml", 7, "stage 'y' is late"),
                 warning("b.yaml", 5, "stage 'z' is late"), warning("b.yaml", 9, "stage 'y' is late")});
  CHECK(problems_of_check(report) ==
        "a.yaml:5:3: warning: stage 'x' is late\n  see to it\n  so too: 'y' (line 7), 'y' (b.yaml:9)\n"
        "b.yaml:5:3: warning: stage 'z' is late\n  see to it\n");
  const CheckReport errors = report_of({fault(Severity::error, "a.yaml", 5, "stage 'x' is no id"),
                                        fault(Severity::error, "a.yaml", 7, "stage 'y' is no id")});
  CHECK(problems_of_check(errors).find("so too") == std::string::npos);
}

TEST_CASE("of many places the first few are told, and how many there are") {
  Faults faults;
  for (int line = 1; line <= 16; ++line) faults.push_back(fault(Severity::error, "a.yaml", line, "x"));
  const std::string told = problems_of_check(report_of(faults));
  CHECK_THAT(told, Catch::Contains("a.yaml:13 and 3 more,"));
  CHECK_THAT(told, !Catch::Contains("a.yaml:14"));
  faults.resize(13);
  CHECK_THAT(problems_of_check(report_of(faults)), Catch::EndsWith(" a.yaml:13\n"));
}

TEST_CASE("nothing a file says steers a terminal") {
  CHECK(problems_of_check(report_of({fault(Severity::error, "a\x1b.yaml", 1, "x\x1b[2J"),
                                     fault(Severity::error, "b\x1b.yaml", 1, "x\x1b[2J")}))
            .find('\x1b') == std::string::npos);
}

TEST_CASE("JSON has every problem, each file's numbers and the sum") {
  CheckReport report =
      report_of({fault(Severity::error, "a.yaml", 5, "x"), fault(Severity::warning, "a.yaml", 0, "y")});
  report.complete = false;
  const Json json = Json::parse(json_of_check(report, instant("2026-11-02T09:00")));
  CHECK(json["complete"] == false);
  CHECK(json["problems"].size() == 2);
  CHECK(json["errors"] == 1);
  CHECK(json["warnings"] == 1);
  CHECK(json["cases"][0]["case"] == "EX-2026-AAAAA");
  CHECK(json["cases"][0]["errors"] == 1);
  CHECK(json["policies"].empty());
}

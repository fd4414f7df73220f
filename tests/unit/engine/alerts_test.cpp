#include <catch2/catch.hpp>

#include "unit/support/made_case.hpp"

using namespace escalate;
using namespace escalate::test;

namespace {

std::string first_alert(const MadeCase& made, const std::string& now, int within = 1) {
  const Outlook outlook = made.at(now, within);
  return outlook.alerts.empty() ? "none" : word_of(outlook.alerts.front().state) + " " + outlook.alerts.front().id;
}

}  // namespace

//     April 2026
// Mo Tu We Th Fr Sa Su
//        1 (2)[3] 4  5      (2) opened   [3] [6] Good Friday, Easter Monday
// [6] 7  8  9 10 11 12
// <13>                      <13> due
TEST_CASE("a day is soon by the end of the working day before it, today on it, overdue after its midnight") {
  const MadeCase made(policy_called("wiltshire"), "2026-04-02");
  CHECK(first_alert(made, "2026-04-09T12:00") == "none");
  CHECK(first_alert(made, "2026-04-10T00:00") == "due-soon before-wscb");
  CHECK(first_alert(made, "2026-04-12T12:00") == "due-soon before-wscb");
  CHECK(first_alert(made, "2026-04-13T00:00") == "due-today before-wscb");
  CHECK(first_alert(made, "2026-04-13T23:59") == "due-today before-wscb");
  CHECK(first_alert(made, "2026-04-14T00:00") == "overdue before-wscb");
  CHECK(first_alert(made, "2026-04-08T12:00", 3) == "due-soon before-wscb");
}

TEST_CASE("an instant is met at that minute and overdue after it") {
  const MadeCase made(policy_called("north-yorkshire"), "2026-10-24T10:00", {{"disputed-decision", "2026-10-24"}});
  CHECK(first_alert(made, "2026-10-28T09:00") == "due-today stage-1");
  CHECK(first_alert(made, "2026-10-28T09:00:59Z") == "due-today stage-1");
  CHECK(first_alert(made, "2026-10-28T09:01") == "overdue stage-1");
}

TEST_CASE("immediately is due now until its London day ends") {
  MadeCase made(policy_called("north-yorkshire"), "2026-11-02T10:00", {{"disputed-decision", "2026-11-02"}});
  made.advance("2026-11-03T10:00", "2");
  CHECK(first_alert(made, "2026-11-03T10:00") == "due-now stage-2");
  CHECK(first_alert(made, "2026-11-03T23:59") == "due-now stage-2");
  CHECK(first_alert(made, "2026-11-04T00:00") == "overdue stage-2");
}

TEST_CASE("nothing agreed is no-date beside its ceiling") {
  const MadeCase made(policy_called("leeds-2019"), "2026-12-14");
  CHECK(alert_lines(made.at("2026-12-31T09:00")).find("overdue limit stage-1\n") != std::string::npos);
  CHECK(alert_lines(made.at("2026-12-31T09:00")).find("no-date limit stage-1\n") != std::string::npos);
}

TEST_CASE("an asked-for mark that is unknown is no-date") {
  const MadeCase made(policy_called("north-yorkshire"), "2026-11-02T10:00", {{"disputed-decision", "unknown"}});
  CHECK(alert_lines(made.at("2026-11-02T11:00")).find("no-date case disputed-decision\n") != std::string::npos);
}

TEST_CASE("an urgent mark is always an alert, so that a limit with an unless cannot drop a case") {
  MadeCase made(policy_called("wiltshire"), "2026-04-02");
  made.mark("2026-04-02", "imminent-risk", "2026-04-02");
  CHECK(first_alert(made, "2026-04-02T12:00") == "urgent imminent-risk");
  made.clear("2026-04-03", "imminent-risk");
  CHECK(first_alert(made, "2026-04-13T12:00") == "due-today before-wscb");
}

TEST_CASE("a mark answered unknown has not happened, and stays on the reports until it is known") {
  MadeCase made(policy_called("wiltshire"), "2026-04-02");
  made.mark("2026-04-02", "imminent-risk", "unknown");
  CHECK(first_alert(made, "2026-04-08T12:00") == "no-date imminent-risk");
  CHECK(limit_lines(made.at("2026-04-08T12:00")) == "before-wscb 2026-04-13\n");
}

TEST_CASE("a halted case keeps its clock and asks to be resumed") {
  MadeCase made(policy_called("wiltshire"), "2026-04-02");
  made.add("2026-04-07", Halted{"the manager is ill"});
  CHECK(alert_lines(made.at("2026-04-14T09:00")).find("overdue limit before-wscb\nwaiting case halted\n") == 0);
  made.add("2026-04-08", Resumed{});
  CHECK(alert_lines(made.at("2026-04-14T09:00")).find("halted") == std::string::npos);
}

TEST_CASE("a stage with no limit waits") {
  MadeCase made(policy_called("kent"), "2026-05-01", {}, "protection-plan");
  CHECK(alert_lines(made.at("2026-05-01T09:00")).find("waiting case no-limit") != std::string::npos);
}

TEST_CASE("a case decided twice says so") {
  MadeCase made(policy_called("wiltshire"), "2026-04-02");
  made.add_after({"e1"}, "2026-04-07", Advanced{"one", "no answer", ""});
  made.add_after({"e1"}, "2026-04-07", Advanced{"two", "no answer", ""});
  CHECK(alert_lines(made.at("2026-04-07T09:00")).find("waiting case decided-twice") != std::string::npos);
}

TEST_CASE("a case resolved twice says so, a closed one has no alert") {
  MadeCase made(policy_called("wiltshire"), "2026-04-02");
  made.add_after({"e1"}, "2026-04-07", Resolved{"pre", "One outcome", "", {}});
  made.add_after({"e1"}, "2026-04-07", Resolved{"pre", "Another outcome", "", {}});
  CHECK(alert_lines(made.at("2026-04-07T09:00")).find("waiting case decided-twice") != std::string::npos);
  MadeCase closed(policy_called("wiltshire"), "2026-04-02");
  closed.add_after({"e1"}, "2026-04-07", Closed{"Moved away"});
  closed.add_after({"e1"}, "2026-04-07", Closed{"Settled"});
  CHECK(alert_lines(closed.at("2026-04-07T09:00")) == "");
}

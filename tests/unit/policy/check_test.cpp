#include "policy/check.hpp"

#include <catch2/catch.hpp>

#include "unit/support/times.hpp"
#include "unit/yaml/policy_support.hpp"

namespace escalate::test {
namespace {

std::string warned(const Policy& policy) { return lines_of(warnings_of(policy, date("2026-01-01"))); }
std::string warned_with(const std::string& more) { return warned(policy_with(more)); }
std::string warned_replacing(std::string_view from, std::string_view to) {
  return warned(read_small(replaced(small_policy, from, to)).policy.value());
}

/// Marks that the limits and duties of a test depend on, in line 13.
const std::string marks = "marks: {risk: {title: Risk}}\n";

}  // namespace

TEST_CASE("a policy that says all there is to say has no warnings") {
  CHECK(warned_with("") == "");
  for (const Fault& fault : warnings_of(policy_with("advice: [{say: A}]\n"), date("2026-01-01"))) {
    CHECK(fault.severity == Severity::warning);
    CHECK(fault.place.file == "policies/small.yaml");
  }
}

TEST_CASE("an entry without source is warned about, where one is wanted") {
  const std::string help = "; write where the document says so, or 'source: none' where it does not\n";
  CHECK(warned_replacing(", source: p. 1", "") == "10:3: stage '1' has no 'source'" + help);
  CHECK(warned_replacing("source: p. 1", "source: none") == "");
  CHECK(warned_with("advice: [{say: A}]\nelsewhere: [{what: W, go-to: G}]\n") ==
        "13:10: this advice has no 'source'" + help + "14:13: this entry of 'elsewhere' has no 'source'" + help);
  CHECK(warned_with("limits:\n  l: {title: L, stages: [1, 2], within: 9 days}\nduties:\n  d: {what: D, by: lead, when: "
                    "opened}\n") == "14:3: limit 'l' has no 'source'" + help + "16:3: duty 'd' has no 'source'" + help);
  CHECK(warned_with("urgent: [{if: standard, say: S}]\n") == "13:10: this urgent entry has no 'source'" + help);
}

TEST_CASE("a stage without owner, time or route is warned about") {
  CHECK(warned_replacing(", owner: head, within: 5 working days", "") ==
        "8:45: role 'head' is never used; no stage or duty names it\n"
        "11:3: stage '2' has no 'owner'; name the role that holds the case there\n"
        "11:3: stage '2' has no time: neither 'within' nor a limit without 'if' covers it; a case that stands there is "
        "never "
        "overdue\n");
  CHECK(warned_replacing("stages: [1, 2]", "stages: [1]") ==
        "11:3: stage '2' is on no route; no case comes there but by 'advance --to'\n");
  const std::string untimed = replaced(small_policy, ", within: 5 working days, source: p. 2", ", source: p. 2");
  for (const std::string covered : {"all", "[1, 2]"})
    CHECK(
        warned(read_small(untimed + "limits: {l: {title: L, stages: " + covered + ", within: agreed, source: p. 3}}\n")
                   .policy.value()) == "");
}

TEST_CASE("owners of whom one holds a stage whatever is marked are enough") {
  const auto owned_by = [](const std::string& owners) {
    const std::string text = replaced(small_policy, "owner: head", "owner: " + owners);
    const std::string used = "advice: [{if: [risk, late], say: A, source: p. 1}, {say: B, source: p. 1}]\n";
    return warned(read_small(text + "marks: {risk: {title: R}, late: {title: L}}\n" + used).policy.value());
  };
  const std::string warning =
      "11:3: stage '2' has an 'owner' only while a mark or route holds; name one without 'if' or 'unless' for the "
      "other "
      "cases\n";
  CHECK(owned_by("[{role: head, unless: risk}, {role: lead, if: risk}]") == "");
  CHECK(owned_by("[{role: head, unless: [risk, late]}, {role: lead, if: [late, risk]}]") == "");
  CHECK(owned_by("[{role: head, unless: [risk, late]}, {role: lead, if: risk}]") == warning);
  CHECK(owned_by("[{role: head, unless: risk}, {role: lead, if: risk, unless: late}]") == warning);
  CHECK(owned_by("[{role: head, if: risk}, {role: lead, if: late}]") == warning);
}

TEST_CASE("a duty that nobody owes is warned about") {
  CHECK(warned_with("duties: {d: {what: D, when: opened, source: p. 1}}\n") ==
        "13:10: duty 'd' has no 'by'; name the role that owes it\n");
  CHECK(warned_with("duties: {d: {what: D, by: owner, when: opened, source: p. 1}}\n") == "");
}

TEST_CASE("roles, marks, forms and contacts that nothing uses are warned about") {
  CHECK(warned_replacing("roles: {", "roles: {board: {title: B, side: other}, ") ==
        "8:9: role 'board' is never used; no stage or duty names it\n");
  CHECK(warned_replacing("side: raising}", "side: raising, if-none: board}, board: {title: B, side: other}") == "");
  CHECK(warned_with("marks: {risk: {title: Risk, ask: at-open}}\n") ==
        "13:9: mark 'risk' is never used; no limit, duty or urgent entry depends on it\n");
  CHECK(warned_with(
            "forms: {f: {title: F, source: p. 1, fields: [{label: L, fill: blank}]}}\ncontacts: {c: {title: C}}\n") ==
        "13:9: form 'f' is never used; no duty is 'using' it\n14:12: contact 'c' is never used; nothing prints it\n");
  CHECK(warned_with("forms: {f: {title: F, source: p. 1, return-to: c, fields: [{label: L, fill: blank}]}}\ncontacts: "
                    "{c: {title: C}}\n"
                    "duties: {d: {what: D, by: lead, using: f, when: opened, source: p. 1}}\n") == "");
}

TEST_CASE("a mark is used wherever something follows from it") {
  for (const std::string use :
       {"urgent: [{if: risk, say: S, source: p. 1}]\n", "advice: [{unless: risk, say: S, source: p. 1}]\n",
        "limits: {l: {title: L, stages: all, within: 9 days, from: risk, source: p. 1}}\n",
        "duties: {d: {what: D, by: lead, when: risk, source: p. 1}}\n",
        "duties: {d: {what: D, by: lead, when: opened, met-by: risk, source: p. 1}}\n"})
    CHECK(warned_with(marks + use) == "");
}

TEST_CASE("a review date that has passed is warned about") {
  const Policy policy =
      read_small(replaced(small_policy, "edition: undated", "edition: 1\nin-force: {review-by: 2025-06-30}"))
          .policy.value();
  CHECK(lines_of(warnings_of(policy, date("2025-06-30"))) == "");
  CHECK(lines_of(warnings_of(policy, date("2025-07-01"))) ==
        "1:1: the document was to be reviewed by 2025-06-30; ask the partnership whether there is a newer edition\n");
}

TEST_CASE("before a stage that is not above where the duty arises is warned about") {
  const auto duty = [](const std::string& keys) {
    return "duties: {d: {what: D, by: lead, source: p. 1, " + keys + "}}\n";
  };
  for (const std::string fine :
       {"when: entered 1, before: 2", "when: unresolved 1, before: 2", "when: opened, before: 2",
        "when: risk, before: 1", "when: [entered 2, risk], before: 2", "when: every stage, before: 2"})
    CHECK(warned_with(marks + "advice: [{if: risk, say: S, source: p. 1}]\n" + duty(fine)) == "");
  CHECK(warned_with(duty("when: entered 2, before: 2")) ==
        "13:10: duty 'd' belongs before stage '2', which is not above 'entered 2'; name a stage that comes after the "
        "duty arises\n");
  CHECK(warned_with(duty("when: [opened, entered 2], before: [2, 1]")) ==
        "13:10: duty 'd' belongs before stage '1', which is not above 'opened' or 'entered 2'; "
        "name a stage that comes after the duty arises\n");
}

TEST_CASE("a limit that a route can never start is warned about") {
  const std::string two_routes =
      replaced(small_policy, "stages: [1, 2]}", "stages: [1, 2]}, short: {title: Short, stages: [2]}");
  const auto warned_of = [&](const std::string& keys) {
    return warned(read_small(two_routes + "limits: {l: {title: L, source: p. 1, within: 9 days, " + keys + "}}\n")
                      .policy.value());
  };
  CHECK(warned_of("stages: [1, 2], from: entered 1") ==
        "13:10: limit 'l' never starts on route 'short', which never reaches 'entered 1'; "
        "name another moment in 'from', or leave the route out with 'unless'\n");
  CHECK(warned_of("stages: [1, 2], from: unresolved 2")
            .find("13:10: limit 'l' never starts on route 'standard', which never reaches 'unresolved 2'") == 0);
  CHECK(warned_of("stages: [1, 2], from: [entered 1, entered 2]") == "");
  CHECK(warned_of("stages: [1], from: entered 1") == "");
  CHECK(warned_of("stages: all, from: entered 1, if: standard") == "");
  CHECK(warned_of("stages: all, from: entered 1, unless: short") == "");
}

TEST_CASE("a duty that never arises is warned about, also when two wait for each other") {
  const auto warned_of = [](const std::string& duties) { return warned_with("duties:\n" + duties); };
  const std::string keys = ": {what: D, by: lead, source: p. 1, when: ";
  CHECK(warned_of("  d" + keys + "unresolved 2}\n") ==
        "14:3: duty 'd' never arises: no route reaches 'unresolved 2'; name another moment in 'when'\n");
  CHECK(warned_of("  d" + keys + "done e}\n  e" + keys + "done d}\n") ==
        "14:3: duty 'd' never arises: no route reaches 'done e'; name another moment in 'when'\n"
        "15:3: duty 'e' never arises: no route reaches 'done d'; name another moment in 'when'\n");
  CHECK(warned_of("  d" + keys + "done e}\n  e" + keys + "[done e, entered 2]}\n") == "");
}

TEST_CASE("a limit whose unless leaves nothing timed is warned about") {
  const std::string untimed =
      replaced(replaced(small_policy, ", within: 5 working days, source: p. 1", ", source: p. 1"),
               ", within: 5 working days, source: p. 2", ", within: without delay, source: p. 2");
  const auto warned_of = [&](const std::string& more) {
    const std::string limit = "  l: {title: L, stages: [1, 2], within: 9 days, unless: risk, source: p. 1}\n";
    return warned(read_small(untimed + marks + "limits:\n" + limit + more).policy.value());
  };
  const std::string told = "15:3: limit 'l' stops while 'risk' holds, and nothing timed is left at ";
  const std::string help = "; the case is then on lists only by an urgent entry or a duty\n";
  CHECK(warned_of("") == told + "1 and 2" + help);
  CHECK(warned_of("  m: {title: M, stages: [1], within: agreed, source: p. 1}\n") == told + "2" + help);
  CHECK(warned_of("  m: {title: M, stages: all, within: 1 month, source: p. 1}\n") == "");
  CHECK(warned_of("  m: {title: M, stages: all, within: 1 day, if: risk, source: p. 1}\n") == "");
  CHECK(warned_of("  m: {title: M, stages: all, within: 1 month, unless: risk, source: p. 1}\n").find(told) == 0);
}

}  // namespace escalate::test

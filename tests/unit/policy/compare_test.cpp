#include "policy/compare.hpp"

#include <catch2/catch.hpp>

#include "yaml/read.hpp"

namespace escalate::test {
namespace {

const std::string text = R"(escalate: policy/1
id: test
title: Settling
in-force: {from: 2020-01-01}
source: Page 1
roles:
  lead: {title: Lead, side: raising, by-agency: {health: Nurse}}
  head: {title: Head, side: receiving}
stages:
  1: {title: Talk, owner: lead, within: 5 working days, source: Page 2, words: five working days}
  2: {title: Meet, owner: [lead, head], within: 1 month}
routes: {standard: {title: The way, stages: [1, {optional: 2}]}}
advice:
  - {say: Stay polite., stages: [1]}
duties:
  tell: {what: Tell, by: lead, when: entered 2, within: 1 day}
forms:
  note: {title: Note, fields: [{label: Day, fill: today}, {label: Name, fill: child}]}
)";

Node tree(const std::string& yaml) { return read_yaml("test.yaml", yaml, Opinions::libyaml_only).value().root; }

/// Returns a line a difference: `PART ENTRY KEY: A | B`.
std::string told(const std::string& other) {
  static const std::vector<std::string> kinds = {"only in A", "only in B", "changed", "order"};
  const PolicyComparison comparison = compare_policies(tree(text), tree(other));
  std::string lines;
  for (const PolicyDifference& one : comparison.differences)
    lines += kinds[static_cast<std::size_t>(one.kind)] + " " + one.part + " " + one.entry +
             (one.key.empty() ? "" : " " + one.key) + ": " + one.a + " | " + one.b + "\n";
  return comparison.quotations == 0 ? lines : lines + std::to_string(comparison.quotations) + " quoted\n";
}

std::string with(const std::string& from, const std::string& to) {
  std::string other = text;
  REQUIRE(other.find(from) != std::string::npos);
  return told(other.replace(other.find(from), from.size(), to));
}

}  // namespace

TEST_CASE("a policy says what it says itself, whatever its id") {
  CHECK(told(text).empty());
  CHECK(with("id: test", "id: other").empty());
}

TEST_CASE("layout, comments, quotes and a list of one make no difference") {
  CHECK(with("owner: lead,", "owner: [\"lead\"],").empty());
  CHECK(with("title: Talk, owner: lead", "owner: lead, title: 'Talk'").empty());
  CHECK(with("routes:", "# here\nroutes:").empty());
}

TEST_CASE("each value that differs is told in both words") {
  CHECK(with("within: 5 working days", "within: 10 working days") ==
        "changed stages 1 within: 5 working days | 10 working days\n");
  CHECK(with("owner: [lead, head]", "owner: head") == "changed stages 2 owner: lead, head | head\n");
  CHECK(with("{health: Nurse}", "{health: Doctor, police: Sergeant}") ==
        "changed roles lead by-agency health: Nurse | Doctor\nchanged roles lead by-agency police:  | Sergeant\n");
  CHECK(with("{optional: 2}", "2") == "changed routes standard stages: 1, {optional: 2} | 1, 2\n");
  CHECK(with("in-force: {from: 2020-01-01}", "in-force: {from: 2021-01-01}") ==
        "changed policy  in-force from: 2020-01-01 | 2021-01-01\n");
}

TEST_CASE("a key that only one of them has is told") {
  CHECK(with(", within: 1 day", "") == "changed duties tell within: 1 day | \n");
  CHECK(with("by: lead, when", "by: lead, force: should, when") == "changed duties tell force:  | should\n");
}

TEST_CASE("an entry that only one of them has is told whole") {
  CHECK(with("  2: {title: Meet, owner: [lead, head], within: 1 month}\n", "") ==
        "only in A stages 2: title: Meet, owner: [lead, head], within: 1 month | \n");
  CHECK(with("duties:\n", "duties:\n  write: {what: Write, source: Page 9}\n") ==
        "only in B duties write:  | what: Write\n");
  CHECK(with("advice:\n  - {say: Stay polite., stages: [1]}\n", "") ==
        "only in A advice Stay polite.: say: Stay polite., stages: [1] | \n");
}

TEST_CASE("entries without an id are known by what they say") {
  CHECK(with("stages: [1]}", "stages: [2]}") == "changed advice Stay polite. stages: 1 | 2\n");
  CHECK(with("advice:\n", "advice:\n  - {say: Be brief.}\n") == "only in B advice Be brief.:  | say: Be brief.\n");
  CHECK(with("advice:\n", "advice:\n  - {say: Stay polite., stages: [2]}\n").find("Stay polite. (again)") !=
        std::string::npos);
}

TEST_CASE("another order of entries is told once") {
  const std::string one =
      "  1: {title: Talk, owner: lead, within: 5 working days, source: Page 2, words: five working days}\n";
  const std::string two = "  2: {title: Meet, owner: [lead, head], within: 1 month}\n";
  CHECK(with(one + two, two + one) == "order stages : 1, 2 | 2, 1\n");
}

TEST_CASE("the fields of a form are known by their labels") {
  CHECK(with("{label: Day, fill: today}", "{label: Day, fill: entered 2}") ==
        "changed forms note field 'Day': today | entered 2\n");
  CHECK(with("{label: Day, fill: today}, ", "") == "changed forms note field 'Day': today | \n");
  CHECK(with("{label: Day, fill: today}, {label: Name, fill: child}",
             "{label: Name, fill: child}, {label: Day, fill: today}") ==
        "order forms note fields: Day, Name | Name, Day\n");
}

TEST_CASE("what is quoted from the documents is counted apart") {
  CHECK(with("words: five working days", "words: within five days") == "1 quoted\n");
  CHECK(with("source: Page 1", "source: Page 2\nreading: Ours.") == "2 quoted\n");
}

}  // namespace escalate::test

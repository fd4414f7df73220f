#include <catch2/catch.hpp>

#include "unit/yaml/policy_support.hpp"

namespace escalate::test {
namespace {

const std::string marks = "marks: {letter: {title: The letter came}, risk: {title: At risk}}\n";

}  // namespace

TEST_CASE("office hours are kept by weekday") {
  const Policy policy = policy_with("office-hours: {monday-thursday: 09:00-17:00, friday: 09:00-16:30}\n");
  CHECK(text_of(policy.office_hours).size() == 2);
  CHECK_FALSE(policy_with("").office_hours.given());
}

TEST_CASE("what is wrong with office hours is said at its place") {
  CHECK(told_with("office-hours: {mon-fri: 09:00-17:00}\n") ==
        "13:16: unknown weekday 'mon-fri'; write a weekday, as in friday, or from one to another, as in "
        "monday-thursday\n");
  CHECK(told_with("office-hours: {friday: 9-5}\n") ==
        "13:24: '9-5' are not the hours of a day; write from when to when on the 24-hour clock, as in 09:00-17:00\n");
  CHECK(told_with("office-hours: {monday-friday: 09:00-17:00, friday: 09:00-16:00}\n") ==
        "13:44: 'friday' names a weekday that has its hours above; a weekday has its hours once\n");
  CHECK(told_with("office-hours: {}\n") == "13:15: 'office-hours' is empty; write what belongs there, or remove it\n");
}

TEST_CASE("a time for out of hours needs office hours") {
  CHECK(told_with("limits:\n  l:\n    title: L\n    stages: all\n    source: p. 1\n"
                  "    within: 24 hours, out of hours next working day\n") ==
        "18:13: 'out of hours' without 'office-hours'; say when the office is open, as in office-hours: "
        "{monday-friday: 09:00-17:00}\n");
}

TEST_CASE("of latest-of the latest counts") {
  const Policy policy = policy_with(marks +
                                    "limits:\n  l: {title: L, stages: all, within: 5 days, source: p. 1, from: "
                                    "{latest-of: [letter, opened]}}\n");
  CHECK(policy.limit("l")->from.latest_of);
  CHECK(policy.limit("l")->from.list.size() == 2);
}

TEST_CASE("what is wrong with latest-of is said at its place") {
  const auto from = [](const std::string& text) {
    return told_with(marks +
                     "limits:\n  l:\n    title: L\n    stages: all\n    source: p. 1\n    within: 5 days\n"
                     "    from: " +
                     text + "\n");
  };
  CHECK(from("{latest-of: letter}") ==
        "20:23: 'latest-of' with a single moment; name at least two, or write it alone\n");
  CHECK(from("{last-of: [letter, opened]}") ==
        "20:11: 'from' lacks 'latest-of'; write 'latest-of:' and its value there\n20:12: unknown key 'last-of' in "
        "'from'; did you mean 'latest-of'?\n");
  CHECK(from("{latest-of: [letter, lettr]}") == "20:32: unknown moment 'lettr'; did you mean 'letter'?\n");
  CHECK(from("{latest-of: [letter, every stage]}") ==
        "20:32: 'every stage' in 'latest-of'; only a duty's 'when' may be 'every stage'\n");
}

TEST_CASE("a stage may have an owner for a time only") {
  const PolicyReading reading =
      read_small(replaced(small_policy, "owner: head", "owner: [head, {role: lead, if: letter}]") + marks);
  REQUIRE(reading.policy);
  const auto& owner = reading.policy->stage("2")->owner;
  REQUIRE(owner.size() == 2);
  CHECK(owner.at(0).conditions.always());
  CHECK(owner.at(1).role == "lead");
  CHECK(owner.at(1).conditions.if_any == std::vector<std::string>{"letter"});
}

TEST_CASE("what is wrong with an owner for a time is said at its place") {
  const auto owner = [](const std::string& text) {
    return lines_of(read_small(replaced(small_policy, "owner: head", "owner: " + text) + marks).faults);
  };
  CHECK(owner("[{role: haed, if: letter}, leed]") ==
        "11:35: unknown role 'haed'; did you mean 'head'?\n11:54: unknown role 'leed'; did you mean 'lead'?\n");
  CHECK(owner("{if: lettr}") ==
        "11:27: an owner lacks 'role'; write 'role:' and its value there\n11:32: unknown mark or route 'lettr'; did "
        "you mean 'letter'?\n");
  CHECK(owner("{role: head, while: letter}") ==
        "11:40: unknown key 'while' in an owner; the keys here are role, if and unless\n");
}

TEST_CASE("a window to raise a matter counts from marks") {
  const Policy policy = policy_with(marks + "raise-by: {within: 3 months, from: [letter, risk], source: p. 1}\n");
  REQUIRE(policy.raise_by);
  CHECK(text_of(policy.raise_by->within) == "3 months");
  CHECK(policy.raise_by->from.list.size() == 2);
}

TEST_CASE("what is wrong with a window to raise a matter is said at its place") {
  CHECK(told_with(marks + "raise-by: {within: agreed, from: opened}\n") ==
        "14:20: 'agreed' leaves the time open; write a number and a unit, as in 5 working days; or same working day, "
        "or immediately\n14:34: 'raise-by' counts from marks, not from 'opened'; name what happened before a case is "
        "opened as a mark\n");
  CHECK(told_with("raise-by: {within: 3 months}\n") ==
        "13:11: 'raise-by' lacks 'from'; write 'from:' and its value there\n");
}

TEST_CASE("a policy is about children unless it says adults") {
  CHECK_FALSE(policy_with("").about_adults);
  CHECK(policy_with("about: adult\n").about_adults);
  CHECK(told_with("about: adults\n") == "13:8: unknown about 'adults'; did you mean 'adult'?\n");
}

}  // namespace escalate::test

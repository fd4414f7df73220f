// What `policy check` says of a policy that is wrong: each row a change, and the faults, with line and column.
#include <catch2/catch.hpp>

#include "unit/yaml/policy_support.hpp"

namespace escalate::test {
namespace {

struct Replacement {
  std::string from, to, told;
};

struct Addition {
  std::string more, told;
};

const std::string id_help = ": an id has lower-case letters, digits and hyphens only; ";

}  // namespace

TEST_CASE("what is wrong in the head of a policy is said at its place") {
  const std::vector<Replacement> rows = {
      {"policy/1", "policy/2", "1:11: unknown escalate 'policy/2'; did you mean 'policy/1'?\n"},
      {"escalate: policy/1\n", "", "1:1: the policy lacks 'escalate'; write 'escalate:' and its value there\n"},
      {"id: small", "id: tall",
       "2:5: id 'tall' is unlike the name of its file; write 'id: small', or call the file 'tall.yaml'\n"},
      {"title: A small procedure\n", "", "1:1: the policy lacks 'title'; write 'title:' and its value there\n"},
      {"edition: undated\n", "", "1:1: the policy lacks 'edition'; write 'edition:' and its value there\n"},
      {"case-prefix: EX", "case-prefix: Ex",
       "6:14: case-prefix 'Ex' is not 2 to 4 capitals; it begins the ids of cases, as NY in NY-2026-K7QXM\n"},
      {"case-prefix: EX", "case-prefix: EXAMP",
       "6:14: case-prefix 'EXAMP' is not 2 to 4 capitals; it begins the ids of cases, as NY in NY-2026-K7QXM\n"},
      {"england-and-wales", "england", "7:11: unknown calendar 'england'; did you mean 'england-and-wales'?\n"},
      {"england-and-wales", "scotlan\ncount-from: recipt",
       "7:11: unknown calendar 'scotlan'; did you mean 'scotland'?\n"
       "8:13: unknown count-from 'recipt'; did you mean 'receipt'?\n"},
      {"edition: undated", "edition: undated\nin-force: {from: 2020-02-30}",
       "6:18: '2020-02-30' does not exist: that month has days 01 to 29; write a day as 2026-11-05\n"},
      {"edition: undated", "edition: undated\nin-force: {from: 2020-02-03, until: 2020-02-02, review-by: 2020-02-01}",
       "6:37: 'until' 2020-02-02 is before 'from' 2020-02-03\n6:60: 'review-by' 2020-02-01 is before 'from' "
       "2020-02-03\n"},
      {"edition: undated", "edition: undated\nin-force: {since: 2020-02-03}",
       "6:12: unknown key 'since' in 'in-force'; the keys here are from, until and review-by\n"},
      {"edition: undated", "edition: undated\nthemes: {Thresholds: T}",
       "6:10: 'Thresholds' is no id of a theme" + id_help + "write 'thresholds'\n"},
      {"title: A small", "tittle: A small",
       "1:1: the policy lacks 'title'; write 'title:' and its value there\n3:1: unknown key 'tittle' in the policy; "
       "did you mean 'title'?\n"},
      {"title: A small procedure",
       "title:", "3:7: 'title' has no value; write one after 'title:', or remove the line\n"},
      {"title: A small procedure", "title: A small procedure #4",
       "3:26: '#4' would be dropped as a comment; put the whole text in double quotes, or a space after '#' if it is a "
       "comment\n"},
  };
  for (const Replacement& row : rows) {
    INFO(row.to);
    CHECK(told_replacing(row.from, row.to) == row.told);
  }
}

TEST_CASE("what is wrong with stages and routes is said at its place") {
  const std::vector<Replacement> rows = {
      {"stages:\n  1: {title: Talk, owner: lead, within: 5 working days, source: p. 1}\n  2: {title: Meet, owner: "
       "head, within: 5 working days, source: p. 2}\n",
       "",
       "1:1: the policy lacks 'stages'; write 'stages:' and its value there\n9:47: unknown stage '1'; this policy has "
       "no stages\n9:50: unknown stage '2'; "
       "this policy has no stages\n"},
      {"  2:", "  Two:",
       "11:3: 'Two' is no id of a stage" + id_help +
           "write 'two'\n12:50: unknown stage '2'; the stages are 1 and Two\n"},
      {"  2:", "  stage-2:",
       "11:3: 'stage-2' cannot be the id of a stage: it is a word of the language; "
       "ids do not begin with 'stage-': a stage's own limit does\n12:50: unknown stage '2'; the stages are 1 and "
       "stage-2\n"},
      {"  2:", "  resolved:",
       "11:3: 'resolved' cannot be the id of a stage: it is a word of the language; choose another id\n"
       "12:50: unknown stage '2'; the stages are 1 and resolved\n"},
      {"owner: lead", "owner: [lead, lead, leed]",
       "10:34: role 'lead' stands here twice; remove one of the two\n10:40: unknown role 'leed'; did you mean "
       "'lead'?\n"},
      {"title: Talk, ", "", "10:6: stage '1' lacks 'title'; write 'title:' and its value there\n"},
      {"5 working days, source: p. 1", "5 workng days",
       "10:43: unknown unit 'workng days'; did you mean 'working days'?\n"},
      {"5 working days, source: p. 1", "five working days",
       "10:41: 'five' is a number written as a word; write 5 working days\n"},
      {"5 working days, source: p. 1", "5 working days, aim: 5 working days",
       "10:62: aim '5 working days' is not shorter than within '5 working days'; 'aim' is wished for, 'within' is the "
       "most\n"},
      {"within: 5 working days, source: p. 1", "aim: 5 days, from: opened, force: must",
       "10:38: 'aim' without 'within'; write the most it may take as 'within'; an aim alone is a text for 'what'\n"
       "10:52: 'from' without 'within'; write how long the stage has as 'within', or remove it\n"
       "10:67: 'force' without 'within'; write how long the stage has as 'within', or remove it\n"},
      {"source: p. 1", "force: may", "10:64: unknown force 'may'; write must, should or guide\n"},
      {"source: p. 1", "from: every stage",
       "10:63: 'every stage' in 'from'; only a duty's 'when' may be 'every stage'\n"},
      {"[1, 2]", "[]", "12:46: 'stages' is empty; write what belongs there, or remove it\n"},
      {"[1, 2]", "[1, 3]", "12:50: unknown stage '3'; the stages are 1 and 2\n"},
      {"[1, 2]", "[1, 2, 1]",
       "12:53: stage '1' is on route 'standard' twice; remove one: a case steps back to a stage with 'advance --to'\n"},
      {"[1, 2]", "[1, {one-of: [2, 1]}]",
       "12:63: stage '1' is on route 'standard' twice; remove one: a case steps back to a stage with 'advance --to'\n"},
      {"[1, 2]", "[1, {one-of: [2]}]",
       "12:59: 'one-of' with a single stage; name at least two, or write the stage alone\n"},
      {"[1, 2]", "[1, {optional: [2]}]", "12:61: 'optional' must be a text, not a list\n"},
      {"[1, 2]", "[1, {maybe: 2}]",
       "12:50: a rung is a stage, {one-of: [S, S]} or {optional: S}\n"
       "12:51: unknown key 'maybe' in a rung; the keys here are one-of and optional\n"},
      {"{standard: {title: Standard, stages: [1, 2]}}", "{}",
       "12:9: 'routes' is empty; write what belongs there, or remove it\n"},
  };
  for (const Replacement& row : rows) {
    INFO(row.to);
    CHECK(told_replacing(row.from, row.to) == row.told);
  }
}

TEST_CASE("what is wrong with roles and marks is said at its place") {
  const std::vector<Replacement> rows = {
      {"side: raising", "side: rasing", "8:35: unknown side 'rasing'; did you mean 'raising'?\n"},
      {", side: raising", "", "8:15: role 'lead' lacks 'side'; write 'side:' and its value there\n"},
      {"side: raising", "side: raising, by-agency: {polce: Sergeant}",
       "8:56: unknown kind of agency 'polce'; did you mean 'police'?\n"},
      {"side: raising", "side: raising, if-none: haed", "8:53: unknown role 'haed'; did you mean 'head'?\n"},
      {"side: raising", "side: raising, if-none: lead",
       "8:53: 'if-none' leads from role 'lead' back to itself; name another role, or remove it\n"},
      {"title: Lead", "title: Lead, for now",
       "8:29: 'for now' has no value; write 'key: value', and quote a text with a comma inside { }\n"},
  };
  for (const Replacement& row : rows) {
    INFO(row.to);
    CHECK(told_replacing(row.from, row.to) == row.told);
  }
  const std::string ring = replaced(replaced(small_policy, "side: raising", "side: raising, if-none: head"),
                                    "side: receiving", "side: receiving, if-none: lead");
  CHECK(lines_of(read_small(ring).faults) ==
        "8:53: 'if-none' leads from role 'lead' back to itself; "
        "lead and head stand in for each other: let one of them have no 'if-none'\n");
  CHECK(told_with("marks: {risk: {title: Risk, ask: always, if: rsk}}\n") ==
        "13:34: unknown ask 'always'; write at-open\n13:46: unknown mark or route 'rsk'; did you mean 'risk'?\n");
}

TEST_CASE("what is wrong with limits is said at its place") {
  const std::string limit = "limits: {both: {title: B, ";
  const std::vector<Addition> rows = {
      {limit + "within: 2 days}}\n", "13:16: limit 'both' lacks 'stages'; write 'stages:' and its value there\n"},
      {limit + "stages: [1]}}\n", "13:16: limit 'both' lacks 'within'; write 'within:' and its value there\n"},
      {limit + "stages: 1, within: 2 days}}\n", "13:35: 'stages' must be a list or 'all', not '1'; write [1]\n"},
      {limit + "stages: all, within: 2 days, from: [opend, entered 3, resolved 2, done x]}}\n",
       "13:63: unknown moment 'opend'; did you mean 'opened'?\n13:78: unknown stage '3'; the stages are 1 and 2\n"
       "13:98: unknown duty 'x'; this policy has no duties\n"},
      {limit + "stages: all, within: 2 days, from: [entered, 'entered  2', opened, opened]}}\n",
       "13:63: 'entered' of which stage?; write 'entered S'\n13:81: unknown stage ' 2'; the stages are 1 and 2\n"
       "13:94: 'opened' stands here twice; remove one of the two\n"},
      {limit + "stages: all, within: 2 days, aim: 48 hours}}\n", ""},
      {limit + "stages: all, within: 2 days, aim: 72 hours}}\n",
       "13:61: aim '72 hours' is not shorter than within '2 days'; 'aim' is wished for, 'within' is the most\n"},
      {limit + "stages: all, within: 1 week, aim: 7 days}}\n",
       "13:61: aim '7 days' is not shorter than within '1 week'; 'aim' is wished for, 'within' is the most\n"},
      {limit + "stages: all, within: 1 month, aim: 31 days}}\n", ""},
      {limit + "stages: all, within: 1 month, aim: 32 days}}\n",
       "13:62: aim '32 days' is not shorter than within '1 month'; 'aim' is wished for, 'within' is the most\n"},
      {limit + "stages: all, within: 2 days, aim: 20 working days}}\n",
       "13:61: aim '20 working days' is not shorter than within '2 days'; 'aim' is wished for, 'within' is the most\n"},
      {limit + "stages: all, within: 5 working days, aim: 1 month}}\n",
       "13:69: aim '1 month' is not shorter than within '5 working days'; 'aim' is wished for, 'within' is the most\n"},
      {limit + "stages: all, within: 5 working days, aim: 8 days}}\n", ""},
      {limit + "stages: all, within: 1 working day, aim: same working day}}\n", ""},
      {limit + "stages: all, within: same working day, aim: 1 working day}}\n",
       "13:71: aim '1 working day' is not shorter than within 'same working day'; 'aim' is wished for, 'within' is the "
       "most\n"},
      {limit + "stages: all, within: immediately, aim: 1 hours}}\n",
       "13:66: aim '1 hour' is not shorter than within 'immediately'; 'aim' is wished for, 'within' is the most\n"},
      {limit + "stages: all, within: agreed, aim: 1 hour}}\n", ""},
      {limit + "stages: all, within: 2 days, aim: agreed}}\n", "13:61: "},
      {"limits: {2: {title: B, stages: all, within: 2 days}}\n",
       "13:10: id '2' stands in both 'stages' and 'limits', first in line 11; choose another id for one of the two\n"},
      {"marks: {standard: {title: S}}\n",
       "13:9: id 'standard' stands in both 'marks' and 'routes', first in line 12; choose another id for one of the "
       "two\n"},
      {"contacts: {lead: {title: L}}\n",
       "13:12: id 'lead' stands in both 'roles' and 'contacts', first in line 8; choose another id for one of the "
       "two\n"},
      {"duties: {both: {what: W, when: opened}}\n" + limit + "stages: all, within: 2 days}}\n",
       "14:10: id 'both' stands in both 'limits' and 'duties', first in line 13; choose another id for one of the "
       "two\n"},
  };
  for (const Addition& row : rows) {
    INFO(row.more);
    const std::string told = told_with(row.more);
    CHECK((row.told == "13:61: " ? told.substr(0, 7) : told) == row.told);
  }
}

TEST_CASE("what is wrong with duties is said at its place") {
  const std::vector<Addition> rows = {
      {"duties: {d: {what: W}}\n", "13:13: duty 'd' lacks 'when'; write 'when:' and its value there\n"},
      {"duties: {d: {what: W, when: opened, by: lead, by-each: [head]}}\n",
       "13:56: 'by' and 'by-each' in one duty; 'by' is one act of all of them, 'by-each' one act each: keep one\n"},
      {"duties: {d: {what: W, when: opened, by: [owner, lead]}}\n",
       "13:42: unknown role 'owner'; the roles are lead and head\n"},
      {"duties: {d: {what: W, when: opened, do: tell}}\n",
       "13:41: unknown do 'tell'; write notify, inform, record, confirm, feed back, consult, convene, refer, respond, "
       "review, decide, recommend or report\n"},
      {"duties: {d: {what: W, when: opened, to: office, using: form, before: 3}}\n",
       "13:41: unknown role or contact 'office'; the roles and contacts are lead and head\n13:56: unknown form 'form'; "
       "this policy has no forms\n"
       "13:70: unknown stage '3'; the stages are 1 and 2\n"},
      {"duties: {d: {what: W, when: every stage, met-by: every stage, aim: 1 day}}\n",
       "13:50: 'every stage' in 'met-by'; only a duty's 'when' may be 'every stage'\n"
       "13:68: 'aim' without 'within'; write the most it may take as 'within'; an aim alone is a text for 'what'\n"},
      {"duties:\n  d:\n    what: W\n    when: [entered 1,\n      unresolved 7]\n",
       "17:18: unknown stage '7'; the stages are 1 and 2\n"},
      {"duties:\n  d:\n    what: W\n    when: \"entered 7\"\n", "16:20: unknown stage '7'; the stages are 1 and 2\n"},
  };
  for (const Addition& row : rows) {
    INFO(row.more);
    CHECK(told_with(row.more) == row.told);
  }
}

TEST_CASE("what is wrong with what is said, and with forms, is said at its place") {
  const std::vector<Addition> rows = {
      {"urgent: [{say: S}]\n", "13:10: this urgent entry lacks 'if'; write 'if:' and its value there\n"},
      {"urgent: {say: S}\n", "13:9: 'urgent' must be a list, not a map\n"},
      {"urgent: [{if: standard, say: S, enter: 9, contacts: [x]}]\n",
       "13:40: unknown stage '9'; the stages are 1 and 2\n13:54: unknown contact 'x'; this policy has no contacts\n"},
      {"advice: [A]\n",
       "13:10: this advice must be a map, not a text; write its keys below it, indented: 'key: value'\n"},
      {"advice: [{say: A, stages: [all]}]\n", ""},
      {"advice: [{say: A, stages: [all, 1]}]\n", "13:28: unknown stage 'all'; the stages are 1 and 2\n"},
      {"elsewhere: [{what: W}]\n",
       "13:13: this entry of 'elsewhere' lacks 'go-to'; write 'go-to:' and its value there\n"},
      {"forms: {f: {title: F}}\n", "13:12: form 'f' lacks 'fields'; write 'fields:' and its value there\n"},
      {"forms: {f: {title: F, template: ../f}}\n",
       "13:33: '../f' is no file name; write the name alone, without a folder\n"},
      {"forms: {f: {title: F, leave-out: [child, name], fields: [{label: L, fill: chld}, {label: M, fill: entered 5}, "
       "{fill: blank}]}}\n",
       "13:42: unknown reference 'name'; the references that may be left out are child and case\n13:75: unknown fill "
       "'chld'; did you mean 'child'?\n"
       "13:107: unknown stage '5'; the stages are 1 and 2\n13:111: this field lacks 'label'; write 'label:' and its "
       "value there\n"},
      {"forms: {f: {title: F, return-to: office, fields: [{label: L, fill: opened}]}}\n",
       "13:34: unknown contact 'office'; this policy has no contacts\n"
       "13:68: unknown fill 'opened'; did you mean 'opened-date'?\n"},
      {"contacts: {office: {title: O, fax: 1}}\n", "13:31: unknown key 'fax' in contact 'office'; "},
  };
  for (const Addition& row : rows) {
    INFO(row.more);
    CHECK(told_with(row.more).substr(0, row.told.size()) == row.told);
    CHECK(told_with(row.more).empty() == row.told.empty());
  }
}

TEST_CASE("all faults of a file are said, in file order, and there is no policy") {
  const PolicyReading reading =
      read_small(replaced(replaced(small_policy, "owner: head", "owner: haed"), "[1, 2]", "[1, 2, x]") +
                 "limit: {}\nadvice:\n  - say: A #1\n");
  CHECK_FALSE(reading.policy.has_value());
  CHECK(lines_of(reading.faults) ==
        "11:27: unknown role 'haed'; did you mean 'head'?\n"
        "12:53: unknown stage 'x'; the stages are 1 and 2\n"
        "13:1: unknown key 'limit' in the policy; did you mean 'limits'?\n"
        "15:12: '#1' would be dropped as a comment; put the whole text in double quotes, or a space after '#' if it is "
        "a comment\n");
  CHECK(reading.faults.front().excerpt == "  2: {title: Meet, owner: haed, within: 5 working days, source: p. 2}");
}

TEST_CASE("a file that is no policy at all is refused") {
  CHECK(lines_of(read_small("").faults).find("1:1: ") == 0);
  CHECK(lines_of(read_small("a: b\n").faults)
            .find("1:1: the policy lacks 'escalate'; write 'escalate:' and its value there\n") == 0);
  CHECK(lines_of(read_small(replaced(small_policy, "partnership", "id")).faults).find("4:1: ") == 0);
}

}  // namespace escalate::test

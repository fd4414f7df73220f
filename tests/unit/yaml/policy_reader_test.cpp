#include "yaml/policy_reader.hpp"

#include <catch2/catch.hpp>

#include "policy/digest.hpp"
#include "unit/support/places.hpp"
#include "unit/yaml/policy_support.hpp"

namespace escalate::test {
namespace {

const std::string full_policy = R"(escalate: policy/1
id: full
title: A full procedure
partnership: Example Partnership
edition: Version 2
in-force: {from: 2020-01-01, until: 2030-12-31, review-by: 2025-06-30}
edition-of: example
case-prefix: FULL
calendar: uk-any
count-from: deemed
source: The whole
words: [one, two]
reading: As it stands.
themes: {thresholds: Thresholds, other-theme: Other}
roles:
  lead: {title: Lead, side: raising, by-agency: {police: Sergeant, education: Teacher}, if-none: deputy}
  deputy: {title: Deputy, side: receiving}
  board: {title: Board, side: partnership, source: p. 0}
  adviser: {title: Adviser, side: other}
marks:
  risk: {title: A risk, ask: at-open, if: standard, unless: short}
contacts:
  office: {title: Office, email: office@example.org, telephone: 01234 567890, address: 1 Example Street, note: Mornings}
urgent:
  - {if: risk, unless: short, say: Act now., enter: [2, 3b], contacts: office, source: p. 1}
advice:
  - {say: Talk early., stages: [1], if: risk, contacts: [office], source: p. 2}
  - {say: Always., stages: all}
elsewhere:
  - {what: Complaints, go-to: The complaints procedure, contacts: office, source: p. 3}
stages:
  1:
    title: Talk
    what: They talk.
    owner: [lead, deputy]
    within: agreed, at most 10 working days
    aim: 5 working days
    from: [opened, risk]
    force: should
    if: risk
    source: p. 4
    words: within ten
    reading: Working days.
  2: {title: Meet, owner: board}
  3a: {title: Left}
  3b: {title: Right}
  4: {title: Perhaps}
routes:
  standard: {title: Standard, stages: [1, 2, {one-of: [3a, 3b]}, {optional: 4}]}
  short: {title: Short, stages: [1, 4], source: p. 5}
limits:
  whole: {title: The whole, stages: all, within: 1 month, force: guide, source: p. 6}
  pair:
    title: Two stages
    stages: [2, 3a]
    within: 10 working days or sooner
    from: [entered 2, unresolved 1, resolved 3b, resolved, done tell, halted, resumed, extended, risk]
    if: [risk, standard]
    unless: short
duties:
  tell:
    what: Tell them
    do: feed back
    by: [lead, deputy]
    to: [board, office]
    using: note-form
    when: [every stage, risk]
    met-by: resolved
    within: without delay
    before: [2, 3b]
    force: may
  each-tells: {what: Tell, by-each: [lead, deputy], when: opened, within: 3 days, aim: 1 day}
  owner-tells: {what: Tell, by: owner, when: unresolved 1}
forms:
  note-form:
    title: Notification
    fields:
      - {label: Date, fill: today}
      - {label: Since, fill: entered 3a}
      - {label: Told, fill: done tell}
    return-to: office
    leave-out: [child, case]
    note: By secure mail
    template: note.txt
)";

const Policy& full() {
  static const Policy policy = read_policy("policies/full.yaml", full_policy).policy.value();
  return policy;
}

template <typename List>
std::string words(const List& moments) {
  std::string text;
  for (const Moment& moment : moments) text += (text.empty() ? "" : ", ") + text_of(moment);
  return text;
}

using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("the small policy is read without faults") {
  const PolicyReading reading = read_small(small_policy);
  CHECK(lines_of(reading.faults) == "");
  CHECK(reading.policy->file == "policies/small.yaml");
  CHECK(reading.policy->count_from == CountFrom::receipt);
}

TEST_CASE("the head of a policy is read") {
  CHECK(lines_of(read_policy("full.yaml", full_policy).faults) == "");
  CHECK(full().title == "A full procedure");
  CHECK(full().edition == "Version 2");
  CHECK(iso(full().in_force.from.value()) == "2020-01-01");
  CHECK(iso(full().in_force.until.value()) == "2030-12-31");
  CHECK(iso(full().in_force.review_by.value()) == "2025-06-30");
  CHECK(full().edition_of == "example");
  CHECK(full().case_prefix == "FULL");
  CHECK(full().calendar == "uk-any");
  CHECK(full().count_from == CountFrom::deemed);
  CHECK(full().themes.at(1).second == "Other");
  CHECK(full().clause.words == Ids{"one", "two"});
  CHECK(full().clause.place.line == 1);
}

TEST_CASE("roles, marks and contacts are read") {
  const Role* lead = full().role("lead");
  CHECK(lead->side == Side::raising);
  CHECK(lead->by_agency.at(1) == std::pair<std::string, std::string>("education", "Teacher"));
  CHECK(lead->if_none == "deputy");
  CHECK(full().role("deputy")->side == Side::receiving);
  CHECK(full().role("board")->side == Side::partnership);
  CHECK(full().role("adviser")->side == Side::other);
  const MarkRule* risk = full().mark("risk");
  CHECK(risk->ask_at_open);
  CHECK(risk->conditions.if_any == Ids{"standard"});
  CHECK(risk->conditions.unless_any == Ids{"short"});
  CHECK(full().contact("office")->telephone == "01234 567890");
  CHECK(full().contact("office")->note == "Mornings");
}

TEST_CASE("what is urgent, advised and elsewhere is read") {
  const UrgentRule& urgent = full().urgent.at(0);
  CHECK(urgent.enter == Ids{"2", "3b"});
  CHECK(urgent.contacts == Ids{"office"});
  CHECK(urgent.conditions.unless_any == Ids{"short"});
  CHECK(full().advice.at(0).stages == Ids{"1"});
  CHECK(full().advice.at(1).stages.empty());
  CHECK(full().elsewhere.at(0).go_to == "The complaints procedure");
}

TEST_CASE("stages and routes are read in written order") {
  Ids stages;
  for (const Stage& stage : full().stages) stages.push_back(stage.id);
  CHECK(stages == Ids{"1", "2", "3a", "3b", "4"});
  CHECK(full().stage("1")->what == "They talk.");
  Ids owners;
  for (const StageOwner& owner : full().stage("1")->owner) owners.push_back(owner.role);
  CHECK(owners == Ids{"lead", "deputy"});
  CHECK(full().stage("1")->conditions.if_any == Ids{"risk"});
  const Route* route = full().route("standard");
  REQUIRE(route->rungs.size() == 4);
  CHECK(route->rungs[1].kind == Rung::Kind::one);
  CHECK(route->rungs[2].kind == Rung::Kind::one_of);
  CHECK(route->rungs[2].stages == Ids{"3a", "3b"});
  CHECK(route->rungs[3].kind == Rung::Kind::optional);
  CHECK(route->rungs[3].stages == Ids{"4"});
}

TEST_CASE("limits are the stages' own ones first, then those of the section") {
  Ids ids;
  for (const Limit& limit : full().limits) ids.push_back(limit.id);
  CHECK(ids == Ids{"stage-1", "whole", "pair"});
  const Limit* own = full().limit("stage-1");
  CHECK(own->own);
  CHECK(own->title == "Talk");
  CHECK(own->stages == Ids{"1"});
  CHECK(text_of(own->within) == "agreed, at most 10 working days");
  CHECK(text_of(own->aim.value()) == "5 working days");
  CHECK(words(own->from) == "opened, risk");
  CHECK(own->force == Force::should);
  CHECK(own->conditions.if_any.empty());
  CHECK(own->clause.source == "p. 4");
  CHECK(own->clause.place.line == 36);
  CHECK(full().stage("1")->clause.place.line == 32);
  CHECK(full().limit("whole")->whole_case);
  CHECK(full().limit("pair")->within.or_sooner);
  CHECK(words(full().limit("pair")->from) ==
        "entered 2, unresolved 1, resolved 3b, resolved, done tell, halted, resumed, extended, risk");
}

TEST_CASE("duties are read") {
  const Duty* tell = full().duty("tell");
  CHECK(tell->act == "feed back");
  CHECK(tell->by == Ids{"lead", "deputy"});
  CHECK(tell->to == Ids{"board", "office"});
  CHECK(tell->form == "note-form");
  CHECK(words(tell->when) == "every stage, risk");
  CHECK(words(tell->met_by) == "resolved");
  CHECK(tell->within->without_delay());
  CHECK(tell->before == Ids{"2", "3b"});
  CHECK(tell->force == Force::may);
  CHECK_FALSE(tell->each);
  CHECK(full().duty("each-tells")->each);
  CHECK(full().duty("each-tells")->by == Ids{"lead", "deputy"});
  CHECK(full().duty("owner-tells")->by_owner);
  CHECK(full().duty("owner-tells")->by.empty());
}

TEST_CASE("forms are read") {
  const Form* form = full().form("note-form");
  CHECK(form->fields.at(1).fill == "entered 3a");
  CHECK(form->return_to == "office");
  CHECK(form->leave_out == Ids{"child", "case"});
  CHECK(form->template_file == "note.txt");
}

TEST_CASE("quotations know where they stand") {
  const Policy policy = policy_with("advice:\n  - say: A\n    words:\n      - One.\n      - |\n        Two.\n");
  const Clause& clause = policy.advice.at(0).clause;
  CHECK(clause.words == Ids{"One.", "Two."});
  CHECK(clause.words_places.at(0).line == 16);
  CHECK(clause.words_places.at(1).line == 17);
  CHECK(clause.place.line == 14);
  CHECK(clause.place.file == "policies/small.yaml");
}

TEST_CASE("the digest is the pinned one, and does not see layout, sources and words") {
  const auto digest = [](const std::string& text) {
    return policy_digest(read_yaml("two-stage.yaml", text, Opinions::both).value().root);
  };
  CHECK(digest("{escalate: policy/1, id: two-stage, title: Two stages, stages: {1: {title: Talk, owner: [lead, head], "
               "within: 5 working days, source: p. 1}}}") == "8761bd820ce1e5d0");
  const std::string digest_of_small = read_small(small_policy).policy->digest;
  CHECK(read_small(replaced(small_policy, "source: p. 1", "words: x")).policy->digest == digest_of_small);
  CHECK(read_small("# c\n" + replaced(small_policy, "undated", "'undated'")).policy->digest == digest_of_small);
  CHECK(read_small(replaced(small_policy, "5 working", "6 working")).policy->digest != digest_of_small);
}

TEST_CASE("every policy of this repository is read without faults") {
  const std::string folder = test::in_repository("policies/");
  for (const std::string id : {"kent", "leeds-2019", "leeds-2022", "north-yorkshire", "wiltshire"}) {
    const std::string file = folder + id + ".yaml";
    const PolicyReading reading = read_policy(file, bytes_of(file));
    CHECK(lines_of(reading.faults) == "");
    CHECK(reading.policy.has_value());
  }
}

}  // namespace escalate::test

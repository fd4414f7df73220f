#include "unit/support/world.hpp"

#include "store/files.hpp"
#include "time/calendar.hpp"
#include "unit/support/places.hpp"
#include "unit/support/times.hpp"

namespace escalate::test {

World::World(std::string_view now) : context{env, {}} {
  env.now = instant(now);
  env.out = [this](std::string_view text) { out += text; };
  env.err = [this](std::string_view text) { err += text; };
  env.read_input = [this](std::size_t) -> Result<std::string> { return input; };
  env.read_line = [this](std::size_t) -> Result<std::optional<std::string>> {
    if (typed.empty()) return std::nullopt;
    std::string line = typed.front();
    typed.erase(typed.begin());
    return line;
  };
  env.random = [](std::size_t count) { return std::vector<unsigned char>(count, 7); };
  env.variable = [](const char*) { return std::nullopt; };
  env.working_directory = scratch.root();
}

void World::add_policy(const std::string& id, std::string_view yaml) const {
  scratch.put("policies/" + id + ".yaml", yaml);
}

void World::add_calendars() const {
  for (const std::string& name : calendar_files()) {
    const std::string below = "policies/calendars/" + name + ".yaml";
    scratch.put(below, store_test::bytes_of(test::in_repository(below)));
  }
}

void World::type(std::vector<std::string> lines) {
  typed = std::move(lines);
  env.input_is_terminal = env.output_is_terminal = env.error_is_terminal = true;
}

void World::leave_workspace() { env.working_directory = "/"; }

std::string_view sample_policy() {
  return R"(escalate: policy/1
id: test
title: Resolving disagreements
partnership: Example Partnership
edition: Second edition
edition-of: example
in-force: {from: 2020-01-01, review-by: 2026-01-01}
case-prefix: EX
calendar: england-and-wales
count-from: deemed
source: Title page
words: Resolving disagreements
reading: In force from its date.
themes: {thresholds: Thresholds of need}
roles:
  worker: {title: Worker with the concern, side: raising, by-agency: {police: Detective sergeant}, if-none: chair}
  manager: {title: Manager of the other agency, side: receiving}
  chair: {title: Chair of the partnership, side: partnership, source: p. 9, words: the Chair, reading: One chair.}
marks:
  letter: {title: The letter was received, ask: at-open}
  imminent-risk: {title: A child is at risk now}
urgent:
  - if: imminent-risk
    say: Ring the police now.
    enter: top
    contacts: [office]
    source: Section 1
    words: must be rung
advice:
  - say: Stay polite.
    stages: [talk]
    source: Section 2
elsewhere:
  - what: Whistleblowing
    go-to: The helpline
    contacts: office
    source: Section 3
stages:
  talk:
    title: Talk
    what: The two talk.
    owner: [worker, manager]
    within: 96 hours
    aim: 24 hours
    source: Section 4
    words: within 24 to 96 hrs
  meet-a: {title: Meeting A, owner: manager, if: letter, source: Section 5}
  meet-b: {title: Meeting B, owner: manager, source: Section 5}
  heads: {title: Heads, owner: chair, source: Section 6, within: 'agreed, at most 5 working days', force: should}
  top: {title: The top, owner: chair, source: Section 7}
routes:
  standard: {title: The usual way, stages: [talk, {one-of: [meet-a, meet-b]}, {optional: heads}, top]}
  short: {title: The short way, stages: [talk, top]}
limits:
  whole:
    title: All of it
    stages: all
    within: 1 month
    from: [opened, letter]
    force: guide
    unless: imminent-risk
    source: Section 8
    reading: One calendar month.
duties:
  keep-record: {what: Keep a record, do: record, by: owner, when: every stage, source: Section 9}
  tell: {what: Tell both, do: notify, by-each: [worker, manager], to: office, using: notice, when: entered top, within: 2 working days, aim: 1 working day, source: Section 9}
  consult: {what: Ask the chair, by: worker, to: chair, when: imminent-risk, before: top, met-by: entered top, source: Section 9}
  debrief: {what: Talk about it, by: owner, when: resolved, force: may, source: Section 9}
forms:
  notice:
    title: Notice
    source: Appendix
    return-to: office
    leave-out: child
    note: Keep it short.
    template: notice.mustache
    fields:
      - {label: Date of the notice, fill: today}
      - {label: Day of the top, fill: entered top}
contacts:
  office: {title: The office, email: office@example.org, telephone: 01234 567890, address: 1 Example Street, note: Mornings only, source: Appendix}
)";
}

}  // namespace escalate::test

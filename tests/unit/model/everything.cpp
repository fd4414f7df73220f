#include "unit/model/workshop.hpp"

namespace escalate::model {

std::string policy_of_everything(const std::string& id, const std::string& way, const std::string& calendar) {
  return "escalate: policy/1\nid: " + id + "\ncount-from: " + way + "\ncalendar: " + calendar + R"(
title: Everything the language has
partnership: Example Partnership
edition: undated
case-prefix: EV
office-hours: {monday-thursday: 09:00-17:00, friday: 09:00-16:30}
raise-by: {within: 28 days, from: decision}
roles:
  worker: {title: Worker, side: raising, if-none: lead}
  lead: {title: Lead, side: raising}
  manager: {title: Manager, side: receiving, by-agency: {police: Sergeant}}
  chair: {title: Chair, side: partnership}
marks:
  decision: {title: The decision was made, ask: at-open}
  minutes: {title: The minutes were received, ask: at-open, if: formal}
  risk: {title: A child is at risk}
  letter: {title: The letter was received}
  called: {title: A meeting is called, unless: risk}
urgent:
  - {if: risk, say: Ring now., enter: [4a, 4b]}
  - {if: called, unless: formal, say: Come.}
advice:
  - {say: Be kind., stages: ["1"], if: risk}
stages:
  1: {title: Talk, owner: [worker, manager], within: 96 hours, aim: 24 hours}
  2: {title: Managers, owner: manager, within: '5 working days or sooner', force: should}
  3a: {title: Heads, owner: [{role: manager, unless: risk}, {role: chair, if: risk}], within: agreed}
  3b: {title: Directors, owner: chair, within: 'agreed, at most 10 working days'}
  4a: {title: At once, owner: chair, if: risk, within: same working day}
  4b: {title: The panel, owner: chair, unless: risk, within: 2 weeks, from: [letter, entered 4b]}
  5: {title: The chair, owner: chair, within: without delay}
  6: {title: The executive, owner: chair, within: '24 hours, out of hours next working day'}
  f1: {title: Formal talk, owner: lead, within: 'as soon as possible, at most 3 days'}
  f2: {title: Formal meeting, owner: chair, within: immediately, if: called}
  f3: {title: Formal letter, owner: chair, within: 1 month, from: {latest-of: [decision, minutes]}}
routes:
  standard: {title: The usual way, stages: ["1", "2", {optional: 3a}, 3b, {one-of: [4a, 4b]}, "5", "6"]}
  formal: {title: The formal way, stages: [f1, {one-of: [f2, f3]}, "5", "6"]}
limits:
  whole: {title: The whole case, stages: all, within: 3 months, from: opened, force: guide}
  early: {title: The first stages, stages: ["1", "2", 3a], within: 12 working days, from: decision, unless: risk}
  at-risk: {title: At risk, stages: ["1", "2", 3a, 3b], within: 48 hours, if: risk, from: risk}
  middle: {title: The middle, stages: [3a, 3b, 4a, 4b], within: 10 working days, from: entered 3b}
  upper: {title: The upper stages, stages: [4a, 4b, "5", "6"], within: '20 working days or sooner', aim: 10 working days}
  answer: {title: An answer, stages: ["2"], within: next working day, from: done ask}
  last: {title: The end, stages: ["5", "6"], within: 7 days, from: {latest-of: [letter, done minutes-sent]}}
  paused: {title: After a pause, stages: all, within: 5 working days, from: resumed}
  again: {title: After the failure, stages: [3b, 4a, 4b, "5"], within: urgently, from: [unresolved 2, extended]}
  formal-all: {title: All of the formal way, stages: [f1, f2, f3], within: 6 weeks, if: formal}
duties:
  record: {what: Keep a record, do: record, by: owner, when: every stage}
  ask: {what: Ask the manager, by: worker, when: opened, within: same working day}
  tell: {what: Tell both, do: notify, by-each: [lead, manager], when: [entered 2, entered 3b, entered f2], within: 2 working days, aim: 1 working day}
  failed: {what: Notify that it failed, do: notify, by: lead, when: [unresolved 1, unresolved 2, unresolved 4b, unresolved 3a], within: 1 day}
  reply: {what: Reply, do: respond, by: manager, when: entered 2, within: 'agreed, at most 4 working days', met-by: [unresolved 2, resolved 2]}
  at-risk-lead: {what: Tell the lead, by: worker, when: risk, within: immediately}
  at-risk-chair: {what: Tell the chair, by: lead, when: [entered 3b, entered 5], if: risk, within: 4 hours}
  not-at-risk: {what: Say that there is none, by: lead, when: [entered 2, called], unless: risk, within: 3 days}
  formal-only: {what: Write formally, by: lead, when: opened, if: formal, within: 1 week}
  concur: {what: Agree to go on, by: lead, when: entered 1, before: "2", met-by: entered 2}
  meet: {what: Meet, by: chair, when: {latest-of: [letter, minutes]}, within: 'urgently, at most 1 week'}
  minutes-sent: {what: Send the minutes, by-each: [chair, lead], when: done meet, within: 15 working days}
  halt-reason: {what: Say why it is halted, by: lead, when: halted, within: next working day}
  go-on: {what: Go on, by: lead, when: halted, within: as soon as possible, met-by: [resumed, resolved, entered 2, entered 3b]}
  outcome: {what: Send the outcome, do: confirm, by: owner, when: resolved, within: 2 working days or sooner}
  report: {what: Report, do: report, by: chair, when: [resolved 5, resolved 6], within: 1 month}
  thanks: {what: Thank them, by: lead, when: resolved, force: may}
  longer: {what: Tell of the longer time, do: inform, by: lead, when: extended, within: 24 hours}
  come: {what: Come to the meeting, by: manager, when: called, before: "5", met-by: [entered 5, letter]}
)";
}

}  // namespace escalate::model

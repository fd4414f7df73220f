#include "unit/support/made_case.hpp"

#include <fstream>
#include <map>
#include <memory>
#include <sstream>
#include <stdexcept>

#include "unit/support/calendars.hpp"
#include "unit/support/places.hpp"
#include "unit/support/times.hpp"
#include "yaml/policy_reader.hpp"

namespace escalate::test {
namespace {

Policy read_or_throw(const std::string& file, const std::string& text) {
  PolicyReading reading = read_policy(file, text);
  std::string faults;
  for (const Fault& fault : reading.faults)
    if (fault.severity == Severity::error)
      faults += file + ":" + std::to_string(fault.place.line) + ": " + fault.text + "\n";
  if (!reading.policy) throw std::runtime_error(faults);
  return std::move(*reading.policy);
}

const Settings& no_settings() {
  static const Settings none;
  return none;
}

}  // namespace

const Policy& policy_called(const std::string& id) {
  static std::map<std::string, std::unique_ptr<const Policy>> read;
  auto& policy = read[id];
  if (!policy) {
    std::ifstream file(in_repository("policies/" + id + ".yaml"));
    std::stringstream text;
    text << file.rdbuf();
    policy = std::make_unique<const Policy>(read_or_throw("policies/" + id + ".yaml", text.str()));
  }
  return *policy;
}

Policy policy_of(const std::string& yaml) { return read_or_throw("policies/test.yaml", yaml); }

MadeCase::MadeCase(const Policy& policy, const std::string& at,
                   const std::vector<std::pair<std::string, std::string>>& marks, const std::string& route,
                   const std::string& to)
    : m_policy(policy) {
  Opened opened;
  opened.policy = policy.id;
  opened.policy_digest = policy.digest;
  opened.route = route.empty() ? policy.routes.front().id : route;
  opened.to = to;
  opened.child = "C-1";
  opened.raising = {"Example Primary School", "education"};
  opened.receiving = {"Example Children's Services", "social-care"};
  for (const auto& [mark, since] : marks)
    opened.marks.emplace_back(mark, since == "unknown" ? Since() : Since(stamp(since)));
  m_record.id = policy.case_prefix + "-2026-AAAAA";
  add(at, opened);
}

std::string MadeCase::add(const std::string& at, Body body) {
  std::vector<std::string> after;
  if (!m_record.events.empty()) after.push_back(m_record.events.back().id);
  return add_after(after, at, std::move(body));
}

std::string MadeCase::add_after(const std::vector<std::string>& after, const std::string& at, Body body) {
  Event event;
  event.id = "e" + std::to_string(m_record.events.size() + 1);
  event.at = stamp(at);
  event.by = "Designated safeguarding lead";
  event.logged = instant_of(event.at);
  event.after = after;
  event.body = std::move(body);
  m_record.events.push_back(event);
  return event.id;
}

std::string MadeCase::mark(const std::string& at, const std::string& mark, const std::string& since) {
  return add(at, Marked{mark, since == "unknown" ? Since() : Since(stamp(since)), std::nullopt});
}

std::string MadeCase::clear(const std::string& at, const std::string& mark) {
  return add(at, Marked{mark, std::nullopt, stamp(at)});
}

std::string MadeCase::resolve(const std::string& at) {
  return add(at, Resolved{replay(m_policy, m_record).stage, "agreed", "", ""});
}

std::string MadeCase::done(const std::string& at, const std::string& duty, const std::string& role) {
  const CaseState state = replay(m_policy, m_record);
  for (const Occurrence& one : state.occurrences)
    if (one.outstanding() && one.duty->id == duty && (role.empty() || one.role == role))
      return add(at, Done{duty, one.stage, one.of, one.role, "", ""});
  throw std::runtime_error("duty '" + duty + "' is not owed");
}

std::string MadeCase::run_of(const std::string& limit_or_duty) const {
  const CaseState state = replay(m_policy, m_record);
  for (const LimitStanding& limit : limits_of(state, m_policy, calendar_called(m_policy.calendar)))
    if (limit.limit->id == limit_or_duty) return limit.of;
  for (const Occurrence& one : state.occurrences)
    if (one.outstanding() && one.duty->id == limit_or_duty) return one.of;
  throw std::runtime_error("'" + limit_or_duty + "' does not run");
}

std::string MadeCase::agree(const std::string& at, const std::string& until, const std::string& limit_or_duty) {
  return add(at, Agreed{stamp(until), limit_or_duty, run_of(limit_or_duty), ""});
}

std::string MadeCase::extend(const std::string& at, const std::string& until, const std::string& limit_or_duty) {
  return add(at, Extended{stamp(until), limit_or_duty, run_of(limit_or_duty), "because", "Line manager"});
}

Subject MadeCase::subject() const {
  return {&m_record, &m_policy, &calendar_called(m_policy.calendar), &no_settings()};
}

Outlook MadeCase::at(const std::string& now, int within) const { return outlook_of(subject(), instant(now), within); }

Subject subject_with(const Case& before, const MadeCase& made) {
  Subject subject = made.subject();
  subject.record = &before;
  return subject;
}

std::string binding_line(const Outlook& outlook) {
  const LimitStanding* binding = outlook.binding();
  return outlook.is().stage + ": " + (binding ? iso(*binding->clock.due) + " (" + binding->limit->id + ")" : "none");
}

std::string limit_lines(const Outlook& outlook) {
  std::string lines;
  for (const LimitStanding& limit : outlook.limits) {
    const bool off = limit.state == LimitStanding::State::off;
    lines += limit.limit->id + " " + (off ? "off" : limit.clock.due ? iso(*limit.clock.due) : "-") + "\n";
  }
  return lines;
}

std::string duty_lines(const Outlook& outlook) {
  std::string lines;
  for (const DutyStanding& duty : outlook.duties) {
    const Occurrence& one = *duty.occurrence;
    if (!one.outstanding()) continue;
    lines += one.duty->id + " " + one.stage + (one.role.empty() ? "" : " " + one.role) + " " +
             (duty.clock.due ? iso(*duty.clock.due) : "-") + "\n";
  }
  return lines;
}

std::string alert_lines(const Outlook& outlook) {
  std::string lines;
  for (const Alert& alert : outlook.alerts)
    lines += word_of(alert.state) + " " + word_of(alert.kind) + " " + alert.id + "\n";
  return lines;
}

}  // namespace escalate::test

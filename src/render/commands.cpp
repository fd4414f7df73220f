#include "render/commands.hpp"

namespace escalate {

std::string command_line(const Outlook& outlook, const std::string& verb, const std::string& rest) {
  return "escalate " + verb + " " + outlook.subject.record->id + (rest.empty() ? "" : " " + rest);
}

std::string command_of(const Outlook& outlook, const NextStep& step) {
  const std::string route = step.route == outlook.is().route ? "" : " --route " + step.route;
  return command_line(outlook, "advance", "--to " + step.stage + route + " --because TEXT");
}

std::string last_command(const Outlook& outlook) {
  if (outlook.is().open()) return command_line(outlook, "resolve", "--outcome TEXT");
  if (outlook.is().standing != CaseStanding::resolved) return command_line(outlook, "note", "TEXT");
  for (const DutyStanding& duty : outlook.duties)
    if (keeps_open(duty)) return done_command(outlook, *duty.occurrence);
  return command_line(outlook, "close");
}

std::string done_command(const Outlook& outlook, const Occurrence& occurrence) {
  int owed = 0;  // times the duty is owed, and how often at this stage, and by this role there
  int at_stage = 0;
  for (const Occurrence& other : outlook.is().occurrences) {
    if (!other.outstanding() || other.duty != occurrence.duty) continue;
    ++owed;
    at_stage += other.stage == occurrence.stage ? 1 : 0;
  }
  const bool stage_needed = owed > at_stage && (occurrence.stage != outlook.is().stage || at_stage > 1);
  const bool role_needed = at_stage > 1 && !occurrence.role.empty();
  return command_line(outlook, "done",
                      occurrence.duty->id + (stage_needed ? " --stage " + occurrence.stage : "") +
                          (role_needed ? " --role " + occurrence.role : ""));
}

std::string command_for(const Outlook& outlook, const Alert& alert) {
  if (alert.duty) {
    const Occurrence& one = *alert.duty->occurrence;
    if (alert.state == AlertState::no_date && !alert.duty->clock.fault)
      return command_line(outlook, "agree", "DATE --for " + one.duty->id);
    return done_command(outlook, one);
  }
  if (alert.limit && alert.limit->clock.fault) return command_line(outlook, "explain");
  if (alert.state == AlertState::no_date && alert.limit)
    return command_line(outlook, "agree", "DATE --for " + alert.id);
  if (alert.state == AlertState::no_date) return command_line(outlook, "mark", alert.id + "=TIME");
  if (alert.id == "decided-twice") return command_line(outlook, "explain");
  if (alert.id == "halted" && alert.kind == AlertKind::case_as_a_whole && alert.state == AlertState::waiting)
    return command_line(outlook, "resume");
  if (outlook.next.empty()) return command_line(outlook, "resolve", "--outcome TEXT");
  return command_of(outlook, outlook.next.front());
}

}  // namespace escalate

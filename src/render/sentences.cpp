#include "render/sentences.hpp"

#include <algorithm>

#include "base/escape.hpp"
#include "base/suggest.hpp"
#include "engine/owners.hpp"
#include "render/layout.hpp"
#include "time/words.hpp"

namespace escalate {

std::string title_of_mark(const Policy& policy, const std::string& id) {
  const MarkRule* mark = policy.mark(id);
  return shown(mark ? mark->title : id);
}

namespace {

std::string force_words(Force force) {
  if (force == Force::should) return " (where possible)";
  if (force == Force::guide) return " (as a guide)";
  return force == Force::may ? " (if wanted)" : "";
}

bool any_unknown(const Outlook& outlook, const LimitStanding& limit) {
  return std::any_of(limit.limit->from.begin(), limit.limit->from.end(), [&](const Moment& moment) {
    return moment.kind == Moment::Kind::mark && not_known(*outlook.subject.policy, outlook.is(), moment.subject);
  });
}

std::string title_of(const Alert& alert) {
  if (alert.limit) return alert.limit->limit->own ? "This stage" : shown(alert.limit->limit->title);
  return alert.duty ? shown(alert.duty->occurrence->duty->what) : std::string();
}

std::string urgent_words(const Outlook& outlook, const std::string& mark, const std::vector<const UrgentRule*>& rules) {
  std::string text = title_of_mark(*outlook.subject.policy, mark) + ".";
  for (const UrgentRule* rule : rules) text += " " + shown(rule->say);
  return text;
}

/// Returns whether a duty arose because of a mark, as its moment or its condition.
bool arises_from(const Occurrence& one, const std::string& mark) {
  const auto& conditions = one.duty->conditions.if_any;
  return (one.moment.kind == Moment::Kind::mark && one.moment.subject == mark) ||
         std::find(conditions.begin(), conditions.end(), mark) != conditions.end();
}

std::string whole_case_words(const Outlook& outlook, const Alert& alert, Audience audience) {
  const Policy& policy = *outlook.subject.policy;
  if (alert.state == AlertState::urgent) return urgent_words(outlook, alert.id, alert.urgent);
  if (alert.state == AlertState::no_date) return title_of_mark(policy, alert.id) + ": the date is not known";
  if (alert.id == "decided-twice") return "decided twice, in two copies that were merged; settle which stands";
  if (alert.id == "halted") {
    const auto* halted = std::get_if<Halted>(&outlook.is().events[*outlook.is().halted].body);
    const std::string why = audience == Audience::at_the_desk && halted ? ": " + shown(halted->because) : "";
    return "halted for " + age_in_words(alert.age) + why;
  }
  return "no clock is running at " + stage_words(policy, alert.stage) + "; there " +
         (alert.age == 0 ? "since today" : "for " + age_in_words(alert.age));
}

std::string overdue_words(const Alert& alert) {
  const std::string ago = alert.age > 0 ? ", " + age_in_words(alert.age) + " ago" : ", today";
  const Due due = *alert.due;
  if (due.immediately) return "was due at once, " + in_words(due.when) + ago;
  return "was due " + by_words(due) + ago;
}

}  // namespace

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

std::string stage_words(const Policy& policy, const std::string& id) {
  const Stage* stage = policy.stage(id);
  return "stage " + shown(id) + (stage ? ", " + shown(stage->title) : "");
}

std::string moment_words(const Policy& policy, const Moment& moment) {
  switch (moment.kind) {
    case Moment::Kind::opened:
      return "the opening";
    case Moment::Kind::entered:
      return "entering stage " + moment.subject;
    case Moment::Kind::unresolved:
      return "stage " + moment.subject + " left unresolved";
    case Moment::Kind::resolved_at:
      return "the resolution at stage " + moment.subject;
    case Moment::Kind::resolved:
      return "the resolution";
    case Moment::Kind::done: {
      const Duty* duty = policy.duty(moment.subject);
      return "this being done: " + shown(duty ? duty->what : moment.subject);
    }
    case Moment::Kind::halted:
      return "the halt";
    case Moment::Kind::resumed:
      return "the resumption";
    case Moment::Kind::extended:
      return "the extension";
    case Moment::Kind::mark:
      return title_of_mark(policy, moment.subject);
    case Moment::Kind::every_stage:
      return "entering each stage";
  }
  return {};
}

std::string quoted_moment(const Policy& policy, const Moment& moment) {
  const std::string words = moment_words(policy, moment);
  return moment.kind == Moment::Kind::mark ? "'" + words + "'" : words;
}

std::string waited_for(const Policy& policy, const Moments& moments) {
  std::vector<std::string> words;
  for (const Moment& moment : moments) words.push_back(quoted_moment(policy, moment));
  return moments.latest_of ? "the later of " + and_list(words) : or_list(words);
}

std::string provisional_words(bool provisional) {
  return provisional ? " (provisional: the bank holidays of that year are not published yet)" : "";
}

std::string within_words(const Within& within, Force force) { return text_of(within) + force_words(force); }

namespace {

/// Says that the due in force was agreed or extended, before what the policy has.
std::string settled_words(const Outlook& outlook, const Clock& clock) {
  const auto in_force = [&](const std::optional<DueStatement>& statement) {
    return statement && clock.due && iso(*clock.due) == iso(Due{statement->until});
  };
  const auto on = [&](const DueStatement& statement) {
    return in_words(day_of(outlook.is().events[statement.event].at));
  };
  if (in_force(clock.extended)) return "extended on " + on(*clock.extended) + "; the policy has ";
  if (in_force(clock.agreed)) return "agreed on " + on(*clock.agreed) + "; the policy has ";
  return {};
}

}  // namespace

std::string counting_words(const Outlook& outlook, const LimitStanding& limit) {
  const Policy& policy = *outlook.subject.policy;
  const std::string words = settled_words(outlook, limit.clock) + within_words(limit.limit->within, limit.limit->force);
  if (!limit.clock.from)
    return words + " from " + waited_for(policy, limit.limit->from) +
           (any_unknown(outlook, limit) ? ", whose date is not known" : ", which has not happened");
  const std::string on = " (" + in_words(*limit.clock.from) + ")";
  if (limit.counted_from) return words + " from " + quoted_moment(policy, *limit.counted_from) + on;
  const std::string into = limit.limit->whole_case ? "the opening" : "coming into stage " + outlook.is().stage;
  const bool range = limit.limit->stages.size() > 1;
  return words + " from " + (range ? "coming into stages " + and_list(limit.limit->stages) : into) + on;
}

std::string due_words(const LimitStanding& limit) {
  if (limit.state == LimitStanding::State::off) return "does not apply now";
  if (limit.state == LimitStanding::State::not_started) return "not started";
  if (limit.clock.fault) return "no due: " + limit.clock.fault->text;
  if (limit.clock.due) return "due " + by_words(*limit.clock.due) + provisional_words(limit.clock.provisional);
  return limit.limit->within.without_delay() ? limit.limit->within.open->words : "no date agreed yet";
}

std::string due_words(const DutyStanding& duty) {
  if (duty.clock.fault) return "no due: " + duty.clock.fault->text;
  if (duty.clock.due) return by_words(*duty.clock.due) + provisional_words(duty.clock.provisional);
  const Duty& rule = *duty.occurrence->duty;
  if (rule.within) return rule.within->without_delay() ? rule.within->open->words : "no date agreed yet";
  if (duty.occurrence->after_resolution) return "now that the case is resolved";
  return duty.stage_over ? "was expected by the end of stage " + duty.occurrence->stage : "by the end of this stage";
}

std::string role_words(const Outlook& outlook, const std::string& id) {
  const Subject& subject = outlook.subject;
  const Role* role = subject.policy->role(id);
  const std::string* job = role ? job_here(id, *subject.policy, outlook.is(), *subject.settings) : nullptr;
  if (job) return shown(*job + " (" + role->title + ")");
  return shown(role ? role->title : id);
}

std::string owner_words(const Outlook& outlook, const std::vector<std::string>& roles) {
  if (roles.empty()) return "nobody named in the policy";
  const Subject& subject = outlook.subject;
  const std::string names = names_of_roles(roles, *subject.policy, outlook.is(), *subject.settings);
  const auto sides = sides_of(roles, *subject.policy);
  if (sides.empty()) return shown(names);
  return shown(names) + " (" + and_list(sides) + (sides.size() > 1 ? " sides)" : " side)");
}

std::string owed_words(const Outlook& outlook, const Occurrence& occurrence) {
  const Policy& policy = *outlook.subject.policy;
  std::string text = owner_words(outlook, owed_by(occurrence, policy, outlook.is()));
  std::vector<std::string> to;
  for (const std::string& id : occurrence.duty->to) {
    const Contact* contact = policy.contact(id);
    to.push_back(contact ? contact->title : name_of_role(id, policy, outlook.is(), *outlook.subject.settings));
  }
  if (!to.empty()) text += ", to " + shown(and_list(to));
  return text;
}

std::vector<std::string> contact_lines(const Policy& policy, const std::vector<std::string>& contacts) {
  std::vector<std::string> lines;
  for (const std::string& id : contacts) {
    const Contact* contact = policy.contact(id);
    if (!contact) continue;
    std::string line = shown(contact->title);
    for (const std::string& part : {contact->telephone, contact->email, contact->address})
      if (!part.empty()) line += ", " + shown(part);
    lines.push_back(line);
  }
  return lines;
}

std::string alert_words(const Outlook& outlook, const Alert& alert, Audience audience) {
  if (alert.kind == AlertKind::case_as_a_whole) return whole_case_words(outlook, alert, audience);
  const std::string title =
      title_of(alert) + force_words(alert.limit ? alert.limit->limit->force : alert.duty->occurrence->duty->force);
  const std::string provisional = provisional_words(alert.provisional);
  const std::string age = alert.age == 0 ? "since today" : "for " + age_in_words(alert.age);
  switch (alert.state) {
    case AlertState::overdue:
      return title + ": " + overdue_words(alert) + provisional;
    case AlertState::due_now:
      return title + ": due " + by_words(*alert.due);
    case AlertState::due_today:
    case AlertState::due_soon:
      return title + ": due " + by_words(*alert.due) + provisional;
    case AlertState::no_date:
      if (const auto& fault = (alert.limit ? alert.limit->clock : alert.duty->clock).fault)
        return title + ": no due can be worked out, " + fault->text;
      return title + ": no date agreed yet" + (alert.age == 0 ? "" : ", " + age);
    case AlertState::waiting: {
      const Within& within = alert.limit ? alert.limit->limit->within : *alert.duty->occurrence->duty->within;
      return title + ": " + within.open->words + ", waiting " + age;
    }
    default:
      return title + ": not done, expected " + (alert.age == 0 ? "by today" : age_in_words(alert.age) + " ago");
  }
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

std::vector<const MarkRule*> marks_not_set(const Outlook& outlook, WantedMarks wanted) {
  const Policy& policy = *outlook.subject.policy;
  const auto urgent = [&](const std::string& id) {
    return std::any_of(policy.urgent.begin(), policy.urgent.end(), [&](const UrgentRule& rule) {
      return std::find(rule.conditions.if_any.begin(), rule.conditions.if_any.end(), id) !=
             rule.conditions.if_any.end();
    });
  };
  std::vector<const MarkRule*> marks;
  for (const MarkRule& rule : policy.marks) {
    const auto mark = outlook.is().marks.find(rule.id);
    const bool set = mark != outlook.is().marks.end() && mark->second.holds;
    const bool here = holds(rule.conditions, outlook.is().marks, outlook.is().route);
    if (!set && here && (wanted == WantedMarks::all || urgent(rule.id))) marks.push_back(&rule);
  }
  return marks;
}

std::string left_undone(const Outlook& outlook) {
  const CaseState& state = outlook.is();
  std::string text;
  for (const Occurrence& one : state.occurrences) {
    const bool closed_with = state.standing == CaseStanding::closed && one.end == Occurrence::End::dropped &&
                             one.duty->force != Force::may && one.ended_by == state.chain.links.back().event;
    if (!closed_with) continue;
    if (text.empty()) text = "Left undone when it was closed:\n";
    text += wrapped(shown(one.duty->what) + " (stage " + one.stage + (one.role.empty() ? "" : ", " + one.role) + ")",
                    "  - ", "    ");
  }
  return text;
}

bool shown_as_urgent(const Outlook& outlook, const Occurrence& occurrence) {
  const auto urgent = urgent_marks(*outlook.subject.policy, outlook.is());
  return occurrence.outstanding() && std::any_of(urgent.begin(), urgent.end(), [&](const UrgentMark& one) {
           return arises_from(occurrence, one.mark);
         });
}

namespace {

/// Returns the duties that an urgent mark made arise, each with its command.
std::string urgent_duties(const Outlook& outlook, const std::string& mark) {
  std::string text;
  std::vector<std::string> commands;  // a duty owed twice in the same words is said once
  for (const Occurrence& one : outlook.is().occurrences) {
    const std::string command = done_command(outlook, one);
    const bool said = std::find(commands.begin(), commands.end(), command) != commands.end();
    if (said || !shown_as_urgent(outlook, one) || !arises_from(one, mark)) continue;
    commands.push_back(command);
    text += wrapped("Owed: " + shown(one.duty->what), "  ", "    ") + "    " + command + "\n";
  }
  return text;
}

}  // namespace

std::string urgent_block(const Outlook& outlook) {
  std::string text;
  for (const UrgentMark& urgent : urgent_marks(*outlook.subject.policy, outlook.is())) {
    text += wrapped("URGENT: " + urgent_words(outlook, urgent.mark, urgent.rules), "", "  ");
    for (const UrgentRule* rule : urgent.rules) {
      for (const std::string& contact : contact_lines(*outlook.subject.policy, rule->contacts))
        text += wrapped(contact, "  ", "    ");
      if (!rule->clause.source.empty() && rule->clause.source != "none")
        text += wrapped("(" + shown(rule->clause.source) + ")", "  ", "   ");
    }
    text += urgent_duties(outlook, urgent.mark);
  }
  return text;
}

}  // namespace escalate

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

std::string force_remark(Force force) {
  if (force == Force::should) return " (where possible)";
  if (force == Force::guide) return " (as a guide)";
  return force == Force::may ? " (if wanted)" : "";
}

namespace {

bool any_unknown(const Outlook& outlook, const LimitStanding& limit) {
  return std::any_of(limit.limit->from.begin(), limit.limit->from.end(), [&](const Moment& moment) {
    return moment.kind == Moment::Kind::mark && not_known(*outlook.subject.policy, outlook.is(), moment.subject);
  });
}

}  // namespace

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

std::string within_words(const Within& within, Force force) { return text_of(within) + force_remark(force); }

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

}  // namespace escalate

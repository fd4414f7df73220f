#include <algorithm>

#include "base/escape.hpp"
#include "render/layout.hpp"
#include "render/policy_phrases.hpp"
#include "render/sentences.hpp"
#include "render/timetable.hpp"
#include "time/words.hpp"

namespace escalate {
namespace {

std::string heading(const TimetableQuestion& question) {
  const Policy& policy = *question.policy;
  const Route* route = policy.route(question.route);
  return wrapped(shown(policy.title), "", "") +
         wrapped(shown(policy.partnership) + " (" + shown(policy.edition) + "), policy " + policy.id, "", "") + "\n" +
         wrapped("Route " + question.route + ", " + shown(route->title) + ", from " + in_words(question.start) +
                     ", with every limit used to the full.",
                 "", "");
}

std::string mark_line(const Policy& policy, const std::pair<std::string, Since>& given) {
  const MarkRule* mark = policy.mark(given.first);
  const std::string since =
      given.second ? "since " + in_words(*given.second) : "since when is unknown, so no limit counts from it";
  return wrapped("Mark " + given.first + " (" + shown(mark->title) + "): " + since + ".", "", "  ");
}

/// Returns a line for each mark that `open` would ask for here and that was not given.
std::string marks_not_given(const TimetableQuestion& question, const Marks& marks) {
  std::string text;
  for (const MarkRule& mark : question.policy->marks) {
    if (!mark.ask_at_open || marks.count(mark.id) || !holds(mark.conditions, marks, question.route)) continue;
    text += wrapped("Mark " + mark.id + " (" + shown(mark.title) +
                        ") is not given: limits that count from it wait. Give it with --mark " + mark.id + "=TIME.",
                    "", "  ");
  }
  return text;
}

std::string urgent_lines(const TimetableQuestion& question, const Marks& marks) {
  std::string text;
  for (const UrgentRule& rule : question.policy->urgent) {
    if (!holds(rule.conditions, marks, question.route)) continue;
    text += wrapped("URGENT: " + shown(rule.say), "", "  ");
    for (const std::string& contact : contact_lines(*question.policy, rule.contacts))
      text += wrapped(contact, "  ", "    ");
  }
  return text.empty() ? text : text + "\n";
}

std::string due_words(const TimetableLimit& limit, const Policy& policy) {
  if (limit.fault) return "no due time: " + shown(limit.fault->text);
  if (!limit.from) return "waits for " + moments_in_short(policy, limit.limit->from);
  if (limit.due) return "due " + short_words(*limit.due) + (limit.binding ? ", binds" : "");
  return limit.limit->within.without_delay() ? "no due time" : "no due time until one is agreed";
}

std::string limit_line(const TimetableLimit& limit, const Policy& policy) {
  const Limit& rule = *limit.limit;
  std::string text = rule.own ? "its own time" : rule.id + ", " + shown(rule.title);
  text += ": " + within_words(rule.within, rule.force);
  if (limit.from) text += ", from " + short_words(Due{*limit.from});
  text += "; " + due_words(limit, policy);
  if (limit.provisional) text += " (provisional)";
  if (limit.aim) text += "; aim " + short_words(*limit.aim);
  return wrapped(text, "  - ", "    ");
}

std::string stage_due(const TimetableStage& stage) {
  if (!stage.due) return "  no due time: the next stage is reckoned from the same time\n";
  const bool passed_before = day_of(*stage.due) < day_of(stage.entered);
  return "  due      " + short_words(*stage.due) +
         (passed_before ? ", before it is entered: the times do not fit together" : "") + "\n";
}

std::string stage_block(const TimetableStage& stage, const Policy& policy) {
  std::string text = "\n" + wrapped("Stage " + stage.stage + ": " + shown(policy.stage(stage.stage)->title), "", "  ");
  text += "  entered  " + short_words(Due{stage.entered}) + "\n" + stage_due(stage);
  for (const TimetableLimit& limit : stage.limits) text += limit_line(limit, policy);
  return text;
}

bool provisional(const Timetable& timetable) {
  return std::any_of(timetable.stages.begin(), timetable.stages.end(), [](const TimetableStage& stage) {
    return std::any_of(stage.limits.begin(), stage.limits.end(),
                       [](const TimetableLimit& limit) { return limit.provisional; });
  });
}

}  // namespace

std::string timetable_text(const Timetable& timetable) {
  const TimetableQuestion& question = timetable.question;
  const auto marks = marks_given(question.marks);
  std::string text = urgent_lines(question, marks) + heading(question);
  for (const auto& given : question.marks) text += mark_line(*question.policy, given);
  text += marks_not_given(question, marks);
  for (const TimetableStage& stage : timetable.stages) text += stage_block(stage, *question.policy);
  if (provisional(timetable))
    text += "\n" + wrapped("Provisional: GOV.UK has published bank holidays until " +
                               in_words(question.calendar->official_until) +
                               ". The later ones are worked out by rule, so these due times may still change.",
                           "", "");
  return text;
}

}  // namespace escalate

#include "base/escape.hpp"
#include "render/layout.hpp"
#include "render/policy_phrases.hpp"
#include "render/sentences.hpp"
#include "render/timetable.hpp"
#include "render/timetable_stages.hpp"
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

/// Returns `'stage-3b' (agreed, at most 10 working days, where possible)`, or what else sets when a stage ends.
std::string limit_in_short(const Limit* limit) {
  if (!limit) return "the start";
  const std::string force = force_words(limit->force);
  return "'" + limit->id + "' (" + text_of(limit->within) + (force.empty() ? "" : ", " + force) + ")";
}

std::string end_words(const std::string& stage, const Stamp& ends, const Limit* by) {
  return "stage " + stage + " ends " + short_words(Due{ends}) + " by " + limit_in_short(by);
}

std::string collision_lines(const Collision& one) {
  std::string text = limit_in_short(one.limit) + " is due " + short_words(one.due) +
                     ". With every other limit used in full, " + end_words(one.last_stage, one.last_ends, one.last_by) +
                     ".";
  if (one.stage != one.last_stage)
    text += " The first to end too late: " + end_words(one.stage, one.ends, one.by) + ".";
  return wrapped(text, "  - ", "    ");
}

std::string collisions_part(const std::vector<Collision>& collisions) {
  if (collisions.empty()) return {};
  std::string text = "\nWarning: these times do not fit together from this start\n";
  for (const Collision& one : collisions) text += collision_lines(one);
  return text + wrapped("The earliest due binds, so nothing is lost; tell the partnership.", "  ", "  ");
}

}  // namespace

std::string timetable_text(const Timetable& timetable) {
  const TimetableQuestion& question = timetable.question;
  const auto marks = marks_given(question.marks);
  std::string text = urgent_lines(question, marks) + heading(question);
  for (const auto& given : question.marks) text += mark_line(*question.policy, given);
  text += marks_not_given(question, marks);
  const auto& stages = timetable.stages;
  for (const TimetableStage& stage : stages)
    text += stage_block(stage, *question.policy, &stage == &stages.back() ? Above::nothing : Above::next_stage);
  return text + collisions_part(timetable.collisions) + provisional_note(stages, *question.calendar);
}

}  // namespace escalate

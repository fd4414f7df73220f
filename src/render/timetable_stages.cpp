#include "render/timetable_stages.hpp"

#include <algorithm>

#include "base/escape.hpp"
#include "base/suggest.hpp"
#include "render/layout.hpp"
#include "render/policy_phrases.hpp"
#include "render/sentences.hpp"
#include "time/words.hpp"

namespace escalate {
namespace {

using Settled = TimetableLimit::Settled;

std::string why_no_due(const TimetableLimit& limit, const Policy& policy) {
  if (limit.fault) return shown(limit.fault->text);
  if (!limit.from) return "waits for " + moments_in_short(policy, limit.limit->from);
  return limit.nothing_agreed ? "nothing agreed" : limit.limit->within.open->words;
}

std::string due_words(const TimetableLimit& limit, const Policy& policy) {
  if (limit.due) {
    const std::string settled = limit.settled == Settled::agreed     ? ", as agreed"
                                : limit.settled == Settled::extended ? ", as extended"
                                                                     : "";
    return "due " + short_words(*limit.due) + settled + (limit.binding ? ", binds" : "");
  }
  return limit.from ? "no date: " + why_no_due(limit, policy) : why_no_due(limit, policy);
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

/// Says that a limit which began before the stage leaves it no day; empty where it does.
std::string squeezed(const TimetableStage& stage) {
  for (const TimetableLimit& one : stage.limits) {
    if (!one.binding || day_of(*one.from) >= day_of(stage.entered)) continue;
    const std::string limit = ": '" + one.limit->id + "' ";
    if (day_of(*one.due) < day_of(stage.entered)) return ", before it is entered" + limit + "has run out by then";
    if (day_of(*one.due) == day_of(stage.entered)) return limit + "leaves it no more time";
  }
  return {};
}

std::string stage_due(const TimetableStage& stage, const Policy& policy, Above above) {
  if (!stage.due)
    return wrapped("no date: " + why_no_date(stage, policy) +
                       (above == Above::next_stage ? "; the next stage is reckoned from the same time" : ""),
                   "  due      ", std::string(11, ' '));
  return "  due      " + short_words(*stage.due) + squeezed(stage) + "\n";
}

Json json_of(const TimetableLimit& limit) {
  Json json;
  json["limit"] = limit.limit->id;
  json["from"] = stamp_or_null(limit.from);
  json["due"] = due_or_null(limit.due);
  json["binding"] = limit.binding;
  json["provisional"] = limit.provisional;
  return json;
}

}  // namespace

std::string why_no_date(const TimetableStage& stage, const Policy& policy) {
  std::vector<std::string> reasons;
  for (const TimetableLimit& limit : stage.limits) {
    const std::string why = limit.due ? "" : why_no_due(limit, policy);
    if (!why.empty() && std::find(reasons.begin(), reasons.end(), why) == reasons.end()) reasons.push_back(why);
  }
  return reasons.empty() ? "no limit runs there" : and_list(reasons);
}

std::string stage_block(const TimetableStage& stage, const Policy& policy, Above above, const std::string& said) {
  const Stage* rule = policy.stage(stage.stage);
  std::string text =
      "\n" + wrapped("Stage " + shown(stage.stage) + (rule ? ": " + shown(rule->title) : "") + said, "", "  ");
  text += "  entered  " + short_words(Due{stage.entered}) + (stage.earliest ? ", at the earliest" : "") + "\n";
  text += stage_due(stage, policy, above);
  for (const TimetableLimit& limit : stage.limits) text += limit_line(limit, policy);
  return text;
}

std::string provisional_note(const std::vector<TimetableStage>& stages, const Calendar& calendar) {
  const bool any = std::any_of(stages.begin(), stages.end(), [](const TimetableStage& stage) {
    const auto provisional = [](const auto& one) { return one.provisional; };
    return std::any_of(stage.limits.begin(), stage.limits.end(), provisional) ||
           std::any_of(stage.duties.begin(), stage.duties.end(), provisional);
  });
  if (!any) return {};
  return "\n" + wrapped("Provisional: GOV.UK has published bank holidays until " + in_words(calendar.official_until) +
                            ". The later ones are worked out by rule, so these due times may still change.",
                        "", "");
}

Faults problems_of(const std::vector<TimetableStage>& stages) {
  Faults problems;
  for (const TimetableStage& stage : stages)
    for (const TimetableLimit& limit : stage.limits)
      if (limit.fault)
        problems.push_back({Severity::error,
                            limit.limit->clause.place,
                            "stage '" + stage.stage + "', limit '" + limit.limit->id + "': " + limit.fault->text,
                            limit.fault->help,
                            {}});
  return problems;
}

Json json_of(const TimetableStage& stage) {
  Json json;
  json["stage"] = stage.stage;
  json["entered"] = iso(stage.entered);
  json["earliest"] = stage.earliest;
  json["due"] = due_or_null(stage.due);
  json["limits"] = Json::array();
  for (const TimetableLimit& limit : stage.limits) json["limits"].push_back(json_of(limit));
  return json;
}

}  // namespace escalate

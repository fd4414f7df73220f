#include <algorithm>
#include <map>

#include "base/escape.hpp"
#include "base/suggest.hpp"
#include "render/layout.hpp"
#include "render/policy_parts.hpp"
#include "render/policy_phrases.hpp"
#include "render/sentences.hpp"

namespace escalate {
namespace {

std::string time_words(const Limit& limit, const Policy& policy) {
  std::string text = within_words(limit.within, limit.force);
  if (!limit.own && limit.stages.size() > 1) text += ", over " + stages_words(limit.stages) + " together";
  if (!limit.from.empty()) text += ", from " + moments_in_short(policy, limit.from);
  const std::string conditions = conditions_words(limit.conditions);
  if (!conditions.empty()) text += "; " + conditions;
  return limit.own ? text : text + " (" + limit.id + ")";
}

std::string times(const std::string& stage, const Policy& policy) {
  std::string text;
  for (const Limit& limit : policy.limits) {
    if (limit.whole_case || !limit.covers(stage)) continue;
    text += row(text.empty() ? "Time" : "", time_words(limit, policy));
    if (limit.aim) text += continued("aim: " + text_of(*limit.aim));
  }
  return text.empty() ? row("Time", "none of its own") : text;
}

/// Returns when within its stage a duty arises; empty for its beginning.
std::string stage_moment(const Moment& moment) {
  if (moment.kind == Moment::Kind::unresolved) return "when it is left unresolved here";
  return moment.kind == Moment::Kind::resolved_at ? "when it is resolved here" : "";
}

std::string in_short(const Duty& duty, const Policy& policy, const std::string& moment) {
  std::string text = shown(duty.what) + " (" + duty.id + "): " + debtors(policy, duty);
  if (!duty.to.empty()) text += ", to " + titles(policy, duty.to);
  if (!moment.empty()) text += "; " + moment;
  if (duty.within) text += "; " + within_words(*duty.within, duty.force);
  if (duty.aim) text += "; aim " + text_of(*duty.aim);
  if (!duty.within && duty.force != Force::must) text += "; " + force_words(duty.force);
  const std::string conditions = conditions_words(duty.conditions);
  return conditions.empty() ? text : text + "; " + conditions;
}

bool belongs_to_a_stage(const Moment& moment) {
  return moment.kind == Moment::Kind::entered || moment.kind == Moment::Kind::unresolved ||
         moment.kind == Moment::Kind::resolved_at;
}

std::vector<std::string> owed_at(const std::string& stage, const Policy& policy) {
  std::vector<std::string> duties;
  for (const Duty& duty : policy.duties)
    for (const Moment& moment : duty.when)
      if (belongs_to_a_stage(moment) && moment.subject == stage)
        duties.push_back(in_short(duty, policy, stage_moment(moment)));
  return duties;
}

std::vector<std::string> owed_before(const std::string& stage, const Policy& policy) {
  std::vector<std::string> duties;
  for (const Duty& duty : policy.duties)
    if (std::count(duty.before.begin(), duty.before.end(), stage))
      duties.push_back(in_short(duty, policy, "arises at " + moments_in_short(policy, duty.when)));
  return duties;
}

std::string owner_rows(const Stage& stage, const Policy& policy) {
  std::string text;
  for (const StageOwner& owner : stage.owner) {
    const std::string conditions = conditions_words(owner.conditions);
    text += row(text.empty() ? "Who" : "", (text.empty() ? "" : "and ") + role_words(policy, owner.role) +
                                               (conditions.empty() ? "" : "; " + conditions));
  }
  return text.empty() ? row("Who", "nobody named") : text;
}

std::string heading(const Stage& stage, const Rung& rung) {
  std::string text = "Stage " + stage.id;
  if (rung.kind == Rung::Kind::optional) text += " (may be passed over)";
  if (rung.kind == Rung::Kind::one_of) text += " (one of " + and_list(rung.stages) + ")";
  return wrapped(text + ": " + shown(stage.title), "", "  ");
}

std::string stage_block(const Stage& stage, const Policy& policy) {
  std::string text = stage.what.empty() ? "" : wrapped(printable(stage.what), "  ", "  ");
  text += owner_rows(stage, policy) + row("Choose", conditions_words(stage.conditions)) + times(stage.id, policy);
  return text + list_rows("Before", owed_before(stage.id, policy)) + list_rows("Owed", owed_at(stage.id, policy)) +
         notes(stage.clause);
}

/// Stages already told, and on which route.
using Told = std::map<std::string, std::string>;

std::string rung_blocks(const Rung& rung, const Route& route, const Policy& policy, Told& told) {
  std::string text;
  for (const std::string& id : rung.stages) {
    const Stage* stage = policy.stage(id);
    if (!stage) continue;
    const auto first = told.emplace(id, route.id);
    text += "\n" + heading(*stage, rung);
    text += first.second ? stage_block(*stage, policy) : "  as on route " + first.first->second + "\n";
  }
  return text;
}

}  // namespace

std::string ladder_part(const Policy& policy) {
  std::string text;
  Told told;
  for (const Route& route : policy.routes) {
    const std::string first = &route == &policy.routes.front() && policy.routes.size() > 1 ? ", the default" : "";
    text += section("ROUTE " + route.id + first);
    text += wrapped(shown(route.title), "", "") + notes(route.clause);
    for (const Rung& rung : route.rungs) text += rung_blocks(rung, route, policy, told);
  }
  for (const Stage& stage : policy.stages)
    if (!told.count(stage.id)) text += section("ON NO ROUTE") + heading(stage, {}) + stage_block(stage, policy);
  return text;
}

std::string every_stage_part(const Policy& policy) {
  std::vector<std::string> owed;
  for (const Duty& duty : policy.duties)
    for (const Moment& moment : duty.when)
      if (moment.kind == Moment::Kind::every_stage) owed.push_back(in_short(duty, policy, {}));
  return owed.empty() ? std::string() : section("AT EVERY STAGE") + list_rows("Owed", owed);
}

}  // namespace escalate

#include <algorithm>

#include "base/escape.hpp"
#include "render/layout.hpp"
#include "render/policy_parts.hpp"
#include "render/policy_phrases.hpp"
#include "render/sentences.hpp"

namespace escalate {
namespace {

std::string limit_block(const Limit& limit, const Policy& policy) {
  std::string text = wrapped(limit.id + ": " + shown(limit.title), "", "  ");
  text += row("Covers", limit.whole_case ? "the whole case, until it is resolved" : stages_words(limit.stages));
  text += row("Time", within_words(limit.within, limit.force));
  const std::string into = limit.whole_case ? "the opening" : "coming into these stages";
  text += row("From", limit.from.empty() ? into : moments_in_full(policy, limit.from));
  if (limit.aim) text += row("Aim", text_of(*limit.aim));
  return text + row("Applies", conditions_words(limit.conditions)) + notes(limit.clause);
}

/// Returns by when a duty without a time is expected (LANGUAGE.md 14).
std::string expected(const Duty& duty) {
  const auto after_the_end = [](const Moment& moment) {
    return moment.kind == Moment::Kind::resolved || moment.kind == Moment::Kind::resolved_at;
  };
  if (std::all_of(duty.when.begin(), duty.when.end(), after_the_end)) return "once it is resolved";
  const bool any = std::any_of(duty.when.begin(), duty.when.end(), after_the_end);
  return any ? "by the end of its stage, or once it is resolved" : "by the end of its stage";
}

/// Returns the time of a duty, or what stands in for one.
std::string duty_time(const Duty& duty) {
  if (duty.within) return within_words(*duty.within, duty.force);
  if (duty.force == Force::may) return "none; " + force_words(duty.force);
  return "none; expected " + expected(duty) + (duty.force == Force::must ? "" : ", " + force_words(duty.force));
}

std::string form_words(const Policy& policy, const std::string& id) {
  if (id.empty()) return {};
  const Form* form = policy.form(id);
  return form ? shown(form->title) + " (" + id + ")" : shown(id);
}

std::string duty_block(const Duty& duty, const Policy& policy) {
  std::string text = wrapped(duty.id + ": " + shown(duty.what), "", "  ");
  text += row("Act", duty.act);
  text += row("By", debtors(policy, duty)) + row("To", titles(policy, duty.to));
  text += row("When", moments_in_full(policy, duty.when)) + row("Time", duty_time(duty));
  if (duty.aim) text += row("Aim", text_of(*duty.aim));
  text += row("Form", form_words(policy, duty.form));
  if (!duty.before.empty()) text += row("Before", stages_words(duty.before));
  if (!duty.met_by.empty()) text += row("Met by", moments_in_full(policy, {duty.met_by, false}));
  return text + row("Applies", conditions_words(duty.conditions)) + notes(duty.clause);
}

}  // namespace

std::string limits_part(const Policy& policy) {
  std::vector<std::string> blocks;
  for (const Limit& limit : policy.limits)
    if (!limit.own) blocks.push_back(limit_block(limit, policy));
  return part("LIMITS OVER SEVERAL STAGES OR THE WHOLE CASE", blocks);
}

std::string duties_part(const Policy& policy) {
  std::vector<std::string> blocks;
  for (const Duty& duty : policy.duties) blocks.push_back(duty_block(duty, policy));
  return part("DUTIES", blocks);
}

}  // namespace escalate

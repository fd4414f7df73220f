#include "engine/known_words.hpp"

#include "base/id.hpp"
#include "base/suggest.hpp"
#include "time/quote.hpp"

namespace escalate {
namespace {

/// Refuses `typed`, which is no `what` of the policy; `known` are those it has.
tl::unexpected<Failure> unknown(const Policy& policy, const std::string& what, const std::string& typed,
                                const std::vector<std::string>& known) {
  const std::string all = known.empty() ? "it has no " + what + "s" : "its " + what + "s are " + and_list(known);
  return fail(ExitCode::refused, "the policy '" + policy.id + "' has no " + what + " " + in_quotes(typed),
              did_you_mean(typed, known, all));
}

}  // namespace

Result<void> known_stage(const Policy& policy, const std::string& typed) {
  if (policy.stage(typed)) return {};
  return unknown(policy, "stage", typed, ids_of(policy.stages));
}

Result<void> known_route(const Policy& policy, const std::string& typed) {
  if (policy.route(typed)) return {};
  return unknown(policy, "route", typed, ids_of(policy.routes));
}

Result<void> known_mark(const Policy& policy, const std::string& typed) {
  if (policy.mark(typed)) return {};
  return unknown(policy, "mark", typed, ids_of(policy.marks));
}

Result<void> known_duty(const Policy& policy, const std::string& typed) {
  if (policy.duty(typed)) return {};
  const auto ids = ids_of(policy.duties);
  return fail(ExitCode::refused, "the policy '" + policy.id + "' has no duty " + in_quotes(typed),
              did_you_mean(typed, ids, "see: escalate policy show " + policy.id));
}

Result<void> known_limit_or_duty(const Policy& policy, const std::string& typed) {
  if (policy.limit(typed) || policy.duty(typed)) return {};
  auto ids = ids_of(policy.limits);
  for (const Duty& duty : policy.duties) ids.push_back(duty.id);
  return fail(ExitCode::refused, "the policy '" + policy.id + "' has no limit or duty " + in_quotes(typed),
              did_you_mean(typed, ids, "see: escalate policy show " + policy.id));
}

Result<std::string> role_called(const Policy& policy, const std::string& typed) {
  for (const Role& role : policy.roles)
    if (typed.empty() || role.id == typed || role.title == typed) return typed.empty() ? typed : role.id;
  return unknown(policy, "role", typed, ids_of(policy.roles));
}

}  // namespace escalate

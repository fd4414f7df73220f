#include "policy/editions.hpp"

#include "policy/check_parts.hpp"
#include "time/words.hpp"

namespace escalate {
namespace {

Fault warning(const Policy& policy, const std::string& text) {
  return warning_at(policy.clause, "'" + policy.id + "' " + text, "it is used all the same, because it was named");
}

}  // namespace

std::optional<Date> superseded_on(const Policy& policy, const std::vector<const Policy*>& editions) {
  std::optional<Date> next;
  for (const Policy* other : editions) {
    if (policy.edition_of.empty() || other->edition_of != policy.edition_of || other->id == policy.id) continue;
    if (!other->in_force.from || (policy.in_force.from && *other->in_force.from <= *policy.in_force.from)) continue;
    if (!next || *other->in_force.from < *next) next = other->in_force.from;
  }
  return next;
}

const Policy* edition_on(std::string_view name, const std::vector<const Policy*>& policies, Date day) {
  const Policy* in_force = nullptr;
  for (const Policy* policy : policies) {
    if (policy->edition_of != name) continue;
    const bool begun = !policy->in_force.from || *policy->in_force.from <= day;
    const bool ended = policy->in_force.until && *policy->in_force.until < day;
    if (begun && !ended && (!in_force || in_force->in_force.from < policy->in_force.from)) in_force = policy;
  }
  return in_force;
}

std::optional<Fault> not_in_force(const Policy& policy, const std::vector<const Policy*>& editions, Date day) {
  if (policy.in_force.from && day < *policy.in_force.from)
    return warning(policy, "is not in force before " + in_words(*policy.in_force.from));
  if (policy.in_force.until && day > *policy.in_force.until)
    return warning(policy, "was in force until " + in_words(*policy.in_force.until) + ", and is no longer");
  const auto next = superseded_on(policy, editions);
  if (next && *next <= day) return warning(policy, "has been followed by a newer edition since " + in_words(*next));
  return std::nullopt;
}

}  // namespace escalate

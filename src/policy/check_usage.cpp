#include <fmt/format.h>

#include <set>

#include "policy/check_parts.hpp"

namespace escalate {
namespace {

using Ids = std::set<std::string, std::less<>>;

void use(Ids& used, const std::vector<std::string>& ids) { used.insert(ids.begin(), ids.end()); }

void use(Ids& used, const Conditions& conditions) {
  use(used, conditions.if_any);
  use(used, conditions.unless_any);
}

template <typename List>
void use_marks(Ids& used, const List& moments) {
  for (const Moment& moment : moments)
    if (moment.kind == Moment::Kind::mark) used.insert(moment.subject);
}

/// Roles and contacts share their ids.
Ids used_roles_and_contacts(const Policy& policy) {
  Ids used;
  for (const Role& role : policy.roles)
    if (role.if_none != role.id) used.insert(role.if_none);
  for (const Stage& stage : policy.stages)
    for (const StageOwner& owner : stage.owner) used.insert(owner.role);
  for (const Duty& duty : policy.duties) {
    use(used, duty.by);
    use(used, duty.to);
  }
  for (const UrgentRule& urgent : policy.urgent) use(used, urgent.contacts);
  for (const Advice& advice : policy.advice) use(used, advice.contacts);
  for (const Elsewhere& elsewhere : policy.elsewhere) use(used, elsewhere.contacts);
  for (const Form& form : policy.forms) used.insert(form.return_to);
  return used;
}

/// Marks that something follows from; that they are asked for is no use in itself.
Ids used_marks(const Policy& policy) {
  Ids used;
  for (const MarkRule& mark : policy.marks) use(used, mark.conditions);
  for (const UrgentRule& urgent : policy.urgent) use(used, urgent.conditions);
  for (const Advice& advice : policy.advice) use(used, advice.conditions);
  for (const Stage& stage : policy.stages) {
    use(used, stage.conditions);
    for (const StageOwner& owner : stage.owner) use(used, owner.conditions);
  }
  if (policy.raise_by) use_marks(used, policy.raise_by->from);
  for (const Limit& limit : policy.limits) {
    use(used, limit.conditions);
    use_marks(used, limit.from);
  }
  for (const Duty& duty : policy.duties) {
    use(used, duty.conditions);
    use_marks(used, duty.when);
    use_marks(used, duty.met_by);
  }
  return used;
}

Ids used_forms(const Policy& policy) {
  Ids used;
  for (const Duty& duty : policy.duties) used.insert(duty.form);
  return used;
}

template <typename Entries>
void warn_unused(const Entries& entries, const char* what, const Ids& used, const char* help, Faults& faults) {
  for (const auto& entry : entries)
    if (used.count(entry.id) == 0)
      faults.push_back(warning_at(entry.clause, fmt::format("{} '{}' is never used", what, entry.id), help));
}

}  // namespace

Faults unused_entries(const Policy& policy) {
  Faults faults;
  const Ids people = used_roles_and_contacts(policy);
  warn_unused(policy.roles, "role", people, "no stage or duty names it", faults);
  warn_unused(policy.contacts, "contact", people, "nothing prints it", faults);
  warn_unused(policy.marks, "mark", used_marks(policy), "no limit, duty or urgent entry depends on it", faults);
  warn_unused(policy.forms, "form", used_forms(policy), "no duty is 'using' it", faults);
  return faults;
}

}  // namespace escalate

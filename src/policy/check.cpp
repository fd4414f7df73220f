#include "policy/check.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/fault_order.hpp"
#include "base/id.hpp"
#include "policy/check_parts.hpp"

namespace escalate {
namespace {

void append(Faults& faults, Faults more) {
  for (Fault& fault : more) faults.push_back(std::move(fault));
}

void check_source(const Clause& clause, const std::string& entry, Faults& faults) {
  if (clause.source.empty())
    faults.push_back(warning_at(clause, entry + " has no 'source'",
                                "write where the document says so, or 'source: none' where it does not"));
}

Faults without_source(const Policy& policy) {
  Faults faults;
  for (const UrgentRule& urgent : policy.urgent) check_source(urgent.clause, "this urgent entry", faults);
  for (const Advice& advice : policy.advice) check_source(advice.clause, "this advice", faults);
  for (const Elsewhere& elsewhere : policy.elsewhere)
    check_source(elsewhere.clause, "this entry of 'elsewhere'", faults);
  for (const Stage& stage : policy.stages) check_source(stage.clause, fmt::format("stage '{}'", stage.id), faults);
  for (const Limit& limit : policy.limits)
    if (!limit.own) check_source(limit.clause, fmt::format("limit '{}'", limit.id), faults);
  for (const Duty& duty : policy.duties) check_source(duty.clause, fmt::format("duty '{}'", duty.id), faults);
  for (const Form& form : policy.forms) check_source(form.clause, fmt::format("form '{}'", form.id), faults);
  return faults;
}

/// Returns whether a limit covers the stage whatever is marked.
bool has_time(const Policy& policy, const Stage& stage) {
  return std::any_of(policy.limits.begin(), policy.limits.end(),
                     [&](const Limit& limit) { return limit.covers(stage.id) && limit.conditions.if_any.empty(); });
}

bool on_a_route(const Policy& policy, const Stage& stage) {
  return std::any_of(policy.routes.begin(), policy.routes.end(),
                     [&](const Route& route) { return rung_of(route, stage.id).has_value(); });
}

/// Returns whether somebody holds the stage whatever is marked: one without conditions, or one `if` and another
/// `unless` the same.
bool has_owner_always(const Stage& stage) {
  const auto& owners = stage.owner;
  const auto completes = [&](const StageOwner& one) {
    const auto& unless = one.conditions.unless_any;
    return one.conditions.if_any.empty() && std::all_of(unless.begin(), unless.end(), [&](const std::string& word) {
             return std::any_of(owners.begin(), owners.end(), [&](const StageOwner& other) {
               return other.conditions.unless_any.empty() && contains(other.conditions.if_any, word);
             });
           });
  };
  return std::any_of(owners.begin(), owners.end(), completes);
}

Faults bare_stages(const Policy& policy) {
  Faults faults;
  for (const Stage& stage : policy.stages) {
    const auto warn = [&](const char* lacks, const char* help) {
      faults.push_back(warning_at(stage.clause, fmt::format("stage '{}' {}", stage.id, lacks), help));
    };
    if (stage.owner.empty())
      warn("has no 'owner'", "name the role that holds the case there");
    else if (!has_owner_always(stage))
      warn("has an 'owner' only while a mark or route holds", "name one without 'if' or 'unless' for the other cases");
    if (!has_time(policy, stage))
      warn("has no time: neither 'within' nor a limit without 'if' covers it",
           "a case that stands there is never overdue");
    if (!on_a_route(policy, stage)) warn("is on no route", "no case comes there but by 'advance --to'");
  }
  return faults;
}

Faults bare_duties(const Policy& policy) {
  Faults faults;
  for (const Duty& duty : policy.duties)
    if (duty.by.empty() && !duty.by_owner)
      faults.push_back(
          warning_at(duty.clause, fmt::format("duty '{}' has no 'by'", duty.id), "name the role that owes it"));
  return faults;
}

Faults review_passed(const Policy& policy, Date today) {
  const auto& review_by = policy.in_force.review_by;
  if (!review_by || !(*review_by < today)) return {};
  return {warning_at(policy.clause, fmt::format("the document was to be reviewed by {}", iso(*review_by)),
                     "ask the partnership whether there is a newer edition")};
}

}  // namespace

Fault warning_at(const Clause& clause, std::string text, std::string help) {
  return {Severity::warning, clause.place, std::move(text), std::move(help), {}};
}

Faults warnings_of(const Policy& policy, Date today) {
  Faults faults = review_passed(policy, today);
  append(faults, without_source(policy));
  append(faults, bare_stages(policy));
  append(faults, bare_duties(policy));
  append(faults, unused_entries(policy));
  append(faults, unreachable_moments(policy));
  append(faults, untimed_by_unless(policy));
  put_in_file_order(faults);
  return faults;
}

}  // namespace escalate

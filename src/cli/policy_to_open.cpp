#include "cli/policy_to_open.hpp"

#include <algorithm>

#include "base/suggest.hpp"
#include "cli/typed.hpp"
#include "policy/editions.hpp"
#include "store/shipped.hpp"
#include "time/quote.hpp"
#include "time/words.hpp"

namespace escalate {
namespace {

bool comes_with_the_program(const std::string& name, const Context& context) {
  auto files = shipped_files(context.env);
  if (!files) return false;
  Library shipped(*std::move(files));
  Faults of_others;
  const auto policies = shipped.policies(of_others);
  return std::any_of(policies.begin(), policies.end(),
                     [&](const Policy* policy) { return policy->id == name || policy->edition_of == name; });
}

/// Says how a policy is brought in that the program has and the workspace lacks.
Result<const Policy*> only_shipped(const std::string& id, Result<const Policy*> found, const Context& context) {
  if (found || found.error().code != ExitCode::refused || !comes_with_the_program(id, context)) return found;
  found.error().text = "the policy " + in_quotes(id) + " comes with the program, but is not in this workspace";
  found.error().help = "to bring it in, in the folder of the workspace: escalate init --policy " + id;
  return found;
}

}  // namespace

std::vector<const Policy*> usable_policies(Records& records) {
  Faults of_others;
  return records.library().policies(of_others);
}

Result<const Policy*> policy_to_open(Records& records, const std::string& id, const Text& at, const Context& context) {
  const Instant now = context.now();
  const auto& files = records.library().listing().policies;
  const bool named = std::any_of(files.begin(), files.end(), [&](const PolicyFile& file) { return file.id == id; });
  if (named) return records.library().policy(id);
  Stamp day = now;
  if (at) day = TRY(read_past_time(*at, "--at", now));
  const auto policies = usable_policies(records);
  if (const Policy* edition = edition_on(id, policies, day_of(day))) return edition;
  std::vector<std::string> editions;
  for (const Policy* policy : policies)
    if (policy->edition_of == id) editions.push_back(policy->id);
  if (editions.empty()) return only_shipped(id, records.library().policy(id), context);
  return fail(ExitCode::refused, "no edition of '" + id + "' was in force on " + in_words(day_of(day)),
              "name one: " + or_list(editions));
}

}  // namespace escalate

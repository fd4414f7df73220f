#include "cli/policy_to_open.hpp"

#include <algorithm>

#include "base/suggest.hpp"
#include "cli/typed.hpp"
#include "policy/editions.hpp"
#include "time/words.hpp"

namespace escalate {

std::vector<const Policy*> usable_policies(Records& records) {
  Faults of_others;
  return records.library().policies(of_others);
}

Result<const Policy*> policy_to_open(Records& records, const std::string& id, const Text& at, Instant now) {
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
  if (editions.empty()) return records.library().policy(id);
  return fail(ExitCode::refused, "no edition of '" + id + "' was in force on " + in_words(day_of(day)),
              "name one: " + or_list(editions));
}

}  // namespace escalate

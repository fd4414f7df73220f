#pragma once

#include <string>
#include <vector>

#include "cli/options.hpp"
#include "cli/records.hpp"

namespace escalate {

/// Returns the policy called `id`, or the edition of the procedure called so that is in force on the day of opening:
/// that of `at` as typed, else today. Fails with `refused` where there is none, as Library does, and where `at` cannot
/// be read; of one that only comes with the program it says how it is brought in.
Result<const Policy*> policy_to_open(Records& records, const std::string& id, const Text& at, const Context& context);

/// Returns the policies that can be used; the faults of others are theirs, not this case's.
std::vector<const Policy*> usable_policies(Records& records);

}  // namespace escalate

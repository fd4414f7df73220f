#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "policy/policy.hpp"

namespace escalate {

// The phrases of `policy show`. All are safe to print; lines are at most 80 columns wide and have their line ends.

/// Returns a heading with an empty line before and after it.
std::string section(std::string_view heading);
/// Returns `text` beside its label, two columns in; nothing when `text` is empty.
std::string row(std::string_view label, std::string_view text);
/// Returns `text` on lines of its own, in the column of the texts that have labels.
std::string continued(std::string_view text);
/// Returns each of `items` as one of a list beside the label; nothing when there are none.
std::string list_rows(std::string_view label, const std::vector<std::string>& items);
/// Returns the blocks, an empty line between each, under a heading; nothing when there are none.
std::string part(std::string_view heading, const std::vector<std::string>& blocks);

/// Returns the rows for where an entry stands in the document: source, words in quotes, and the reading taken.
std::string notes(const Clause& clause);

/// Returns the titles of roles and contacts as "a and b"; an id the policy lacks stands for itself.
std::string titles(const Policy& policy, const std::vector<std::string>& ids);
/// Returns who owes a duty: its roles, "each of" them, or the owner of the stage.
std::string debtors(const Policy& policy, const Duty& duty);
/// Returns who acts in a role: its title, those it has in agencies of a kind, and who acts where nobody has it.
std::string role_words(const Policy& policy, const std::string& id);
/// Returns the moments as "a or b", marks by their ids.
std::string moments_in_short(const Policy& policy, const Moments& moments);
/// Returns the moments as "a or b", marks by their ids with their titles.
std::string moments_in_full(const Policy& policy, const Moments& moments);
/// Returns "only while X or Y" and "not while Z"; empty where the entry always applies.
std::string conditions_words(const Conditions& conditions);
/// Returns how strongly the text asks for what has no time: "where possible", "as a guide", "it may be done"; empty for
/// a must.
std::string force_words(Force force);
/// Returns the stages as "stage 1" or "stages 1, 2 and 3a".
std::string stages_words(const std::vector<std::string>& stages);

}  // namespace escalate

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace escalate {

/// The letters that may stand last in a case id (Crockford's base 32), and how many of them do.
inline constexpr std::string_view crockford = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
inline constexpr std::size_t own_letters = 5;

/// Returns the year in a case id as files are named by it: 2 to 4 capitals, the year, five upper-case letters of
/// Crockford's base 32 (`NY-2026-K7QXM`: 2026). Returns nothing for any other text.
std::optional<int> year_of_case_id(std::string_view text);

/// Returns what may be typed for case ids, made comparable: capitals, and in the last part I and L as 1, O as 0.
std::string folded_case_id(std::string_view typed);

/// Returns the case id meant by the beginning of a file's name: letter case is mended, I and L are read as 1 and O as 0
/// in the last five, and what a copying program added after them is dropped. Returns nothing when none can be made out.
std::optional<std::string> case_id_meant(std::string_view name);

/// Returns the policy id meant by a file's name: capitals made small, blanks and underlines made hyphens.
std::optional<std::string> policy_id_meant(std::string_view name);

/// Returns the calendars that have a file; `uk-any` is computed from them.
const std::vector<std::string>& calendar_file_names();

/// Returns whether a file's name ends in .yaml or .yml, in either letter case.
bool ends_like_yaml(std::string_view name);

}  // namespace escalate

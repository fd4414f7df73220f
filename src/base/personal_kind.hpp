#pragma once

#include <cstddef>
#include <string>

namespace escalate {

/// What a record of references must not hold (DESIGN.md, principle 6).
enum class PersonalKind { nhs_number, upn, ni_number, postcode, email, telephone, birth_date, name };

/// A personal detail in a text. What it says is never kept or shown.
struct PersonalDetail {
  PersonalKind kind = PersonalKind::name;
  std::size_t at = 0;  ///< byte offset into the text
};

/// Returns `nhs-number`, `upn`, `ni-number`, `postcode`, `email`, `telephone`, `birth-date` or `name`, as
/// `allow-personal` has it.
std::string word_of(PersonalKind kind);
/// Returns it for a sentence: `an NHS number`.
std::string name_of(PersonalKind kind);

/// Returns whether a check digit or letter proves it: an NHS number or a UPN. These are refused unless allowed.
bool is_proven(PersonalKind kind);

}  // namespace escalate

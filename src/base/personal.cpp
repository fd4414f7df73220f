// A lint, not a proof: shapes and check characters (NHS Data Dictionary, NHS number: modulus 11; Department for
// Education, unique pupil numbers: modulus 23). It errs on the side of a warning for what warns, and of silence for
// what refuses.
#include "base/personal.hpp"

#include <algorithm>
#include <set>

#include "base/personal_parts.hpp"

namespace escalate {
namespace {

/// Scotland's numbers begin as telephone numbers do.
void drop_telephones_that_are_numbers(std::vector<PersonalDetail>& found) {
  std::set<std::size_t> numbers;
  for (const PersonalDetail& one : found)
    if (one.kind == PersonalKind::nhs_number) numbers.insert(one.at);
  const auto is_number = [&](const PersonalDetail& one) {
    return one.kind == PersonalKind::telephone && numbers.count(one.at) > 0;
  };
  found.erase(std::remove_if(found.begin(), found.end(), is_number), found.end());
}

}  // namespace

std::vector<PersonalDetail> personal_details(std::string_view text) {
  const std::string plain = plain_marks(text);
  std::vector<PersonalDetail> found;
  find_numbers(plain, found);
  find_telephones(plain, found);
  find_addresses(plain, found);
  find_birth_dates(plain, found);
  find_names(plain, found);
  drop_telephones_that_are_numbers(found);
  std::stable_sort(found.begin(), found.end(),
                   [](const PersonalDetail& a, const PersonalDetail& b) { return a.at < b.at; });
  return found;
}

}  // namespace escalate

// Both texts are brought to one plain form, then each part of a quotation is searched for behind the part before it.
#include "policy/quotes.hpp"

#include <fmt/format.h>

#include <string>
#include <vector>

#include "base/fault_order.hpp"
#include "base/letters.hpp"
#include "policy/plain_form.hpp"

namespace escalate {
namespace {

constexpr std::string_view omission = " ... ";

/// Returns whether the match at `at` cuts a number in two, as "2 days" found in "12 days" does.
bool cuts_a_number(std::string_view text, std::size_t at, std::size_t length) {
  const std::size_t end = at + length;
  return (at > 0 && is_digit(text[at - 1]) && is_digit(text[at])) ||
         (end < text.size() && is_digit(text[end]) && is_digit(text[end - 1]));
}

/// Returns where `part` occurs in `text`, from `from` on; npos when it does not.
std::size_t find_part(std::string_view text, std::string_view part, std::size_t from) {
  std::size_t at = text.find(part, from);
  while (at != std::string_view::npos && cuts_a_number(text, at, part.size())) at = text.find(part, at + 1);
  return at;
}

std::vector<std::string_view> parts_of(std::string_view quotation) {
  if (quotation.starts_with(omission.substr(1))) quotation.remove_prefix(omission.size() - 1);
  if (quotation.ends_with(omission.substr(0, omission.size() - 1))) quotation.remove_suffix(omission.size() - 1);
  std::vector<std::string_view> parts;
  while (true) {
    const std::size_t end = quotation.find(omission);
    if (const auto part = quotation.substr(0, end); !part.empty()) parts.push_back(part);
    if (end == std::string_view::npos) return parts;
    quotation.remove_prefix(end + omission.size());
  }
}

/// Returns the longest start of `part`, in whole words, that `text` has from `from` on.
std::string_view found_start(std::string_view text, std::string_view part, std::size_t from) {
  while (!part.empty() && find_part(text, part, from) == std::string_view::npos) {
    const std::size_t space = part.rfind(' ');
    part = part.substr(0, space == std::string_view::npos ? 0 : space);
  }
  return part;
}

std::string shortened(std::string_view words) {
  constexpr std::size_t most = 60;
  if (words.size() <= most) return std::string(words);
  return std::string(words.substr(0, words.rfind(' ', most))) + " ...";
}

/// Returns how far `quotation` could be followed in `text`; empty when all of it is there.
std::string missing(std::string_view text, std::string_view quotation) {
  std::size_t from = 0;
  for (const std::string_view part : parts_of(quotation)) {
    const std::size_t at = find_part(text, part, from);
    if (at == std::string_view::npos) {
      const std::string_view start = found_start(text, part, from);
      if (start.empty()) return fmt::format("nothing like '{}' is there", shortened(part));
      return fmt::format("it has '{}', but then not '{}'", start, shortened(part.substr(start.size() + 1)));
    }
    from = at + part.size();
  }
  return {};
}

void add_clauses(const Policy& policy, std::vector<const Clause*>& clauses) {
  clauses.push_back(&policy.clause);
  const auto add = [&](const auto& entries) {
    for (const auto& entry : entries) clauses.push_back(&entry.clause);
  };
  add(policy.roles);
  add(policy.marks);
  add(policy.urgent);
  add(policy.advice);
  add(policy.elsewhere);
  add(policy.stages);
  add(policy.routes);
  for (const Limit& limit : policy.limits)
    if (!limit.own) clauses.push_back(&limit.clause);
  add(policy.duties);
  add(policy.forms);
  add(policy.contacts);
}

}  // namespace

Faults quotes_missing(const Policy& policy, std::string_view document_text) {
  const std::string text = plain_form(document_text);
  std::vector<const Clause*> clauses;
  add_clauses(policy, clauses);
  Faults faults;
  for (const Clause* clause : clauses)
    for (std::size_t i = 0; i < clause->words.size(); ++i) {
      const std::string why = missing(text, plain_form(clause->words[i]));
      if (why.empty()) continue;
      const Place& place = i < clause->words_places.size() ? clause->words_places[i] : clause->place;
      faults.push_back({Severity::error, place, "these words are not in the document", why, {}});
    }
  put_in_file_order(faults);
  return faults;
}

}  // namespace escalate

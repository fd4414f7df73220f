#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/fault.hpp"
#include "base/tree.hpp"
#include "time/fault.hpp"
#include "time/quote.hpp"  // in_quotes
#include "time/stamp.hpp"
#include "yaml/fields.hpp"

namespace escalate {

/// Returns the name of `file` without folder and ending.
std::string stem_of(std::string_view file);

/// Returns `text` less the LFs at its end, which a `|` block has and nobody means.
std::string without_last_line_ends(std::string text);

/// Returns where `word` stands in the value that begins at `at`, or `at` where the line does not show it.
Mark word_at(const Document& document, Mark at, std::string_view word);

/// Turns what is wrong with a time written at `at` into a fault at the word it names.
Fault fault_of(const Document& document, Mark at, const TimeFault& fault);

/// Returns the day that `text`, written at `at`, names; adds a fault when it names none.
std::optional<Date> date_at(const Document& document, const TextAt& text, Faults& faults);

/// Adds a fault unless `id` is what the name of the file says. `id` stands at `at`.
void check_file_name(const Document& document, std::string_view id, Mark at, Faults& faults);

}  // namespace escalate

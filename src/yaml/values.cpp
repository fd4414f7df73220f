#include "yaml/values.hpp"

#include <fmt/format.h>

#include "base/id.hpp"
#include "yaml/bytes.hpp"
#include "yaml/lines.hpp"

namespace escalate {
namespace {

/// Returns what `message` has between its first two single quotes.
std::string_view quoted_word(std::string_view message) {
  const std::size_t start = message.find('\'');
  if (start == std::string_view::npos) return {};
  const std::size_t end = message.find('\'', start + 1);
  return end == std::string_view::npos ? std::string_view{} : message.substr(start + 1, end - start - 1);
}

}  // namespace

std::string stem_of(std::string_view file) {
  file = file.substr(file.find_last_of('/') + 1);
  for (const std::string_view ending : {".yaml", ".yml"})
    if (file.ends_with(ending)) return std::string(file.substr(0, file.size() - ending.size()));
  return std::string(file);
}

std::string without_last_line_ends(std::string text) {
  while (!text.empty() && text.back() == '\n') text.pop_back();
  return text;
}

Mark word_at(const Document& document, Mark at, std::string_view word) {
  const std::string line = line_of(document, at.line);
  const std::string_view rest = Lines(line).from({1, at.column});
  const std::size_t found = word.empty() ? std::string_view::npos : rest.find(word);
  if (found == std::string_view::npos) return at;
  return {at.line, at.column + characters(rest.substr(0, found))};
}

Fault fault_of(const Document& document, Mark at, const TimeFault& fault) {
  return fault_at(document, word_at(document, at, quoted_word(fault.text)), fault.text, fault.help);
}

std::optional<Date> date_at(const Document& document, const TextAt& text, Faults& faults) {
  const auto date = parse_date(text.text);
  if (date) return *date;
  faults.push_back(fault_of(document, text.at, date.error()));
  return std::nullopt;
}

void check_file_name(const Document& document, std::string_view id, Mark at, Faults& faults) {
  const std::string stem = stem_of(document.file);
  if (id == stem) return;
  faults.push_back(fault_at(document, at, fmt::format("id {} is unlike the name of its file", in_quotes(id)),
                            is_id(id) ? fmt::format("write 'id: {}', or call the file '{}.yaml'", stem, id)
                                      : fmt::format("write 'id: {}'", stem)));
}

}  // namespace escalate

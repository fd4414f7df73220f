#include <fmt/format.h>

#include "base/id.hpp"
#include "time/fault.hpp"
#include "yaml/event_reader.hpp"
#include "yaml/values.hpp"

namespace escalate {

std::string EventFields::text(std::string_view key, Need need) {
  auto read = need == Need::required ? fields.required_text(key) : fields.text(key);
  return read ? without_last_line_ends(*std::move(read)) : std::string();
}

std::string EventFields::id(std::string_view key, Need need) {
  std::string read = text(key, need);
  if (!read.empty() && !is_id(read))
    fields.fault(fields.at(key), fmt::format("{} is no id", in_quotes(read)),
                 "an id has lower-case letters, digits and hyphens only");
  return read;
}

std::string EventFields::seal(std::string_view key, Need need) {
  std::string read = text(key, need);
  if (!read.empty() && !is_seal(read))
    fields.fault(fields.at(key), fmt::format("{} in '{}' is not 16 hex digits", in_quotes(read), key),
                 "restore the line from git or a backup: the program writes these itself");
  return read;
}

std::optional<Stamp> EventFields::stamp(std::string_view key, Need need) {
  const std::string read = text(key, need);
  if (read.empty()) return std::nullopt;
  const auto stamp = parse_stored(read);
  if (stamp) return *stamp;
  faults.push_back(fault_of(document, fields.at(key), stamp.error()));
  return std::nullopt;
}

Since EventFields::since(const TextAt& text) {
  if (text.text == "unknown") return std::nullopt;
  const auto stamp = parse_stored(text.text);
  if (stamp) return *stamp;
  faults.push_back(fault_of(document, text.at, stamp.error()));
  return std::nullopt;
}

std::vector<std::pair<std::string, TextAt>> EventFields::pairs(std::string_view key) {
  std::vector<std::pair<std::string, TextAt>> pairs;
  const Node* map = fields.map(key);
  if (!map) return pairs;
  Fields entries(document, *map, fmt::format("'{}'", key), faults);
  for (const Entry& entry : map->entries) {
    if (!is_id(entry.key))
      fields.fault(entry.at, fmt::format("{} is no id", in_quotes(entry.key)),
                   "an id has lower-case letters, digits and hyphens only");
    if (auto text = entries.text(entry.key))
      pairs.emplace_back(entry.key, TextAt{without_last_line_ends(*std::move(text)), entry.value.at});
  }
  return pairs;
}

}  // namespace escalate

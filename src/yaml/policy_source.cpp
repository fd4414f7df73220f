#include "yaml/policy_source.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "base/id.hpp"
#include "base/letters.hpp"
#include "base/suggest.hpp"
#include "yaml/values.hpp"

namespace escalate {
namespace {

std::vector<std::string> keys_of(const Node& root, std::string_view section) {
  std::vector<std::string> keys;
  if (const Node* map = root.find(section))
    for (const Entry& entry : map->entries) keys.push_back(entry.key);
  return keys;
}

std::vector<std::string> joined(std::vector<std::string> a, const std::vector<std::string>& b) {
  a.insert(a.end(), b.begin(), b.end());
  return a;
}

/// Words of the language that would read as something else if they were ids.
bool is_reserved(std::string_view id) {
  using namespace std::string_view_literals;
  static constexpr std::array words = {"all"sv,        "every"sv,    "owner"sv,         "opened"sv,   "entered"sv,
                                       "unresolved"sv, "resolved"sv, "done"sv,          "halted"sv,   "resumed"sv,
                                       "extended"sv,   "unknown"sv,  "decided-twice"sv, "no-limit"sv, "on"sv,
                                       "yes"sv,        "no"sv,       "null"sv};
  return id.starts_with("stage-") || std::find(words.begin(), words.end(), id) != words.end();
}

/// Returns `text` as it would be written as an id.
std::string as_id(std::string_view text) {
  std::string id;
  for (const char byte : text) {
    const char letter = to_small(byte);
    id += is_id(std::string_view(&letter, 1)) ? letter : '-';
  }
  id.erase(std::unique(id.begin(), id.end(), [](char a, char b) { return a == '-' && b == '-'; }), id.end());
  const std::size_t first = id.find_first_not_of('-');
  if (first == std::string::npos) return {};
  return id.substr(first, id.find_last_not_of('-') - first + 1);
}

/// Returns what to do about `word`, which names nothing. Next to nothing tells one short id from another: no guessing
/// then.
std::string cure(const std::string& word, const Named& named) {
  constexpr std::size_t short_word = 2;
  if (named.ids.empty()) return fmt::format("this policy has no {}", named.many);
  const std::string known = fmt::format("the {} are {}", named.many, and_list(named.ids));
  return word.size() <= short_word ? known : did_you_mean(word, named.ids, known);
}

}  // namespace

PolicyIds ids_of(const Node& root) {
  return {keys_of(root, "roles"),  keys_of(root, "marks"),  keys_of(root, "stages"), keys_of(root, "routes"),
          keys_of(root, "limits"), keys_of(root, "duties"), keys_of(root, "forms"),  keys_of(root, "contacts")};
}

Named role_named(const PolicySource& source) { return {"role", "roles", source.ids.roles}; }
Named stage_named(const PolicySource& source) { return {"stage", "stages", source.ids.stages}; }
Named contact_named(const PolicySource& source) { return {"contact", "contacts", source.ids.contacts}; }

Named mark_or_route_named(const PolicySource& source) {
  return {"mark or route", "marks and routes", joined(source.ids.marks, source.ids.routes)};
}

Named role_or_contact_named(const PolicySource& source) {
  return {"role or contact", "roles and contacts", joined(source.ids.roles, source.ids.contacts)};
}

bool check_reference(PolicySource& source, const TextAt& word, const Named& named) {
  if (contains(named.ids, word.text)) return true;
  source.fault(word.at, fmt::format("unknown {} {}", named.one, in_quotes(word.text)), cure(word.text, named));
  return false;
}

std::vector<std::string> references(PolicySource& source, const std::vector<TextAt>& words, const Named& named) {
  std::vector<std::string> ids;
  for (const TextAt& word : words) {
    if (contains(ids, word.text))
      source.fault(word.at, fmt::format("{} {} stands here twice", named.one, in_quotes(word.text)), "remove one of the two");
    else if (check_reference(source, word, named))
      ids.push_back(word.text);
  }
  return ids;
}

std::vector<std::string> references(PolicySource& source, Fields& fields, std::string_view key, const Named& named) {
  return references(source, fields.text_or_list(key), named);
}

std::string reference(PolicySource& source, Fields& fields, std::string_view key, const Named& named) {
  const auto word = fields.text(key);
  if (!word || !check_reference(source, {*word, fields.at(key)}, named)) return {};
  return *word;
}

void check_id(PolicySource& source, std::string_view id, Mark at, std::string_view what) {
  if (!is_id(id)) {
    const std::string better = as_id(id);
    source.fault(
        at,
        fmt::format("{} is no id of a {}: an id has lower-case letters, digits and hyphens only", in_quotes(id), what),
        better.empty() ? std::string() : fmt::format("write '{}'", better));
  } else if (is_reserved(id)) {
    source.fault(
        at, fmt::format("'{}' cannot be the id of a {}: it is a word of the language", id, what),
        id.starts_with("stage-") ? "ids do not begin with 'stage-': a stage's own limit does" : "choose another id");
  }
}

std::string text_in(Fields& fields, std::string_view key) {
  return without_last_line_ends(fields.text(key).value_or(""));
}

std::string required_text_in(Fields& fields, std::string_view key) {
  return without_last_line_ends(fields.required_text(key).value_or(""));
}

Clause read_clause(PolicySource& source, Fields& fields, Mark at) {
  Clause clause;
  clause.source = text_in(fields, "source");
  for (const TextAt& words : fields.text_or_list("words")) {
    clause.words.push_back(without_last_line_ends(words.text));
    clause.words_places.push_back(source.place(words.at));
  }
  clause.reading = text_in(fields, "reading");
  clause.place = source.place(at);
  return clause;
}

Conditions read_conditions(PolicySource& source, Fields& fields) {
  const Named named = mark_or_route_named(source);
  return {references(source, fields, "if", named), references(source, fields, "unless", named)};
}

}  // namespace escalate

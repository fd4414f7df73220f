#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/fault.hpp"
#include "base/tree.hpp"
#include "policy/policy.hpp"
#include "time/quote.hpp"
#include "yaml/fields.hpp"

namespace escalate {

/// The ids a policy file gives to its entries, those of faulty entries too, so that one fault does not make others.
struct PolicyIds {
  std::vector<std::string> roles, marks, stages, routes, limits, duties, forms, contacts;
};

/// A policy file while it is read.
struct PolicySource {
  const Document& document;
  PolicyIds ids;
  Faults& faults;

  Place place(Mark at) const { return {document.file, at.line, at.column}; }
  void fault(Mark at, std::string text, std::string help = {}) {
    faults.push_back(fault_at(document, at, std::move(text), std::move(help)));
  }
};

/// Returns the ids that the sections of `root` give.
PolicyIds ids_of(const Node& root);

/// What a word may name: "role" and "roles", "mark or route" and "marks and routes", ... and the ids there are.
struct Named {
  std::string one;
  std::string many;
  std::vector<std::string> ids;
};

Named role_named(const PolicySource& source);
Named stage_named(const PolicySource& source);
Named contact_named(const PolicySource& source);
Named mark_or_route_named(const PolicySource& source);
Named role_or_contact_named(const PolicySource& source);

/// Returns whether `word` names one of `named`; adds a fault at the word itself when it does not.
bool check_reference(PolicySource& source, const TextAt& word, const Named& named);

/// Returns the words of `key`, one or a list; adds a fault for each that names nothing or stands there twice.
std::vector<std::string> references(PolicySource& source, Fields& fields, std::string_view key, const Named& named);
/// As `references`, of words read already.
std::vector<std::string> references(PolicySource& source, const std::vector<TextAt>& words, const Named& named);
/// Returns the one word of `key`; empty when absent. Adds a fault when it names nothing.
std::string reference(PolicySource& source, Fields& fields, std::string_view key, const Named& named);

/// Adds a fault unless `id`, written at `at`, is an ID of LANGUAGE.md. `what` names the thing: "stage".
void check_id(PolicySource& source, std::string_view id, Mark at, std::string_view what);

/// Returns the text of `key` without LFs at its end; empty when absent.
std::string text_in(Fields& fields, std::string_view key);
/// As `text_in`; absent is a fault.
std::string required_text_in(Fields& fields, std::string_view key);

/// Reads `source`, `words` and `reading` of an entry that stands at `at`.
Clause read_clause(PolicySource& source, Fields& fields, Mark at);
/// Reads `if` and `unless`.
Conditions read_conditions(PolicySource& source, Fields& fields);

/// Reads a section that is a map of ids, if it is there: `read` gets each id, where it stands, and its fields.
template <typename Read>
void for_each_entry(PolicySource& source, Fields& top, std::string_view section, std::string_view what, Read read) {
  const Node* map = top.map(section);
  if (!map) return;
  for (const Entry& entry : map->entries) {
    check_id(source, entry.key, entry.at, what);
    Fields fields(source.document, entry.value, std::string(what) + " " + in_quotes(entry.key), source.faults);
    if (!fields.readable()) continue;
    read(entry, fields);
    fields.finish();
  }
}

/// Reads a section that is a list of maps, if it is there.
template <typename Read>
void for_each_item(PolicySource& source, Fields& top, std::string_view section, const std::string& what, Read read) {
  const Node* list = top.list(section);
  if (!list) return;
  for (const Node& item : list->items) {
    Fields fields(source.document, item, what, source.faults);
    if (!fields.readable()) continue;
    read(item, fields);
    fields.finish();
  }
}

}  // namespace escalate

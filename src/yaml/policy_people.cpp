#include <fmt/format.h>

#include <algorithm>

#include "base/suggest.hpp"
#include "yaml/policy_sections.hpp"
#include "yaml/values.hpp"

namespace escalate {
namespace {

Side side_in(Fields& fields) {
  fields.require("side");
  const std::string word = fields.one_of("side", {"raising", "receiving", "partnership", "other"}).value_or("raising");
  for (const Side side : {Side::receiving, Side::partnership, Side::other})
    if (word == word_of(side)) return side;
  return Side::raising;
}

std::vector<std::pair<std::string, std::string>> titles_by_agency(PolicySource& source, Fields& role) {
  std::vector<std::pair<std::string, std::string>> titles;
  const Node* map = role.map("by-agency");
  if (!map) return titles;
  Fields fields(source.document, *map, "'by-agency'", source.faults);
  for (const Entry& entry : map->entries) {
    const auto& kinds = agency_kinds();
    if (std::find(kinds.begin(), kinds.end(), entry.key) == kinds.end())
      source.fault(entry.at, fmt::format("unknown kind of agency {}", in_quotes(entry.key)),
                   did_you_mean(entry.key, kinds, "the kinds are " + and_list(kinds)));
    titles.emplace_back(entry.key, text_in(fields, entry.key));
  }
  return titles;
}

/// Returns the roles that stand in for each other from `role` back to itself; none when they do not.
std::vector<std::string> ring_of(const Policy& policy, const Role& role) {
  std::vector<std::string> chain;
  for (const Role* next = &role; next; next = policy.role(next->if_none)) {
    if (std::find(chain.begin(), chain.end(), next->id) != chain.end())
      return next == &role ? chain : std::vector<std::string>();
    chain.push_back(next->id);
  }
  return {};
}

/// Adds a fault for every ring of roles that stand in for each other, at the first of its roles in the file.
void check_stand_ins(PolicySource& source, const Policy& policy) {
  std::vector<std::string> reported;
  for (const Role& role : policy.roles) {
    if (std::find(reported.begin(), reported.end(), role.id) != reported.end()) continue;
    const std::vector<std::string> ring = ring_of(policy, role);
    if (ring.empty()) continue;
    const Node* value = source.document.root.find("roles")->find(role.id)->find("if-none");
    source.fault(value->at, fmt::format("'if-none' leads from role '{}' back to itself", role.id),
                 ring.size() > 1 ? and_list(ring) + " stand in for each other: let one of them have no 'if-none'"
                                 : "name another role, or remove it");
    reported.insert(reported.end(), ring.begin(), ring.end());
  }
}

}  // namespace

void read_roles(PolicySource& source, Fields& top, Policy& policy) {
  for_each_entry(source, top, "roles", "role", [&](const Entry& entry, Fields& fields) {
    Role role;
    role.id = entry.key;
    role.title = required_text_in(fields, "title");
    role.side = side_in(fields);
    role.by_agency = titles_by_agency(source, fields);
    role.if_none = reference(source, fields, "if-none", role_named(source));
    role.clause = read_clause(source, fields, entry.at);
    policy.roles.push_back(std::move(role));
  });
  check_stand_ins(source, policy);
}

void read_marks(PolicySource& source, Fields& top, Policy& policy) {
  for_each_entry(source, top, "marks", "mark", [&](const Entry& entry, Fields& fields) {
    MarkRule mark;
    mark.id = entry.key;
    mark.title = required_text_in(fields, "title");
    mark.ask_at_open = fields.one_of("ask", {"at-open"}).has_value();
    mark.conditions = read_conditions(source, fields);
    mark.clause = read_clause(source, fields, entry.at);
    policy.marks.push_back(std::move(mark));
  });
}

void read_contacts(PolicySource& source, Fields& top, Policy& policy) {
  for_each_entry(source, top, "contacts", "contact", [&](const Entry& entry, Fields& fields) {
    Contact contact;
    contact.id = entry.key;
    contact.title = required_text_in(fields, "title");
    contact.email = text_in(fields, "email");
    contact.telephone = text_in(fields, "telephone");
    contact.address = text_in(fields, "address");
    contact.note = text_in(fields, "note");
    contact.clause = read_clause(source, fields, entry.at);
    policy.contacts.push_back(std::move(contact));
  });
}

}  // namespace escalate

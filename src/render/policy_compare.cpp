#include "render/policy_compare.hpp"

#include <fmt/format.h>

#include "base/escape.hpp"
#include "render/layout.hpp"
#include "render/policy_phrases.hpp"

namespace escalate {
namespace {

using Kind = PolicyDifference::Kind;

std::string title_lines(const char* letter, const ComparedPolicy& one) {
  const Policy& policy = *one.policy;
  return wrapped(fmt::format("{}: {} ({}), {}", policy.id, shown(policy.title), shown(policy.edition), one.file),
                 fmt::format("{}  ", letter), "   ");
}

std::string heading_of(const std::string& part) {
  if (part == "policy") return "THE POLICY";
  if (part == "urgent") return "URGENT";
  if (part == "elsewhere") return "WHAT THIS IS NOT FOR";
  std::string heading = part;
  for (char& letter : heading)
    if ('a' <= letter && letter <= 'z') letter = static_cast<char>(letter - 'a' + 'A');
  return heading;
}

std::string value_line(const char* letter, const std::string& value) {
  return wrapped(value.empty() ? "not said" : shown(value), fmt::format("    {}  ", letter), "       ");
}

/// Returns the line that begins an entry; empty for what has no entry.
std::string entry_line(const PolicyDifference& one) {
  if (one.entry.empty()) return {};
  return wrapped(shown(one.entry) + (one.title.empty() ? "" : ": " + shown(one.title)), "", "  ");
}

std::string difference_block(const PolicyDifference& one) {
  switch (one.kind) {
    case Kind::only_in_a:
      return "  only in A\n" + value_line("A", one.a);
    case Kind::only_in_b:
      return "  only in B\n" + value_line("B", one.b);
    case Kind::order:
      return (one.key.empty() ? "  the order differs\n" : "  the order of " + one.key + " differs\n") +
             value_line("A", one.a) + value_line("B", one.b);
    case Kind::changed:
      break;
  }
  return "  " + (one.key.empty() ? "is called" : shown(one.key)) + "\n" + value_line("A", one.a) +
         value_line("B", one.b);
}

std::string differences_text(const std::vector<PolicyDifference>& differences) {
  std::string text;
  std::string part;
  std::string entry;
  for (const PolicyDifference& one : differences) {
    const bool new_part = one.part != part;
    if (new_part) text += section(heading_of(one.part));
    if (new_part || one.entry != entry) text += (new_part ? "" : "\n") + entry_line(one);
    part = one.part;
    entry = one.entry;
    text += difference_block(one);
  }
  return text;
}

std::string sameness(const ComparedPolicies& compared) {
  if (!compared.comparison.differences.empty()) return {};
  const bool one_id = compared.a.policy->id == compared.b.policy->id;
  const bool digests = compared.a.policy->digest == compared.b.policy->digest;
  std::string text = "\nThe two say the same: every stage, limit and duty.\n";
  if (one_id && !digests)
    text += wrapped(
        "Their digests differ all the same, because the files list the same things in other forms or in "
        "another order.",
        "", "");
  return text;
}

std::string quotations_line(int count) {
  if (count == 0) return {};
  return "\n" + wrapped(fmt::format("Left out: what the two quote from their documents (source, words and reading), "
                                    "which differs in {} {}.",
                                    count, count == 1 ? "place" : "places"),
                        "", "");
}

std::string word_of(Kind kind) {
  switch (kind) {
    case Kind::only_in_a:
      return "only-in-a";
    case Kind::only_in_b:
      return "only-in-b";
    case Kind::order:
      return "order";
    case Kind::changed:
      break;
  }
  return "changed";
}

Json json_of(const PolicyDifference& one) {
  Json json;
  json["change"] = word_of(one.kind);
  json["part"] = one.part;
  json["entry"] = text_or_null(one.entry);
  json["key"] = text_or_null(one.key);
  json["a"] = text_or_null(one.a);
  json["b"] = text_or_null(one.b);
  return json;
}

Json json_of(const ComparedPolicy& one) {
  Json json;
  json["policy"] = one.policy->id;
  json["file"] = one.file;
  json["digest"] = one.policy->digest;
  json["timetable"] = nullptr;
  if (!one.timetable) return json;
  Json timetable;
  add_timetable(timetable, *one.timetable);
  json["timetable"] = std::move(timetable);
  return json;
}

}  // namespace

std::string compare_text(const ComparedPolicies& compared) {
  std::string text = title_lines("A", compared.a) + title_lines("B", compared.b) + sameness(compared) +
                     differences_text(compared.comparison.differences) +
                     quotations_line(compared.comparison.quotations);
  if (compared.a.timetable && compared.b.timetable)
    text += "\n" + timetables_beside(*compared.a.timetable, *compared.b.timetable);
  return text;
}

std::string compare_json(const ComparedPolicies& compared, const Envelope& envelope) {
  Json json = begin_json(envelope);
  json["a"] = json_of(compared.a);
  json["b"] = json_of(compared.b);
  json["same-meaning"] = compared.comparison.differences.empty();
  json["quotations"] = compared.comparison.quotations;
  json["differences"] = Json::array();
  for (const PolicyDifference& one : compared.comparison.differences) json["differences"].push_back(json_of(one));
  return text_of(json);
}

}  // namespace escalate

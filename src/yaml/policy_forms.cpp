#include <fmt/format.h>

#include <algorithm>

#include "base/suggest.hpp"
#include "yaml/policy_sections.hpp"
#include "yaml/policy_time.hpp"
#include "yaml/values.hpp"

namespace escalate {
namespace {

const std::vector<std::string>& fill_words() {
  static const std::vector<std::string> words = {
      "blank",       "today",        "by",       "case",           "child",
      "stage",       "theme",        "concern",  "sought",         "steps",
      "outcome",     "next-steps",   "agencies", "raising-agency", "receiving-agency",
      "opened-date", "resolved-date"};
  return words;
}

/// Reads what the record puts into a field: one of the words, `entered S` or `done D`.
std::string fill_in(PolicySource& source, Fields& fields) {
  const std::string word = required_text_in(fields, "fill");
  const auto& words = fill_words();
  if (word.empty() || std::find(words.begin(), words.end(), word) != words.end()) return word;
  if (word.starts_with("entered ") || word.starts_with("done ")) {
    read_moment(source, {word, fields.at("fill")});
    return word;
  }
  source.fault(fields.at("fill"), fmt::format("unknown fill {}", in_quotes(word)),
               did_you_mean(word, words, "write entered S, done D, or one of " + and_list(words)));
  return word;
}

std::vector<FormField> fields_in(PolicySource& source, Fields& form) {
  std::vector<FormField> form_fields;
  if (!form.has("template")) form.require("fields");
  for_each_item(source, form, "fields", "this field", [&](const Node&, Fields& fields) {
    form_fields.push_back({required_text_in(fields, "label"), fill_in(source, fields)});
  });
  return form_fields;
}

std::vector<std::string> left_out(PolicySource& source, Fields& fields) {
  static const std::vector<std::string> words = {"child", "case"};
  return references(source, fields, "leave-out", {"reference", "references that may be left out", words});
}

/// Reads the name of a file that lies beside the policy.
std::string template_in(PolicySource& source, Fields& fields) {
  std::string name = text_in(fields, "template");
  if (name.starts_with('.') || name.find_first_of("/\\") != std::string::npos)
    source.fault(fields.at("template"), fmt::format("{} is no file name", in_quotes(name)),
                 "write the name alone, without a folder");
  return name;
}

}  // namespace

void read_forms(PolicySource& source, Fields& top, Policy& policy) {
  for_each_entry(source, top, "forms", "form", [&](const Entry& entry, Fields& fields) {
    Form form;
    form.id = entry.key;
    form.title = required_text_in(fields, "title");
    form.fields = fields_in(source, fields);
    form.return_to = reference(source, fields, "return-to", contact_named(source));
    form.leave_out = left_out(source, fields);
    form.note = text_in(fields, "note");
    form.template_file = template_in(source, fields);
    form.clause = read_clause(source, fields, entry.at);
    policy.forms.push_back(std::move(form));
  });
}

}  // namespace escalate

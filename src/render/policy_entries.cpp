#include "base/escape.hpp"
#include "base/suggest.hpp"
#include "render/layout.hpp"
#include "render/policy_parts.hpp"
#include "render/policy_phrases.hpp"
#include "render/sentences.hpp"

namespace escalate {
namespace {

/// Returns a block for each of `things` under a heading; empty where there are none.
template <typename T, typename Block>
std::string part_of(std::string_view heading, const std::vector<T>& things, const Block& block) {
  std::vector<std::string> blocks;
  for (const T& thing : things) blocks.push_back(block(thing));
  return part(heading, blocks);
}

std::string contact_rows(const Policy& policy, const std::vector<std::string>& contacts) {
  std::string text;
  for (const std::string& line : contact_lines(policy, contacts)) text += row(text.empty() ? "Contact" : "", line);
  return text;
}

std::string titled(const std::string& id, const std::string& title) {
  return wrapped(id + ": " + shown(title), "", "  ");
}

}  // namespace

std::string marks_part(const Policy& policy) {
  return part_of("MARKS", policy.marks, [](const MarkRule& mark) {
    return titled(mark.id, mark.title) + row("Asked", mark.ask_at_open ? "when a case is opened" : "") +
           row("Applies", conditions_words(mark.conditions)) + notes(mark.clause);
  });
}

std::string advice_part(const Policy& policy) {
  return part_of("ADVICE", policy.advice, [&](const Advice& advice) {
    const std::string where = advice.stages.empty() ? "" : "at " + stages_words(advice.stages);
    return wrapped(printable(advice.say), "", "") + row("Where", where) +
           row("Applies", conditions_words(advice.conditions)) + contact_rows(policy, advice.contacts) +
           notes(advice.clause);
  });
}

std::string elsewhere_part(const Policy& policy) {
  return part_of("WHAT THIS IS NOT FOR", policy.elsewhere, [&](const Elsewhere& elsewhere) {
    return wrapped(printable(elsewhere.what), "", "") + row("Go to", printable(elsewhere.go_to)) +
           contact_rows(policy, elsewhere.contacts) + notes(elsewhere.clause);
  });
}

std::string themes_part(const Policy& policy) {
  std::string text;
  for (const auto& [id, title] : policy.themes) text += titled(id, title);
  return text.empty() ? text : section("THEMES (others are possible)") + text;
}

std::string roles_part(const Policy& policy, const Jobs& jobs) {
  std::string text;
  for (const Role& role : policy.roles) {
    const auto job = jobs.find(role.id);
    text += wrapped(role.id + " (" + word_of(role.side) + "): " + role_words(policy, role.id), "", "  ") +
            row("Here", job == jobs.end() ? "" : shown(job->second)) + notes(role.clause);
  }
  return text.empty() ? text : section("ROLES") + text;
}

std::string contacts_part(const Policy& policy) {
  return part_of("CONTACTS", policy.contacts, [](const Contact& contact) {
    return titled(contact.id, contact.title) + row("Phone", shown(contact.telephone)) +
           row("E-mail", shown(contact.email)) + row("Address", printable(contact.address)) +
           row("Note", printable(contact.note)) + notes(contact.clause);
  });
}

std::string forms_part(const Policy& policy) {
  return part_of("FORMS", policy.forms, [&](const Form& form) {
    std::string text = titled(form.id, form.title);
    for (const FormField& field : form.fields)
      text += wrapped(printable(field.label) + ": " + field.fill, "  - ", "    ");
    text += row("Send to", form.return_to.empty() ? "" : titles(policy, {form.return_to}));
    text += row("Omits", form.leave_out.empty() ? "" : "the reference of the " + and_list(form.leave_out));
    return text + row("Note", printable(form.note)) + row("Layout", shown(form.template_file)) + notes(form.clause);
  });
}

}  // namespace escalate

#include "render/urgent_notice.hpp"

#include <algorithm>

#include "base/escape.hpp"
#include "render/commands.hpp"
#include "render/layout.hpp"
#include "render/sentences.hpp"

namespace escalate {
namespace {

/// Returns whether a duty arose because of a mark, as its moment or its condition.
bool arises_from(const Occurrence& one, const std::string& mark) {
  const auto& conditions = one.duty->conditions.if_any;
  return (one.moment.kind == Moment::Kind::mark && one.moment.subject == mark) ||
         std::find(conditions.begin(), conditions.end(), mark) != conditions.end();
}

}  // namespace

std::string urgent_words(const Outlook& outlook, const std::string& mark, const std::vector<const UrgentRule*>& rules) {
  std::string text = title_of_mark(*outlook.subject.policy, mark) + ".";
  for (const UrgentRule* rule : rules) text += " " + shown(rule->say);
  return text;
}

bool shown_as_urgent(const Outlook& outlook, const Occurrence& occurrence) {
  const auto urgent = urgent_marks(*outlook.subject.policy, outlook.is());
  return occurrence.outstanding() && std::any_of(urgent.begin(), urgent.end(), [&](const UrgentMark& one) {
           return arises_from(occurrence, one.mark);
         });
}

namespace {

/// Returns the duties that an urgent mark made arise, each with its command.
std::string urgent_duties(const Outlook& outlook, const std::string& mark) {
  std::string text;
  std::vector<std::string> commands;  // a duty owed twice in the same words is said once
  for (const Occurrence& one : outlook.is().occurrences) {
    const std::string command = done_command(outlook, one);
    const bool said = std::find(commands.begin(), commands.end(), command) != commands.end();
    if (said || !shown_as_urgent(outlook, one) || !arises_from(one, mark)) continue;
    commands.push_back(command);
    text += wrapped("Owed: " + shown(one.duty->what), "  ", "    ") + "    " + command + "\n";
  }
  return text;
}

}  // namespace

std::string urgent_block(const Outlook& outlook) {
  std::string text;
  for (const UrgentMark& urgent : urgent_marks(*outlook.subject.policy, outlook.is())) {
    text += wrapped("URGENT: " + urgent_words(outlook, urgent.mark, urgent.rules), "", "  ");
    for (const UrgentRule* rule : urgent.rules) {
      for (const std::string& contact : contact_lines(*outlook.subject.policy, rule->contacts))
        text += wrapped(contact, "  ", "    ");
      if (!rule->clause.source.empty() && rule->clause.source != "none")
        text += wrapped("(" + shown(rule->clause.source) + ")", "  ", "   ");
    }
    text += urgent_duties(outlook, urgent.mark);
  }
  return text;
}

}  // namespace escalate

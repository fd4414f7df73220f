// Personal details in the texts of cases. Work addresses in policies are no business of this.
#include <algorithm>
#include <set>

#include "base/personal.hpp"
#include "casefile/free_texts.hpp"
#include "cli/check_parts.hpp"

namespace escalate {
namespace {

bool allows(const Node& event, PersonalKind kind) {
  const Node* allowed = event.find("allow-personal");
  return allowed && std::any_of(allowed->items.begin(), allowed->items.end(),
                                [&](const Node& one) { return one.text == word_of(kind); });
}

Fault warning(const Place& place, const std::string& key, PersonalKind kind) {
  const std::string verb = is_proven(kind) ? "' holds " : "' seems to hold ";
  return {Severity::warning, place, "'" + key + verb + name_of(kind),
          "references, not personal details; escalate-case(5) says how a text is erased", ""};
}

}  // namespace

Faults personal_details_in(const LoadedCase& loaded) {
  Faults faults;
  const Node* events = loaded.reading.document.root.find("events");
  if (!events) return faults;
  for (const Node& event : events->items)
    for (const FreeText& text : free_texts(event)) {
      std::set<PersonalKind> told;
      for (const PersonalDetail& detail : personal_details(text.text))
        if (!allows(event, detail.kind) && told.insert(detail.kind).second)
          faults.push_back(warning({loaded.file.shown, text.at.line, text.at.column}, text.key, detail.kind));
    }
  return faults;
}

}  // namespace escalate

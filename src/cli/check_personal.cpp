// Personal details in the texts of cases. Work addresses in policies are no business of this.
#include <algorithm>
#include <set>

#include "base/personal.hpp"
#include "casefile/free_texts.hpp"
#include "cli/check_parts.hpp"
#include "yaml/comments.hpp"

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

Place place_in(const LoadedCase& loaded, std::size_t byte) {
  const auto& starts = loaded.reading.document.line_starts;
  const auto next = std::upper_bound(starts.begin(), starts.end(), byte);
  const std::string_view before =
      std::string_view(loaded.reading.document.bytes).substr(*std::prev(next), byte - *std::prev(next));
  const auto letters = std::count_if(before.begin(), before.end(), [](char c) { return (c & 0xC0) != 0x80; });
  return {loaded.file.shown, static_cast<int>(next - starts.begin()), static_cast<int>(letters) + 1};
}

/// No event can allow what a comment holds, and no seal holds a comment.
void add_comments(const LoadedCase& loaded, Faults& faults) {
  const Document& document = loaded.reading.document;
  for (const LocatedComment& comment : located_comments(document.bytes)) {
    std::set<PersonalKind> told;
    for (const PersonalDetail& detail : personal_details(comment.text))
      if (told.insert(detail.kind).second)
        faults.push_back(
            {Severity::warning, place_in(loaded, comment.at),
             std::string("a comment ") + (is_proven(detail.kind) ? "holds " : "seems to hold ") + name_of(detail.kind),
             "references, not personal details: take it out of the comment; git keeps what was committed", ""});
  }
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
  add_comments(loaded, faults);
  return faults;
}

}  // namespace escalate

#include "render/correction_words.hpp"

#include <algorithm>

#include "base/escape.hpp"
#include "base/suggest.hpp"
#include "casefile/event_names.hpp"
#include "engine/corrections.hpp"
#include "render/commands.hpp"
#include "render/layout.hpp"
#include "render/sentences.hpp"

namespace escalate {
namespace {

/// Lists what others said of a stay, or of a duty, that a correction took away.
std::string no_longer_spoken_of(const Outlook& before, const Outlook& after) {
  std::string text;
  for (const Event* event : newly_ignored(before, after)) {
    if (text.empty()) text = "This counts for nothing now, for what it speaks of is not on record any more:\n";
    text += wrapped(
        short_id(after.subject.record->events, event->id) + " " + what_happened(*event) + ", by " + shown(event->by),
        "  - ", "    ");
  }
  return text;
}

/// Says where a correction has put the case.
std::string moved(const Outlook& before, const Outlook& after) {
  const CaseState& now = after.is();
  if (before.is().standing == now.standing && before.is().stage == now.stage) return {};
  return wrapped("The case is " + word_of(now.standing) + " at " + stage_words(*after.subject.policy, now.stage) + ".",
                 "", "  ");
}

bool same_occurrence(const Occurrence& a, const Occurrence& b) {
  return a.duty->id == b.duty->id && a.stage == b.stage && a.role == b.role && a.of == b.of;
}

/// Returns the duties that `one` owes and `other` does not: `keep-record (stage 2)`.
std::vector<std::string> owed_only_in(const CaseState& one, const CaseState& other) {
  std::vector<std::string> duties;
  for (const Occurrence& owed : one.occurrences) {
    const bool kept = std::any_of(other.occurrences.begin(), other.occurrences.end(), [&](const Occurrence& each) {
      return each.outstanding() && same_occurrence(each, owed);
    });
    if (!owed.outstanding() || kept) continue;
    const std::string role = owed.role.empty() ? "" : ", " + owed.role;
    duties.push_back(owed.duty->id + " (stage " + owed.stage + role + ")");
  }
  return duties;
}

std::string duties_changed(const Outlook& before, const Outlook& after) {
  const auto gone = owed_only_in(before.is(), after.is());
  const auto added = owed_only_in(after.is(), before.is());
  std::string text;
  if (!gone.empty()) text += wrapped("Owed no longer: " + and_list(gone) + ".", "", "  ");
  if (!added.empty()) text += wrapped("Owed now: " + and_list(added) + ".", "", "  ");
  return text;
}

/// Names a resolution that says another stage than the case stood at, with the command that puts it right.
std::string resolved_elsewhere(const Outlook& outlook) {
  const auto& links = outlook.is().chain.links;
  std::string text;
  for (std::size_t i = 1; i < links.size(); ++i) {
    const Event& event = outlook.is().events[links[i].event];
    if (!std::holds_alternative<Resolved>(event.body) || links[i].stage == links[i - 1].stage) continue;
    const std::string id = short_id(outlook.subject.record->events, event.id);
    text += wrapped("The resolution (" + id + ") says stage " + links[i].stage + ", and the case stood at stage " +
                        links[i - 1].stage + " then. If it was made there:",
                    "", "  ") +
            "    " + command_line(outlook, "correct", id + " --because TEXT --set stage=" + links[i - 1].stage) + "\n";
  }
  return text;
}

}  // namespace

std::string correction_words(const Outlook& before, const Outlook& after, const Event& written) {
  std::string text = no_longer_spoken_of(before, after);
  const CaseStanding standing = after.is().standing;
  if (!std::holds_alternative<Corrected>(written.body) || standing == CaseStanding::void_case) return text;
  text += moved(before, after) + resolved_elsewhere(after);
  return standing == CaseStanding::closed ? text : text + duties_changed(before, after);
}

}  // namespace escalate

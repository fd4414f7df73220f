// What `check --history` finds: the union of the events of all commits, less those of the case files as they are.
#include "cli/check_history.hpp"

#include <map>

#include "base/suggest.hpp"
#include "store/files.hpp"
#include "store/git.hpp"
#include "store/git_driver.hpp"
#include "store/git_history.hpp"
#include "yaml/held_events.hpp"
#include "yaml/read.hpp"

namespace escalate {
namespace {

/// An event that some commit holds.
struct Committed {
  HeldEvent event;
  std::string below;  ///< the file there
  std::string commit;
  HeldBy held_by;
};

/// A case as the files are now.
struct Present {
  HeldEvents held;
  std::string file;  ///< as messages name it
};

using CommittedCases = std::map<std::string, std::map<std::string, Committed>>;
using PresentCases = std::map<std::string, Present>;

PresentCases present_cases(const Records& records) {
  PresentCases cases;
  for (const CaseFile& file : records.files()) {
    const auto content = read_file(file.path, most_case_bytes, file.shown);
    if (!content) continue;
    HeldEvents held = held_events(content->bytes);
    if (held.case_id.empty()) held.case_id = file.id;
    Present& present = cases[held.case_id];
    present.file = file.shown;
    present.held.events.merge(held.events);
    present.held.corrected.merge(held.corrected);
  }
  return cases;
}

/// Keeps what a version holds. The first that holds an event says who holds it; the first that can be read, and of
/// these the first whose seal holds, what it says.
void keep(const FileVersion& version, CommittedCases& cases) {
  const HeldEvents held = held_events(version.bytes);
  if (held.case_id.empty()) return;
  for (const auto& [id, event] : held.events) {
    const auto [known, is_new] =
        cases[held.case_id].try_emplace(id, Committed{event, version.below, version.commit, version.held_by});
    Committed& kept = known->second;
    const bool says_more = kept.event.canonical.empty() || (event.sealed && !kept.event.sealed);
    if (is_new || !says_more || event.canonical.empty()) continue;
    kept.event = event;
    kept.below = version.below;
    kept.commit = version.commit;
  }
}

enum class Finding { fine, lost, changed };

Finding finding_of(const std::string& id, const Committed& committed, const Present* present) {
  if (!present) return Finding::lost;
  const auto now = present->held.events.find(id);
  if (now == present->held.events.end()) return Finding::lost;
  const bool told = committed.event.canonical.empty() || now->second.canonical.empty() || now->second.sealed ||
                    !committed.event.sealed || present->held.corrected.count(id) > 0;
  return told || now->second.canonical == committed.event.canonical ? Finding::fine : Finding::changed;
}

/// Events of one case that are to be told in one sentence.
struct Group {
  Finding finding;
  HeldBy held_by;
  std::string commit;
  std::string below;

  auto operator<=>(const Group&) const = default;
};

std::string name_of(const std::string& id, const HeldEvent& event) {
  return id.substr(0, 8) + (event.words.empty() ? "" : " (" + event.words + ")");
}

std::string short_commit(const std::string& commit) { return commit.substr(0, 12); }

/// Returns what to type to bring the events back.
std::string cure(const Group& group, const Present* present) {
  const std::string commit = short_commit(group.commit);
  if (!present) return "to bring it back: git checkout " + commit + " -- " + group.below;
  return "to bring back what is missing, without losing what is there:\n"
         "git show " +
         commit + ":./" + group.below + " > old\nescalate merge-driver /dev/null " + present->file + " old";
}

Fault told(const Group& group, const std::vector<std::string>& names, const Present* present,
           const std::string& case_id) {
  const std::string file = present ? present->file : group.below;
  const std::string events = (names.size() == 1 ? "event " : "events ") + and_list(names);
  const std::string commit = short_commit(group.commit);
  const bool one = names.size() == 1;
  if (group.finding == Finding::changed)
    return {Severity::error,
            {file, 0, 0},
            events + (one ? " says" : " say") + " something else than in commit " + commit,
            "restore the lines as they stand there: git show " + commit + ":./" + group.below,
            ""};
  if (group.held_by == HeldBy::another_branch)
    return {Severity::warning,
            {file, 0, 0},
            events + (one ? " is" : " are") + " in commit " + commit + ", which is not merged here",
            "to see where: git branch --all --contains " + commit +
                "\nto bring it here: git merge BRANCH; from a stash, which no branch contains: git stash pop",
            ""};
  const std::string which = group.held_by == HeldBy::nothing ? ", which no branch holds any more" : "";
  if (!present)
    return {Severity::error,
            {file, 0, 0},
            "case " + case_id + " is lost: commit " + commit + which + ", holds " + events,
            cure(group, present),
            ""};
  return {Severity::error,
          {file, 0, 0},
          events + (one ? " is" : " are") + " lost; commit " + commit + (one ? " holds it" : " holds them") + which,
          cure(group, present),
          ""};
}

Faults compared(const CommittedCases& committed, const PresentCases& present) {
  Faults faults;
  for (const auto& [case_id, events] : committed) {
    const auto found = present.find(case_id);
    const Present* now = found == present.end() ? nullptr : &found->second;
    std::map<Group, std::vector<std::string>> groups;
    for (const auto& [id, event] : events)
      if (const Finding finding = finding_of(id, event, now); finding != Finding::fine)
        groups[{finding, event.held_by, event.commit, event.below}].push_back(name_of(id, event.event));
    for (const auto& [group, names] : groups) faults.push_back(told(group, names, now, case_id));
  }
  return faults;
}

Fault of_workspace(Severity severity, std::string text, std::string help) {
  return {severity, {}, std::move(text), std::move(help), ""};
}

}  // namespace

HistoryFindings check_history(const Records& records) {
  HistoryFindings findings;
  const auto repository = repository_of(records.workspace());
  if (!repository || *repository == Repository::none) {
    const std::string why = repository ? "git does not keep this folder" : repository.error().text;
    findings.faults.push_back(of_workspace(Severity::error, "the history cannot be checked: " + why,
                                           repository ? "to begin: escalate init --git" : repository.error().help));
    return findings;
  }
  CommittedCases committed;
  const auto read = every_version(records.workspace(), [&](const FileVersion& version) { keep(version, committed); });
  if (!read) {
    findings.faults.push_back(
        of_workspace(Severity::error, "the history cannot be checked: " + read.error().text, read.error().help));
    return findings;
  }
  findings.commits = read->commits;
  findings.faults = compared(committed, present_cases(records));
  if (read->unreadable > 0)
    findings.faults.push_back(of_workspace(
        Severity::warning, "parts of the history are missing: " + std::to_string(read->unreadable) + " objects",
        "to see which: git fsck"));
  if (*repository == Repository::shallow)
    findings.faults.push_back(of_workspace(Severity::warning,
                                           "this clone is shallow: what was committed earlier was not looked at",
                                           "to fetch all of it: git fetch --unshallow"));
  return findings;
}

Faults merge_driver_missing(const Workspace& workspace) {
  const auto state = merge_driver_state(workspace);
  if (!state) return {};
  const auto told = [](const std::string& why, const std::string& until_then, const std::string& more = "") {
    return Faults{of_workspace(
        Severity::warning, "git does not merge cases with 'escalate merge-driver': " + why,
        "what two people write to one case " + until_then + " until then\nto set it up: escalate init --git" + more)};
  };
  const std::string a_conflict = "ends in a conflict", loss = "may be lost without a word";
  switch (*state) {
    case DriverState::no_attribute:
      return told(".gitattributes lacks the line '" + driver_attribute() + "'", a_conflict);
    case DriverState::other_merge:
      return told(
          "some line of git's attributes gives them to another merge", loss,
          "\nif that is not enough, take the line out: of .git/info/attributes, or of a .gitattributes in cases/");
    case DriverState::no_driver:
      return told("this clone does not know it", a_conflict);
    case DriverState::other_driver:
      return told("this clone runs another command for it", loss);
    case DriverState::no_program:
      return told("its program is not where it was", a_conflict);
    default:
      return {};
  }
}

}  // namespace escalate

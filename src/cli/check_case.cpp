// One case file: what reading finds, what looking at it finds, and then each check of the table.
#include "base/fault_order.hpp"
#include "cli/check_parts.hpp"
#include "engine/chronology.hpp"
#include "engine/contested.hpp"
#include "engine/provisional.hpp"
#include "engine/recorded_dues.hpp"
#include "store/files.hpp"
#include "yaml/case_damage.hpp"
#include "yaml/case_seen.hpp"
#include "yaml/read.hpp"

namespace escalate {
namespace {

void add(Faults& faults, const Faults& more) { faults.insert(faults.end(), more.begin(), more.end()); }

/// Returns what was recorded as due and would be counted otherwise today. Of a damaged record nothing can be told. Each
/// such event takes a look at all that came before it: of a record so long that this takes seconds it is left out.
Faults recorded_dues(const CaseToCheck& one) {
  constexpr std::size_t most_looks = 250'000;
  const Case& record = *one.loaded.reading.record;
  std::vector<const Event*> with_dues;
  for (const Event& event : one.outlook.is().events)
    if (!event.was_due.empty()) with_dues.push_back(&event);
  if (any_error(one.loaded.reading.faults)) return {};
  if (with_dues.size() * record.events.size() > most_looks)
    return {{Severity::warning,
             {record.file, 0, 0},
             "so many events that their recorded dues were not counted again",
             "every other check was made",
             {}}};
  Faults faults;
  for (const Event* event : with_dues)
    add(faults, counted_otherwise_today(one.outlook.subject, case_up_to(one.loaded.reading, event->id)));
  return faults;
}

/// Warns when the policy says something else than when the case was opened (SEMANTICS.md 23); a case that has ended is
/// left in peace.
Faults policy_changed(const CaseToCheck& one) {
  const Outlook& outlook = one.outlook;
  const Opened* opened = outlook.is().opened();
  const bool ended = !outlook.is().open() && outlook.is().standing != CaseStanding::resolved;
  if (ended || !opened || opened->policy_digest == outlook.subject.policy->digest) return {};
  return {{Severity::warning,
           {outlook.subject.record->file, 0, 0},
           "the policy '" + opened->policy +
               "' has changed in meaning since this case was opened; its present text is used",
           "to see what differs, take the file as it was then from git and type:\n"
           "escalate policy compare OLD-FILE " +
               opened->policy +
               "\nto go on under the present text, and hear no more of it:\n"
               "escalate correct CASE opened --set policy=" +
               opened->policy + " --because TEXT",
           {}}};
}

Faults of_record(const LoadedCase& loaded, Faults (*check)(const Case&)) {
  return loaded.reading.record ? check(*loaded.reading.record) : Faults{};
}

/// Copies that are not alike are errors of reading, which leave no record.
Faults copies(const LoadedCase& loaded) {
  return loaded.reading.record ? copies_of_events(loaded.reading.document) : Faults{};
}

}  // namespace

const std::vector<FileCheck>& file_checks() {
  static const std::vector<FileCheck> checks = {
      [](const LoadedCase& loaded) { return of_record(loaded, second_beginnings); },
      [](const LoadedCase& loaded) { return of_record(loaded, above_their_parents); },
      copies,
      personal_details_in,
  };
  return checks;
}

const std::vector<CaseCheck>& case_checks() {
  static const std::vector<CaseCheck> checks = {
      [](const CaseToCheck& one) { return out_of_order(one.outlook); },
      [](const CaseToCheck& one) { return in_the_future(one.outlook); },
      [](const CaseToCheck& one) { return wrong_clocks(one.outlook); },
      [](const CaseToCheck& one) { return decided_twice(one.outlook); },
      [](const CaseToCheck& one) { return counting_for_nothing(one.outlook); },
      policy_changed,
      recorded_dues,
      [](const CaseToCheck& one) { return unknown_recorded_dues(one.outlook); },
      [](const CaseToCheck& one) { return provisional_dues(one.outlook); },
  };
  return checks;
}

CaseFindings check_case(Records& records, const CaseFile& file, Instant now) {
  CaseFindings findings{{file.id, file.shown, {}}, false};
  Faults& faults = findings.found.faults;
  auto content = read_file(file.path, most_case_bytes, file.shown);
  if (!content) {
    faults = content.error().faults;
    return findings;
  }
  LoadedCase loaded{file, std::move(content->bytes), content->version, {}, {}};
  loaded.reading = read_case(file.shown, loaded.bytes, file.id);
  faults = loaded.reading.faults;
  if (loaded.reading.document.root.kind == Node::Kind::map)
    for (const FileCheck check : file_checks()) add(faults, check(loaded));
  if (loaded.reading.record) {
    const auto subject = records.subject_of(*loaded.reading.record);
    findings.has_dates = subject.has_value();
    if (subject) {
      loaded.subject = *subject;
      const Outlook outlook = outlook_of(loaded.subject, now);
      add(faults, outlook.problems);
      for (const CaseCheck check : case_checks()) add(faults, check({loaded, outlook}));
    } else {
      faults.push_back(subject.error().faults.back());
    }
  }
  put_in_file_order(faults);
  for (Fault& fault : faults) fault.excerpt.clear();
  return findings;
}

}  // namespace escalate

#include "cli/look.hpp"

#include "casefile/event_names.hpp"
#include "render/faults.hpp"
#include "yaml/case_privacy.hpp"

namespace escalate {
namespace {

/// Returns `event 1a2b, advanced to 3 on Monday 2 November 2026 at 10:15`.
std::string event_words(const Outlook& outlook, const Event& event) {
  return "event " + short_id(outlook.subject.record->events, event.id) + ", " + what_happened(event);
}

/// Returns what a reader of one case must know beside its dates: another digest of its policy, damage, what counts for
/// nothing.
std::vector<std::string> notes_on(const Outlook& outlook) {
  std::vector<std::string> notes;
  const Opened* opened = outlook.is().opened();
  if (opened && opened->policy_digest != outlook.subject.policy->digest)
    notes.push_back("the policy '" + opened->policy +
                    "' has changed in meaning since this case was opened; its present text is used");
  if (outlook.damaged) notes.push_back("record damaged: the dates come from what stands there");
  const CaseState& state = outlook.is();
  if (!state.chain.rivals.empty()) {
    std::string note = "decided twice, in two copies that were merged: " +
                       event_words(outlook, state.events[state.chain.links.back().event]) + " stands";
    for (const std::size_t rival : state.chain.rivals)
      note += ", " + event_words(outlook, state.events[rival]) + " does not";
    notes.push_back(note +
                    "; the next move of the case settles it, and 'escalate check' names the command that takes " +
                    "one of them back");
  }
  for (const std::size_t index : state.ignored)
    notes.push_back(event_words(outlook, state.events[index]) +
                    " counts for nothing: what it speaks of is not, or no longer, on record");
  return notes;
}

Looked looked_at(Records& records, std::unique_ptr<LoadedCase> loaded, Instant now, int within) {
  Outlook outlook = outlook_of(loaded->subject, now, within);
  outlook.damaged = outlook.damaged || any_error(loaded->reading.faults);
  for (const Fault& fault : outlook.problems)
    records.problems.push_back(fault.place.file == loaded->file.shown ? without_texts(fault) : fault);
  outlook.notes = notes_on(outlook);
  return {std::move(loaded), std::move(outlook)};
}

}  // namespace

Result<Looked> look_at(Records& records, const std::string& typed, Instant now) {
  const CaseFile file = TRY(records.named(typed, Naming::to_read));
  records.complete = true;
  records.forget_problems();
  return looked_at(records, TRY(records.load(file)), now, 1);
}

std::vector<Looked> look_at_all(Records& records, Instant now, int within) {
  std::vector<Looked> all;
  for (auto& loaded : records.load_all()) all.push_back(looked_at(records, std::move(loaded), now, within));
  return all;
}

Envelope envelope_of(const Records& records, Instant now) { return {now, records.complete, records.problems}; }

ExitCode tell_problems(const Records& records, Context& context, Excerpts excerpts) {
  Faults problems = records.problems;
  for (Fault& problem : problems)
    if (excerpts == Excerpts::none) problem.excerpt.clear();
  context.env.err(text_of(problems));
  return any_error(records.problems) ? ExitCode::data : ExitCode::ok;
}

}  // namespace escalate

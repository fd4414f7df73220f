#include "cli/look.hpp"

#include "render/faults.hpp"

namespace escalate {
namespace {

Looked looked_at(Records& records, std::unique_ptr<LoadedCase> loaded, Instant now, int within) {
  Outlook outlook = outlook_of(loaded->subject, now, within);
  outlook.damaged = outlook.damaged || any_error(loaded->reading.faults);
  for (Fault& fault : outlook.problems) {
    if (fault.place.line > 0) fault.excerpt = line_of(loaded->bytes, fault.place.line);
    records.problems.push_back(fault);
  }
  return {std::move(loaded), std::move(outlook)};
}

}  // namespace

Result<Looked> look_at(Records& records, const std::string& typed, Instant now) {
  const CaseFile file = TRY(records.named(typed, Naming::to_read));
  records.problems.clear();  // files that are not this case are no business of one who asks for it
  return looked_at(records, TRY(records.load(file)), now, 1);
}

std::vector<Looked> look_at_all(Records& records, Instant now, int within) {
  std::vector<Looked> all;
  for (auto& loaded : records.load_all()) all.push_back(looked_at(records, std::move(loaded), now, within));
  return all;
}

std::vector<std::string> notes_on(const Looked& looked) {
  std::vector<std::string> notes;
  const Opened* opened = looked.outlook.is().opened();
  if (opened && opened->policy_digest != looked.loaded->subject.policy->digest)
    notes.push_back("the policy '" + opened->policy + "' has changed in meaning since this case was opened; its present text is used");
  if (looked.outlook.damaged)
    notes.push_back("record damaged: the dates come from what stands there");
  if (!looked.outlook.is().chain.rivals.empty())
    notes.push_back("decided twice, in two copies that were merged: settle which decision stands");
  return notes;
}

Envelope envelope_of(const Records& records, Instant now) { return {now, records.complete, records.problems}; }

ExitCode tell_problems(const Records& records, Context& context) {
  context.env.err(text_of(records.problems));
  return any_error(records.problems) ? ExitCode::data : ExitCode::ok;
}

}  // namespace escalate

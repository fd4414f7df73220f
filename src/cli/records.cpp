#include "cli/records.hpp"

#include <algorithm>

#include "base/id.hpp"
#include "base/suggest.hpp"
#include "casefile/standing.hpp"
#include "cli/settings_file.hpp"
#include "store/files.hpp"
#include "store/names.hpp"
#include "time/quote.hpp"
#include "yaml/read.hpp"

namespace escalate {
namespace {

constexpr std::size_t shortest_to_read = 3;

/// Returns what stands after the last hyphen.
std::string own_part(const std::string& id) { return id.substr(id.rfind('-') + 1); }

bool matches(const std::string& id, const std::string& typed, Naming naming) {
  if (id == typed) return true;
  const std::string own = own_part(typed);
  const std::size_t least = naming == Naming::to_read ? shortest_to_read : own_letters;
  if (own.size() < least || own.size() > own_letters) return false;
  const std::string head = typed.substr(0, typed.size() - own.size());
  const bool head_fits = head.empty() || id.substr(0, id.rfind('-') + 1) == head;
  return head_fits && own_part(id).compare(0, own.size(), own) == 0;
}

Failure failure_from(const Faults& faults) {
  return {ExitCode::data, faults.empty() ? "the file cannot be used" : faults.front().text, "", faults};
}

}  // namespace

Result<Records> Records::find(const Context& context) {
  Workspace workspace = TRY(find_workspace(context.env.working_directory, context.global.dir));
  auto library = std::make_unique<Library>(workspace);
  Records records(std::move(workspace), std::move(library));
  records.m_listing = list_cases(records.m_workspace);
  records.keep(records.m_listing.problems);
  records.complete = records.m_listing.problems.empty();
  SettingsFile settings = read_settings_of(records.m_workspace);
  records.m_settings = std::move(settings.settings);
  records.m_settings_faults = std::move(settings.faults);
  records.keep(records.m_settings_faults);
  return records;
}

/// Keeps each fault once: a faulty policy is met again by every case that follows it.
void Records::keep(const Faults& faults) {
  for (const Fault& fault : faults)
    if (m_kept.emplace(fault.place.file, fault.place.line, fault.place.column, fault.text).second)
      problems.push_back(fault);
}

/// A folder that could not be looked into may hold the case, or another that the same letters name.
tl::unexpected<Failure> Records::cannot_tell(const std::string& typed, const std::vector<CaseFile>& found) const {
  Failure failure{ExitCode::data,
                  "not every folder was looked into, so which case " + in_quotes(typed) + " is cannot be told", "",
                  m_listing.problems};
  const std::string help = found.empty() ? "mend that first" : "type the whole id: " + found.front().id;
  failure.faults.push_back({Severity::error, {}, failure.text, help, ""});
  return tl::unexpected<Failure>(std::move(failure));
}

Result<CaseFile> Records::named(const std::string& typed, Naming naming) const {
  const std::string wanted = folded_case_id(typed);
  std::vector<CaseFile> found;
  for (const CaseFile& file : m_listing.files)
    if (matches(file.id, wanted, naming)) found.push_back(file);
  const bool one = found.size() == 1;
  const bool certain =
      m_listing.whole || found.size() > 1 || (one && (naming == Naming::to_read || found.front().id == wanted));
  if (!certain) return cannot_tell(typed, found);
  if (one) return found.front();
  if (found.size() > 1)
    return fail(ExitCode::refused, in_quotes(typed) + " names more than one case",
                "type one of " + or_list(ids_of(found)));
  std::vector<std::string> known = ids_of(m_listing.files);
  if (wanted.size() <= own_letters)
    for (const CaseFile& file : m_listing.files) known.push_back(own_part(file.id));
  const bool short_one = naming == Naming::to_write && own_part(wanted).size() < own_letters;
  return fail(ExitCode::refused, "no such case " + in_quotes(typed),
              short_one ? "to change a case type at least the last five letters of its id"
                        : did_you_mean(wanted, known, "see: escalate status --all"));
}

Result<std::unique_ptr<LoadedCase>> Records::load(const CaseFile& file, const std::string& stand_in) {
  auto loaded = std::make_unique<LoadedCase>();
  loaded->file = file;
  FileContent content = TRY(read_file(file.path, most_case_bytes, file.shown));
  loaded->version = content.version;
  loaded->bytes = std::move(content.bytes);
  loaded->reading = read_case(file.shown, loaded->bytes, file.id);
  if (!loaded->reading.record) return tl::make_unexpected(failure_from(loaded->reading.faults));
  keep(loaded->reading.faults);
  loaded->subject = TRY(subject_of(*loaded->reading.record, stand_in));
  return loaded;
}

Result<Subject> Records::subject_of(const Case& record, const std::string& stand_in) {
  const auto events = amended_events(record);
  const auto opened = std::find_if(events.begin(), events.end(),
                                   [](const Event& event) { return std::holds_alternative<Opened>(event.body); });
  const std::string policy_id = std::get<Opened>(opened->body).policy;
  auto policy = m_library->policy(policy_id);
  if (!policy && !stand_in.empty()) {
    const Policy* other = TRY(m_library->policy(stand_in));
    return Subject{&record, other, calendar_or_none(other->calendar), &m_settings};
  }
  if (!policy) {
    Failure failure = std::move(policy).error();
    const std::string help = failure.faults.empty() ? failure.help : "the faults of that policy are listed with it";
    const Fault fault{
        Severity::error, opened->place,
        "no dates: the case follows the policy " + in_quotes(policy_id) + ", which cannot be used: " + failure.text,
        help, ""};
    failure.faults.push_back(fault);
    failure.code = ExitCode::data;
    return tl::make_unexpected(failure);
  }
  return Subject{&record, *policy, calendar_or_none((*policy)->calendar), &m_settings};
}

const Calendar* Records::calendar_or_none(const std::string& name) {
  const auto calendar = m_library->calendar(name);
  if (calendar) return *calendar;
  keep(calendar.error().faults);
  auto& none = m_unusable[name];
  if (!none) none = std::make_unique<const Calendar>(unusable_calendar(name));
  return none.get();
}

std::vector<std::unique_ptr<LoadedCase>> Records::load_all() {
  keep(m_library->listing().problems);
  std::vector<std::unique_ptr<LoadedCase>> cases;
  for (const CaseFile& file : m_listing.files) {
    auto loaded = load(file);
    if (loaded) {
      cases.push_back(std::move(*loaded));
      continue;
    }
    complete = false;
    const Failure& failure = loaded.error();
    if (failure.faults.empty())
      problems.push_back({Severity::error, {file.shown, 0, 0}, failure.text, failure.help, ""});
    else
      keep(failure.faults);
  }
  return cases;
}

}  // namespace escalate

#include "cli/library.hpp"

#include <algorithm>

#include "base/suggest.hpp"
#include "store/files.hpp"
#include "time/quote.hpp"
#include "yaml/calendar_reader.hpp"
#include "yaml/policy_reader.hpp"
#include "yaml/read.hpp"

namespace escalate {
namespace {

const PolicyFile* named(const std::vector<PolicyFile>& files, const std::string& id) {
  const auto found = std::find_if(files.begin(), files.end(), [&](const PolicyFile& file) { return file.id == id; });
  return found == files.end() ? nullptr : &*found;
}

void add(Faults& faults, const Faults& more) { faults.insert(faults.end(), more.begin(), more.end()); }

tl::unexpected<Failure> no_policy(const std::string& id, const PolicyListing& listing) {
  std::vector<std::string> known;
  for (const PolicyFile& file : listing.policies) known.push_back(file.id);
  if (known.empty() && !listing.problems.empty())
    return fail(ExitCode::data, "no policy " + in_quotes(id), "", listing.problems);
  return fail(ExitCode::refused, "no policy " + in_quotes(id),
              did_you_mean(id, known, "'escalate policy list' shows them"));
}

tl::unexpected<Failure> unusable(std::string text, Faults faults) {
  return fail(ExitCode::data, std::move(text), "'escalate policy check' shows every fault", std::move(faults));
}

Fault missing(const NamedFile& file, const std::string& name) {
  return {Severity::error,
          {file.shown, 0, 0},
          "is missing",
          "no working day of '" + name + "' can be counted without it",
          {}};
}

tl::unexpected<Failure> no_calendar(const std::string& name, const Workspace& workspace) {
  const auto& files = calendar_files();
  if (std::find(files.begin(), files.end(), name) == files.end())
    return fail(ExitCode::refused, "no calendar " + in_quotes(name),
                did_you_mean(name, calendar_names(), "the calendars are " + and_list(calendar_names())));
  return unusable("no calendar " + in_quotes(name),
                  {missing(file_in(workspace, "policies/calendars/" + name + ".yaml"), name)});
}

/// Returns what stands on the shelf under `key`; `read` puts it there the first time.
template <typename T, typename Read>
Result<const T*> taken(std::map<std::string, Result<std::unique_ptr<const T>>>& shelf, const std::string& key,
                       Read read) {
  auto found = shelf.find(key);
  if (found == shelf.end()) found = shelf.emplace(key, read()).first;
  if (!found->second) return tl::make_unexpected(found->second.error());
  return found->second->get();
}

}  // namespace

const PolicyListing& Library::listing() {
  if (!m_listing) m_listing = list_policies(m_workspace);
  return *m_listing;
}

Result<const Policy*> Library::policy(const std::string& id) {
  return taken(m_policies, id, [&] { return read_policy_of(id); });
}

std::vector<const Policy*> Library::policies(Faults& problems) {
  std::vector<const Policy*> usable;
  add(problems, listing().problems);
  for (const PolicyFile& file : listing().policies) {
    const Result<const Policy*> one = policy(file.id);
    if (one)
      usable.push_back(*one);
    else
      add(problems, one.error().faults);
  }
  return usable;
}

Result<const Calendar*> Library::calendar(const std::string& name) {
  return taken(m_calendars, name, [&] { return read_calendar_of(name); });
}

std::vector<std::string> Library::editions_of(const std::string& procedure) {
  std::vector<std::string> ids;
  for (const PolicyFile& file : listing().policies)
    if (const auto policy = this->policy(file.id); policy && (*policy)->edition_of == procedure) ids.push_back(file.id);
  return ids;
}

Result<std::unique_ptr<const Policy>> Library::read_policy_of(const std::string& id) {
  const PolicyFile* file = named(listing().policies, id);
  if (!file) {
    const std::vector<std::string> editions = editions_of(id);
    if (editions.empty()) return no_policy(id, listing());
    return fail(ExitCode::refused, in_quotes(id) + " is a procedure, not a policy",
                "its editions are " + and_list(editions));
  }
  FileContent content = TRY(read_file(file->path, most_policy_bytes, file->shown));
  PolicyReading reading = read_policy(file->shown, std::move(content.bytes));
  if (!reading.policy) return unusable("policy " + in_quotes(id) + " has faults", std::move(reading.faults));
  add(m_warnings, reading.faults);
  return std::make_unique<const Policy>(*std::move(reading.policy));
}

Result<std::unique_ptr<const Calendar>> Library::read_calendar_of(const std::string& name) {
  if (name == calendar_names().back()) return read_union();
  const PolicyFile* file = named(listing().calendars, name);
  if (!file) return no_calendar(name, m_workspace);
  FileContent content = TRY(read_file(file->path, most_policy_bytes, file->shown));
  auto calendar = read_calendar(file->shown, std::move(content.bytes));
  if (!calendar) return unusable("calendar " + in_quotes(name) + " has faults", std::move(calendar.error()));
  return std::make_unique<const Calendar>(*std::move(calendar));
}

/// Tries all nations before it gives up, so that the faults of each are told.
Result<std::unique_ptr<const Calendar>> Library::read_union() {
  std::vector<Calendar> nations;
  std::optional<Failure> failure;
  for (const std::string& name : calendar_files()) {
    const Result<const Calendar*> nation = calendar(name);
    if (nation)
      nations.push_back(**nation);
    else if (!failure)
      failure = nation.error();
    else
      add(failure->faults, nation.error().faults);
  }
  if (failure) return tl::make_unexpected(*std::move(failure));
  return std::make_unique<const Calendar>(union_of(nations));
}

}  // namespace escalate

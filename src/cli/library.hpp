#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "policy/policy.hpp"
#include "store/listing.hpp"
#include "store/workspace.hpp"
#include "time/calendar.hpp"

namespace escalate {

/// The policies and calendars of a workspace, each read when it is first asked for, and once. What it hands out stays
/// where it is for as long as it lives.
class Library {
 public:
  explicit Library(Workspace workspace) : m_workspace(std::move(workspace)) {}

  const Workspace& workspace() const { return m_workspace; }
  /// Returns the files under `policies/`, listed once. Its problems are the caller's to report.
  const PolicyListing& listing();

  /// Returns the policy `id`. Fails with `refused` where no file has that name, with "did you mean", and with `data`
  /// and all faults of the file where it cannot be used.
  Result<const Policy*> policy(const std::string& id);

  /// Returns every policy that can be used, by id. The faults of the others, and of what is misplaced under
  /// `policies/`, are added to `problems`.
  std::vector<const Policy*> policies(Faults& problems);

  /// Returns the calendar `name`, one of `calendar_names()`; `uk-any` is the union of the others. Fails with `refused`
  /// on another name, and with `data` where a file it needs is missing or has faults.
  Result<const Calendar*> calendar(const std::string& name);

  /// Returns the warnings about the files read so far, in the order of reading.
  const Faults& warnings() const { return m_warnings; }

 private:
  template <typename T>
  using Shelf = std::map<std::string, Result<std::unique_ptr<const T>>>;

  std::vector<std::string> editions_of(const std::string& procedure);
  Result<std::unique_ptr<const Policy>> read_policy_of(const std::string& id);
  Result<std::unique_ptr<const Calendar>> read_calendar_of(const std::string& name);
  Result<std::unique_ptr<const Calendar>> read_union();

  Workspace m_workspace;
  std::optional<PolicyListing> m_listing;
  Shelf<Policy> m_policies;
  Shelf<Calendar> m_calendars;
  Faults m_warnings;
};

}  // namespace escalate

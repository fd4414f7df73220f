#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "cli/context.hpp"
#include "cli/library.hpp"
#include "engine/outlook.hpp"
#include "store/listing.hpp"
#include "store/version.hpp"
#include "yaml/case_reader.hpp"

namespace escalate {

/// A case file as read, with the policy and calendar it names.
struct LoadedCase {
  CaseFile file;
  std::string bytes;
  Version version;
  CaseReading reading;
  Subject subject;  ///< usable when `reading.record` is there and no problem named the policy
};

/// How a typed case id is matched (SEMANTICS.md 27).
enum class Naming { to_read, to_write };

/// The records of one workspace as one command sees them. Problems found on the way are kept in `problems`.
class Records {
 public:
  /// Finds the workspace, its settings and the names of its case files.
  static Result<Records> find(const Context& context);

  const Workspace& workspace() const { return m_workspace; }
  const Settings& settings() const { return m_settings; }
  Library& library() { return *m_library; }
  const std::vector<CaseFile>& files() const { return m_listing.files; }
  const Faults& settings_faults() const { return m_settings_faults; }

  /// Returns the case file that `typed` names. Fails with `refused` when there is none, or more than one; with `data`
  /// when a folder could not be looked into, so that neither is known.
  Result<CaseFile> named(const std::string& typed, Naming naming) const;

  /// Returns the calendar `name`, or one that covers no day where it cannot be read; its faults are kept in `problems`
  /// then.
  const Calendar* calendar_or_none(const std::string& name);

  /// Reads one case. Fails with `data` when no dates may be told from it, or its policy or calendar cannot be read;
  /// with `stand_in`, the id of another policy, it is looked at by that one then.
  Result<std::unique_ptr<LoadedCase>> load(const CaseFile& file, const std::string& stand_in = {});

  /// Returns `record` with the policy its opening names, as corrected, and the calendar of that. Fails with `data`
  /// where the policy cannot be used.
  Result<Subject> subject_of(const Case& record, const std::string& stand_in = {});

  /// Reads every case; those that cannot be used are left out, their faults kept in `problems`.
  std::vector<std::unique_ptr<LoadedCase>> load_all();

  /// Files that are not where they are read, unusable cases, damage.
  Faults problems;
  bool complete = true;  ///< every case has dates

  /// Forgets the problems found so far: they are no business of one who asks for one case.
  void forget_problems() {
    problems.clear();
    m_kept.clear();
  }

  /// Returns how many files under `cases/` are not read, because of their place or name.
  int misplaced() const { return static_cast<int>(m_listing.problems.size()); }

 private:
  Records(Workspace workspace, std::unique_ptr<Library> library)
      : m_workspace(std::move(workspace)), m_library(std::move(library)) {}
  void keep(const Faults& faults);
  tl::unexpected<Failure> cannot_tell(const std::string& typed, const std::vector<CaseFile>& found) const;

  Workspace m_workspace;
  std::unique_ptr<Library> m_library;
  Settings m_settings;
  Faults m_settings_faults;
  std::map<std::string, std::unique_ptr<const Calendar>> m_unusable;  ///< what stands for calendars that cannot be read
  Listing m_listing;
  std::set<std::tuple<std::string, int, int, std::string>> m_kept;  ///< place and text of each problem kept so far
};

}  // namespace escalate

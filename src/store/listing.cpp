// One walk finds whatever ends like YAML; what each may be is then decided by its path alone.
#include "store/listing.hpp"

#include <algorithm>
#include <system_error>

#include "base/escape.hpp"
#include "base/id.hpp"
#include "base/suggest.hpp"
#include "store/names.hpp"
#include "store/system_error.hpp"

namespace escalate {
namespace {

namespace fs = std::filesystem;

/// What ends like YAML below a folder, as paths from the workspace's root; and what could not be looked into.
struct Found {
  std::vector<fs::path> files;
  Faults problems;
  bool whole = true;
};

Fault problem(const Workspace& workspace, const fs::path& below, std::string text, std::string help) {
  return {Severity::error, {file_in(workspace, below).shown, 0, 0}, std::move(text), std::move(help), {}};
}

void look_into(const Workspace& workspace, const fs::path& below, Found& found);

void look_at(const Workspace& workspace, const fs::directory_entry& entry, const fs::path& below, Found& found) {
  const std::string name = below.filename().native();
  if (name.front() == '.') return;
  std::error_code ignored;
  const bool is_yaml = ends_like_yaml(name);
  const bool is_link = entry.is_symlink(ignored);
  if (is_yaml) found.files.push_back(below);
  if (!entry.is_directory(ignored)) return;
  if (!is_link)
    look_into(workspace, below, found);
  else if (!is_yaml)
    found.problems.push_back(problem(workspace, below, "is a symbolic link to a folder, which is not followed",
                                     "put the folder itself there, or take the link away"));
}

void look_into(const Workspace& workspace, const fs::path& below, Found& found) {
  std::error_code error;
  fs::directory_iterator entry(workspace.root / below, error);
  for (; !error && entry != fs::directory_iterator(); entry.increment(error))
    look_at(workspace, *entry, below / entry->path().filename(), found);
  if (!error) return;
  found.whole = false;
  found.problems.push_back(
      problem(workspace, below, "cannot be looked into: " + why(error.value()), "whatever it holds is missing here"));
}

Found find_yaml(const Workspace& workspace, const fs::path& folder) {
  Found found;
  look_into(workspace, folder, found);
  const auto by_bytes = [](const fs::path& a, const fs::path& b) { return a.native() < b.native(); };
  std::sort(found.files.begin(), found.files.end(), by_bytes);
  return found;
}

void put_in_order(Faults& problems) {
  std::stable_sort(problems.begin(), problems.end(),
                   [](const Fault& a, const Fault& b) { return a.place.file < b.place.file; });
}

/// A file that is not read, with the name it should have; `otherwise` is the cure where that cannot be told.
Fault misplaced(const Workspace& workspace, const fs::path& below, std::string text,
                const std::optional<fs::path>& meant, std::string otherwise) {
  if (!meant) return problem(workspace, below, std::move(text), std::move(otherwise));
  const NamedFile target = file_in(workspace, *meant);
  std::error_code ignored;
  if (fs::exists(fs::symlink_status(target.path, ignored)))
    return problem(workspace, below, std::move(text),
                   "'" + target.shown + "' exists as well: compare the two and keep one");
  const std::string verb = meant->parent_path() == below.parent_path() ? "rename" : "move";
  return problem(workspace, below, std::move(text), verb + " it to '" + target.shown + "'");
}

fs::path case_path(std::string_view id, int year) {
  const std::string digits = std::to_string(year);
  return fs::path("cases") / (std::string(4 - digits.size(), '0') + digits) / (std::string(id) + ".yaml");
}

Fault misplaced_case(const Workspace& workspace, const fs::path& below) {
  const std::optional<std::string> id = case_id_meant(below.stem().native());
  const auto meant = id ? std::optional<fs::path>(case_path(*id, *year_of_case_id(*id))) : std::nullopt;
  return misplaced(workspace, below, "is not read: a case is kept at cases/YEAR/ID.yaml", meant,
                   "name it after the id on its line 'case:', for example cases/2026/NY-2026-K7QXM.yaml");
}

bool is_calendar(std::string_view name) {
  const auto& names = calendar_file_names();
  return std::find(names.begin(), names.end(), name) != names.end();
}

Fault misplaced_calendar(const Workspace& workspace, const fs::path& below) {
  const std::optional<std::string> id = policy_id_meant(below.stem().native());
  const auto meant =
      id && is_calendar(*id) ? std::optional<fs::path>(below.parent_path() / (*id + ".yaml")) : std::nullopt;
  return misplaced(
      workspace, below, "is not read: a calendar is kept at policies/calendars/NAME.yaml", meant,
      "the names are " + and_list(calendar_file_names()) + "; uk-any is computed from them and has no file");
}

Fault misplaced_policy(const Workspace& workspace, const fs::path& below) {
  const std::optional<std::string> id = policy_id_meant(below.stem().native());
  const auto meant = id ? std::optional<fs::path>(fs::path("policies") / (*id + ".yaml")) : std::nullopt;
  return misplaced(workspace, below, "is not read: a policy is kept at policies/ID.yaml", meant,
                   "name it after its id: small letters, digits and single hyphens, then .yaml");
}

void sort_in(const Workspace& workspace, const fs::path& below, PolicyListing& listing) {
  const std::string id = below.stem().native();
  const bool in_calendars = below.parent_path() == "policies/calendars";
  const bool ending = below.extension() == ".yaml";
  auto [path, shown] = file_in(workspace, below);
  if (ending && in_calendars && is_calendar(id))
    listing.calendars.push_back({std::move(path), std::move(shown), id});
  else if (ending && below.parent_path() == "policies" && is_id(id))
    listing.policies.push_back({std::move(path), std::move(shown), id});
  else
    listing.problems.push_back(in_calendars ? misplaced_calendar(workspace, below)
                                            : misplaced_policy(workspace, below));
}

}  // namespace

std::optional<CaseFile> case_file(const Workspace& workspace, std::string_view id) {
  const std::optional<int> year = year_of_case_id(id);
  if (!year) return {};
  auto [path, shown] = file_in(workspace, case_path(id, *year));
  return CaseFile{std::move(path), std::move(shown), std::string(id), *year};
}

Listing list_cases(const Workspace& workspace) {
  Found found = find_yaml(workspace, "cases");
  Listing listing{{}, std::move(found.problems), found.whole};
  for (const fs::path& below : found.files) {
    auto file = case_file(workspace, below.stem().native());
    if (file && file->path == workspace.root / below)
      listing.files.push_back(*std::move(file));
    else
      listing.problems.push_back(misplaced_case(workspace, below));
  }
  put_in_order(listing.problems);
  return listing;
}

PolicyListing list_policies(const Workspace& workspace) {
  Found found = find_yaml(workspace, "policies");
  PolicyListing listing{{}, {}, std::move(found.problems), found.whole};
  for (const fs::path& below : found.files) sort_in(workspace, below, listing);
  put_in_order(listing.problems);
  return listing;
}

}  // namespace escalate

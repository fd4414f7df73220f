// `escalate check`: every fault of every file, and what a careful reader would warn of.
#include <algorithm>
#include <set>
#include <tuple>

#include "cli/check_history.hpp"
#include "cli/check_parts.hpp"
#include "cli/checked_file.hpp"
#include "cli/commands.hpp"
#include "cli/formats.hpp"
#include "store/workspace.hpp"
#include "time/london.hpp"

namespace escalate {
namespace {

/// Gathers problems, each once: a missing calendar is met again by every case that needs it.
class Findings {
 public:
  void add(const Faults& faults) {
    for (const Fault& fault : faults)
      if (m_known.emplace(fault.place.file, fault.place.line, fault.place.column, fault.text).second)
        m_problems.push_back(fault);
  }
  Faults errors_first() && {
    std::stable_sort(m_problems.begin(), m_problems.end(),
                     [](const Fault& a, const Fault& b) { return a.severity < b.severity; });
    return std::move(m_problems);
  }

 private:
  std::set<std::tuple<std::string, int, int, std::string>> m_known;
  Faults m_problems;
};

bool is_there(const NamedFile& file) {
  std::error_code ignored;
  // One that cannot be looked at is there: reading it says why.
  return std::filesystem::symlink_status(file.path, ignored).type() != std::filesystem::file_type::not_found;
}

/// Reads the calendar that each policy names; one that is missing becomes a problem of the records.
void read_calendars_named(Records& records) {
  Faults told_with_the_file;
  for (const Policy* policy : records.library().policies(told_with_the_file))
    records.calendar_or_none(policy->calendar);
}

std::vector<CheckedFile> checked_files(Records& records, Instant now) {
  const Check check{london_date(now), &records.library(), nullptr};
  const PolicyListing& listing = records.library().listing();
  std::vector<CheckedFile> files;
  for (const PolicyFile& file : listing.policies) files.push_back(checked(check, file, CheckedFile::Kind::policy));
  for (const PolicyFile& file : listing.calendars) files.push_back(checked(check, file, CheckedFile::Kind::calendar));
  const NamedFile settings = settings_file(records.workspace());
  if (is_there(settings))
    files.push_back(checked(check, {settings.path, settings.shown, "escalate"}, CheckedFile::Kind::settings));
  return files;
}

Faults errors_of(const Faults& faults) {
  Faults errors;
  for (const Fault& fault : faults)
    if (fault.severity == Severity::error) errors.push_back(fault);
  return errors;
}

/// Gathers everything. A cause comes before what follows from it, so the errors of policies and calendars before those
/// of cases; but what a reader can do least about, the warnings about a partnership's own policy, comes last.
CheckReport report_on(Records& records, Instant now, bool history) {
  CheckReport report;
  Findings findings;
  report.files = checked_files(records, now);
  read_calendars_named(records);
  report.complete = records.complete;
  for (const CheckedFile& file : report.files)
    findings.add(file.kind == CheckedFile::Kind::policy ? errors_of(file.faults) : file.faults);
  findings.add(records.library().listing().problems);
  findings.add(records.problems);
  for (const WorkspaceCheck check : workspace_checks()) findings.add(check({records, now}));
  for (const CaseFile& file : records.files()) {
    CaseFindings one = check_case(records, file, now);
    report.complete = report.complete && one.has_dates;
    findings.add(one.found.faults);
    report.cases.push_back(std::move(one.found));
  }
  if (history) {
    const HistoryFindings found = check_history(records);
    report.commits = found.commits;
    findings.add(found.faults);
  }
  for (const CheckedFile& file : report.files) findings.add(file.faults);
  findings.add(records.problems);
  report.problems = std::move(findings).errors_first();
  return report;
}

}  // namespace

Result<ExitCode> run(const CheckOptions& options, Context& context) {
  TRY(no_csv(context, "check"));
  Records records = TRY(Records::find(context));
  const CheckReport report = report_on(records, context.now(), options.history);
  if (context.global.format == Format::json) {
    context.env.out(json_of_check(report, context.now()));
  } else {
    context.env.err(problems_of_check(report));
    context.env.out(text_of_check(report));
  }
  return any_error(report.problems) ? ExitCode::found : ExitCode::ok;
}

}  // namespace escalate

#include "cli/checked_file.hpp"

#include "base/fault_order.hpp"
#include "cli/settings_file.hpp"
#include "engine/sums.hpp"
#include "policy/check.hpp"
#include "policy/quotes.hpp"
#include "store/files.hpp"
#include "yaml/calendar_reader.hpp"
#include "yaml/policy_reader.hpp"
#include "yaml/read.hpp"
#include "yaml/settings_reader.hpp"

namespace escalate {
namespace {

void add(Faults& faults, const Faults& more) { faults.insert(faults.end(), more.begin(), more.end()); }

template <typename T>
Faults faults_of(tl::expected<T, Faults> reading) {
  return reading ? Faults{} : std::move(reading).error();
}

Fault sums_not_checked(const std::string& file, const Policy& policy, const std::string& why, std::string help = {}) {
  return {Severity::warning,
          {file, 0, 0},
          "the sums were not checked, which needs the calendar '" + policy.calendar + "': " + why,
          std::move(help),
          {}};
}

Faults sums_of(const Check& check, const std::string& file, const Policy& policy) {
  if (!check.library)
    return {sums_not_checked(file, policy, "there is no workspace from here upward", "name one with -C")};
  const auto calendar = check.library->calendar(policy.calendar);
  if (!calendar) return {sums_not_checked(file, policy, calendar.error().text)};
  return sums_that_do_not_close(policy, **calendar, std::chrono::year_month_day{check.today}.year());
}

void check_policy(const Check& check, const std::string& bytes, CheckedFile& file) {
  PolicyReading reading = read_policy(file.file, bytes);
  file.faults = std::move(reading.faults);
  if (!reading.policy) return;
  add(file.faults, warnings_of(*reading.policy, check.today));
  add(file.faults, sums_of(check, file.file, *reading.policy));
  if (!check.against) return;
  const Faults missing = quotes_missing(*reading.policy, check.against->bytes);
  file.against = check.against->name;
  file.quotations_missing = missing.size();
  add(file.faults, missing);
}

void check_settings(const Check& check, const std::string& bytes, CheckedFile& file) {
  const auto settings = read_settings(file.file, bytes);
  if (!settings) file.faults = settings.error();
  if (settings && check.library) file.faults = warnings_of(*settings, *check.library);
}

void fill_excerpts(Faults& faults, const std::string& bytes) {
  for (Fault& fault : faults)
    if (fault.excerpt.empty() && fault.place.line > 0) fault.excerpt = line_of(bytes, fault.place.line);
}

}  // namespace

CheckedFile::Kind kind_of(const std::string& file, const std::string& bytes) {
  const auto document = read_yaml(file, bytes, Opinions::libyaml_only);
  const Node* format = document ? document->root.find("escalate") : nullptr;
  if (format && format->text.rfind("calendar/", 0) == 0) return CheckedFile::Kind::calendar;
  if (format && format->text.rfind("settings/", 0) == 0) return CheckedFile::Kind::settings;
  if (document && !format && document->root.find("holidays")) return CheckedFile::Kind::calendar;
  return CheckedFile::Kind::policy;
}

CheckedFile checked(const Check& check, const PolicyFile& named, CheckedFile::Kind kind, const std::string& bytes) {
  CheckedFile file{kind, named.id, named.shown, {}, {}, 0};
  if (kind == CheckedFile::Kind::policy) check_policy(check, bytes, file);
  if (kind == CheckedFile::Kind::calendar) file.faults = faults_of(read_calendar(named.shown, bytes));
  if (kind == CheckedFile::Kind::settings) check_settings(check, bytes, file);
  put_in_file_order(file.faults);
  fill_excerpts(file.faults, bytes);
  return file;
}

CheckedFile checked(const Check& check, const PolicyFile& named, CheckedFile::Kind kind) {
  const auto content = read_file(named.path, most_policy_bytes, named.shown);
  if (content) return checked(check, named, kind, content->bytes);
  return {kind, named.id, named.shown, content.error().faults, {}, 0};
}

}  // namespace escalate

#include "cli/option_rules.hpp"

#include <variant>

namespace escalate {
namespace {

std::string without_blanks(const std::string& text) {
  const std::size_t first = text.find_first_not_of(' ');
  return first == std::string::npos ? std::string() : text.substr(first, text.find_last_not_of(' ') - first + 1);
}

std::vector<std::string> split_at_commas(const std::vector<std::string>& texts) {
  std::vector<std::string> parts;
  for (const std::string& text : texts) {
    std::size_t start = 0;
    for (std::size_t comma = 0; comma != std::string::npos; start = comma + 1) {
      comma = text.find(',', start);
      parts.push_back(without_blanks(text.substr(start, comma - start)));
    }
  }
  return parts;
}

template <typename T>
Result<void> settle_one(T&) {
  return {};
}

Result<void> settle_one(DoneOptions& options) {
  if (!options.stage || !options.all) return {};
  return fail(ExitCode::usage, "'--stage' and '--all' exclude each other",
              "give --stage STAGE for one stage, or --all for every one");
}

Result<void> settle_one(CorrectOptions& options) {
  if (!options.void_case || options.values.empty()) return {};
  return fail(ExitCode::usage, "'--void' and '--set' exclude each other",
              "give --set KEY=VALUE for other values, or --void for a case opened in error");
}

Result<void> settle_one(CalendarImportOptions& options) {
  if (!options.yes || !options.dry_run) return {};
  return fail(ExitCode::usage, "'--yes' and '--dry-run' exclude each other",
              "give --dry-run to see what would be written, or --yes to write it");
}

Result<void> settle_one(StatusOptions& options) {
  if (!options.forecast || options.case_id) return {};
  return fail(ExitCode::usage, "'--forecast' needs a case",
              "escalate status CASE --forecast; for a policy: escalate policy timetable ID --from TIME");
}

Result<void> settle_one(OverdueOptions& options) {
  options.only = split_at_commas(options.only);
  return {};
}

}  // namespace

Result<void> settle(Options& options) {
  return std::visit([](auto& one) { return settle_one(one); }, options);
}

}  // namespace escalate

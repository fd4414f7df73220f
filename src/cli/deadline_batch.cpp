#include "cli/deadline_batch.hpp"

#include <algorithm>

#include "base/suggest.hpp"
#include "cli/csv_input.hpp"
#include "time/quote.hpp"

namespace escalate {
namespace {

constexpr std::size_t asked_columns = 4;  ///< of `deadline_columns`: what a question has
constexpr const char* input_name = "standard input";

std::vector<std::string> question_columns() {
  const auto& columns = deadline_columns();
  return {columns.begin(), columns.begin() + asked_columns};
}

tl::unexpected<Failure> bad_header(std::string text, std::string help) {
  return fail(
      ExitCode::usage, input_name + std::string(": ") + std::move(text),
      help.empty() ? "its first line must name the columns: from,duration,calendar,count-from" : std::move(help));
}

Result<void> check_header(const std::vector<CsvLine>& lines) {
  if (lines.empty()) return bad_header("there is no line in it", {});
  const CsvLine& header = lines.front();
  if (header.malformed) return bad_header("a quote is out of place in line " + std::to_string(header.number), {});
  const auto& known = deadline_columns();
  for (const std::string& name : header.fields) {
    if (std::find(known.begin(), known.end(), name) == known.end())
      return bad_header("unknown column " + in_quotes(name), did_you_mean(name, known));
    if (std::count(header.fields.begin(), header.fields.end(), name) > 1)
      return bad_header("the column " + in_quotes(name) + " stands there twice", {});
  }
  for (const std::string& name : question_columns())
    if (std::find(header.fields.begin(), header.fields.end(), name) == header.fields.end())
      return bad_header("the column '" + name + "' is missing", {});
  return {};
}

/// Returns the field of the column `name`, empty where the line is too short.
std::string field_of(const CsvLine& line, const CsvLine& header, std::string_view name) {
  const auto column = std::find(header.fields.begin(), header.fields.end(), name);
  const auto index = static_cast<std::size_t>(column - header.fields.begin());
  return index < line.fields.size() ? line.fields[index] : std::string();
}

DeadlineQuestion question_of(const CsvLine& line, const CsvLine& header) {
  return {field_of(line, header, "from"), field_of(line, header, "duration"), field_of(line, header, "calendar"),
          field_of(line, header, "count-from")};
}

DeadlineRow asked(const DeadlineQuestion& question) {
  DeadlineRow row;
  row.from = question.from;
  row.duration = question.duration;
  row.calendar = question.calendar.empty() ? default_calendar : question.calendar;
  row.count_from = question.count_from.empty() ? default_count_from : question.count_from;
  return row;
}

/// What cannot be read comes before what cannot be.
std::string error_word(const std::vector<TimeFault>& faults) {
  if (faults.empty()) return {};
  const auto usage = std::find_if(faults.begin(), faults.end(),
                                  [](const TimeFault& fault) { return fault.kind == TimeFault::Kind::usage; });
  return word_of(usage == faults.end() ? faults.front().kind : usage->kind);
}

/// Makes the rows one by one.
struct Batch {
  const CsvLine& header;
  Instant now;
  Calendars& calendars;
  DeadlineBatch result;
  std::vector<std::string> calendars_told;

  void problem(const CsvLine& line, std::string text, std::string help) {
    result.problems.push_back({Severity::error, {input_name, line.number, 0}, std::move(text), std::move(help), {}});
  }

  void add_unreadable(const CsvLine& line) {
    DeadlineRow row;
    if (line.malformed)
      row.from = line.fields.front();
    else
      row = asked(question_of(line, header));
    row.error = word_of(TimeFault::Kind::usage);
    result.rows.push_back(row);
    const std::string counts = std::to_string(line.fields.size()) + (line.fields.size() == 1 ? " field" : " fields") +
                               " where the header has " + std::to_string(header.fields.size());
    problem(line, line.malformed ? "a quote is out of place" : counts,
            "write from,duration,calendar,count-from, a text with a comma in double quotes");
  }

  /// A calendar that cannot be read is told, with its own faults, at the first line that needs it.
  void tell(const CsvLine& line, const DeadlineAnswer& answer) {
    const std::string& name = answer.deadline.calendar_name;
    if (answer.no_calendar && std::count(calendars_told.begin(), calendars_told.end(), name)) return;
    for (const TimeFault& fault : answer.faults) problem(line, fault.text, fault.help);
    if (!answer.no_calendar) return;
    calendars_told.push_back(name);
    const Faults& faults = answer.no_calendar->faults;
    result.problems.insert(result.problems.end(), faults.begin(), faults.end());
  }

  void add(const CsvLine& line) {
    if (line.malformed || line.fields.size() != header.fields.size()) return add_unreadable(line);
    const DeadlineQuestion question = question_of(line, header);
    const DeadlineAnswer one = answer(question, now, calendars);
    DeadlineRow row = asked(question);
    row.error = error_word(one.faults);
    if (one.faults.empty() && one.deadline.count) {
      row.due = iso(one.deadline.count->due);
      row.provisional = one.deadline.count->provisional ? "true" : "false";
    }
    result.rows.push_back(row);
    tell(line, one);
  }
};

}  // namespace

Result<DeadlineBatch> answer_lines(std::string_view text, Instant now, Calendars& calendars) {
  const std::vector<CsvLine> lines = csv_lines(text);
  TRY(check_header(lines));
  Batch batch{lines.front(), now, calendars, {}, {}};
  for (std::size_t i = 1; i < lines.size(); ++i) batch.add(lines[i]);
  return std::move(batch.result);
}

}  // namespace escalate

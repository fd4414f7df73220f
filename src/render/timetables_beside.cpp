// Two columns: stages that both have stand beside each other; where they have none in common, the first beside the
// first.
#include <fmt/format.h>

#include <algorithm>

#include "base/escape.hpp"
#include "render/layout.hpp"
#include "render/policy_compare.hpp"
#include "time/words.hpp"

namespace escalate {
namespace {

constexpr int column_width = 39;

/// Returns the lines of a cell, at most `column_width` columns wide.
std::vector<std::string> cell_lines(std::string_view text, std::string_view first, std::string_view rest) {
  const std::string margin(page_width - column_width, ' ');
  std::vector<std::string> lines = lines_of(wrapped(text, margin + std::string(first), margin + std::string(rest)));
  for (std::string& line : lines) line.erase(0, std::min(line.size(), margin.size()));
  return lines;
}

/// A row: a stage of either timetable, or of one.
struct Row {
  const TimetableStage* a = nullptr;
  const TimetableStage* b = nullptr;
};

std::size_t place_of(const std::string& stage, const std::vector<TimetableStage>& stages) {
  const auto found =
      std::find_if(stages.begin(), stages.end(), [&](const TimetableStage& one) { return one.stage == stage; });
  return static_cast<std::size_t>(found - stages.begin());
}

std::vector<Row> rows_by_number(const std::vector<TimetableStage>& a, const std::vector<TimetableStage>& b) {
  std::vector<Row> rows(std::max(a.size(), b.size()));
  for (std::size_t i = 0; i < a.size(); ++i) rows[i].a = &a[i];
  for (std::size_t i = 0; i < b.size(); ++i) rows[i].b = &b[i];
  return rows;
}

/// Returns the stages of both in their orders, those they share in one row.
std::vector<Row> rows_of(const std::vector<TimetableStage>& a, const std::vector<TimetableStage>& b) {
  const bool common =
      std::any_of(a.begin(), a.end(), [&](const TimetableStage& one) { return place_of(one.stage, b) < b.size(); });
  if (!common) return rows_by_number(a, b);
  std::vector<Row> rows;
  std::size_t next = 0;
  for (const TimetableStage& stage : a) {
    const std::size_t place = place_of(stage.stage, b);
    const bool shared = place < b.size() && next <= place;
    for (; shared && next < place; ++next) rows.push_back({nullptr, &b[next]});
    rows.push_back({&stage, shared ? &b[next++] : nullptr});
  }
  for (; next < b.size(); ++next) rows.push_back({nullptr, &b[next]});
  return rows;
}

/// Returns the limit whose due is the due of the stage, or null.
const TimetableLimit* binding_of(const TimetableStage& stage) {
  const auto found =
      std::find_if(stage.limits.begin(), stage.limits.end(), [](const TimetableLimit& limit) { return limit.binding; });
  return found == stage.limits.end() ? nullptr : &*found;
}

std::vector<std::string> cell_of(const TimetableStage* stage, const Policy& policy) {
  if (!stage) return {"-"};
  std::vector<std::string> lines =
      cell_lines("Stage " + stage->stage + ": " + shown(policy.stage(stage->stage)->title), "", "  ");
  const auto add = [&lines](const std::string& text, std::string_view first) {
    for (std::string& line : cell_lines(text, first, "           ")) lines.push_back(std::move(line));
  };
  add(short_words(Due{stage->entered}), "  entered  ");
  const TimetableLimit* limit = binding_of(*stage);
  if (stage->due)
    add(short_words(*stage->due), "  due      ");
  else
    add("no due time", "  ");
  if (limit) add(limit->limit->id + (limit->provisional ? " (provisional)" : ""), "  by       ");
  return lines;
}

std::string beside(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  std::string text;
  for (std::size_t i = 0; i < std::max(a.size(), b.size()); ++i) {
    const std::string left = i < a.size() ? a[i] : "";
    const std::string right = i < b.size() ? b[i] : "";
    text += right.empty() ? left + "\n" : padded(left, column_width + 2) + right + "\n";
  }
  return text;
}

std::vector<std::string> heading_of(const char* letter, const Timetable& timetable) {
  return cell_lines(fmt::format("{}: {}, route {}", letter, timetable.question.policy->id, timetable.question.route),
                    "", "   ");
}

}  // namespace

std::string timetables_beside(const Timetable& a, const Timetable& b) {
  std::string text =
      wrapped("TIMETABLES from " + in_words(a.question.start) + ", with every limit used to the full", "", "") + "\n" +
      beside(heading_of("A", a), heading_of("B", b));
  for (const Row& row : rows_of(a.stages, b.stages))
    text += "\n" + beside(cell_of(row.a, *a.question.policy), cell_of(row.b, *b.question.policy));
  return text;
}

}  // namespace escalate

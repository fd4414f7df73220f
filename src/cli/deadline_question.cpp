#include "cli/deadline_question.hpp"

#include <algorithm>

#include "base/suggest.hpp"
#include "time/quote.hpp"

namespace escalate {
namespace {

template <typename T>
void keep(T& place, Timed<T> value, std::vector<TimeFault>& faults) {
  if (value)
    place = *std::move(value);
  else
    faults.push_back(value.error());
}

tl::unexpected<TimeFault> unknown_word(const char* what, const std::string& word,
                                       const std::vector<std::string>& known) {
  return time_fault(TimeFault::Kind::usage, std::string("unknown ") + what + " " + in_quotes(word),
                    did_you_mean(word, known, "write " + or_list(known)));
}

Timed<std::string> read_calendar_name(const std::string& word) {
  const auto& names = calendar_names();
  if (std::find(names.begin(), names.end(), word) != names.end()) return word;
  return unknown_word("calendar", word, names);
}

Timed<CountFrom> read_count_from(const std::string& word) {
  if (const auto count_from = count_from_word(word)) return *count_from;
  return unknown_word("count-from", word, {"receipt", "deemed", "inclusive"});
}

bool needs_calendar(const Within& within) {
  return within.time &&
         (std::holds_alternative<WorkingDays>(*within.time) || std::holds_alternative<SameWorkingDay>(*within.time) ||
          std::holds_alternative<NextWorkingDay>(*within.time));
}

void look_up_calendar(DeadlineAnswer& answer, Calendars& calendars) {
  auto found = calendars.named(answer.deadline.calendar_name);
  if (found) {
    answer.deadline.calendar = *found;
    return;
  }
  answer.no_calendar = std::move(found).error();
  answer.faults.push_back({TimeFault::Kind::coverage, answer.no_calendar->text, answer.no_calendar->help});
}

void count_it(DeadlineAnswer& answer) {
  Deadline& deadline = answer.deadline;
  const Calendar none{};
  auto counted =
      count(deadline.from, *deadline.within.time, deadline.calendar ? *deadline.calendar : none, deadline.count_from);
  if (counted)
    deadline.count = *std::move(counted);
  else
    answer.faults.push_back(std::move(counted).error());
}

}  // namespace

Result<const Calendar*> Calendars::named(const std::string& name) {
  if (!m_library) {
    auto workspace = find_workspace(m_context.env.working_directory, m_context.global.dir);
    if (workspace)
      m_library.emplace(Library(*std::move(workspace)));
    else
      m_library.emplace(tl::make_unexpected(std::move(workspace).error()));
  }
  if (!*m_library) return tl::make_unexpected(m_library->error());
  return (*m_library)->calendar(name);
}

DeadlineAnswer answer(const DeadlineQuestion& question, Instant now, Calendars& calendars) {
  DeadlineAnswer answer;
  Deadline& deadline = answer.deadline;
  deadline.calendar_by_default = question.calendar.empty();
  keep(deadline.from, parse_typed(question.from, now), answer.faults);
  keep(deadline.within, parse_within(question.duration), answer.faults);
  keep(deadline.calendar_name, read_calendar_name(question.calendar.empty() ? default_calendar : question.calendar),
       answer.faults);
  keep(deadline.count_from, read_count_from(question.count_from.empty() ? default_count_from : question.count_from),
       answer.faults);
  if (answer.faults.empty() && deadline.within.out_of_hours)
    answer.faults.push_back({TimeFault::Kind::usage, "'out of hours' needs the office hours of a policy",
                             "write one of the two times alone, or see: escalate policy timetable"});
  if (!answer.faults.empty() || !deadline.within.time) return answer;
  if (needs_calendar(deadline.within)) look_up_calendar(answer, calendars);
  if (answer.faults.empty()) count_it(answer);
  return answer;
}

}  // namespace escalate

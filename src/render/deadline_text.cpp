#include "render/counting.hpp"
#include "render/deadline.hpp"
#include "render/layout.hpp"
#include "time/london.hpp"
#include "time/words.hpp"

namespace escalate {
namespace {

std::string no_due_sentence(const Within& within) {
  if (within.agreed()) return "No due time until one is agreed: 'agreed' sets none.\n";
  return "No due time: '" + within.open->words + "' sets none.\n";
}

std::string count_from_words(CountFrom count_from) {
  if (count_from == CountFrom::receipt) return "counted from receipt";
  if (count_from == CountFrom::deemed)
    return "counted from deemed receipt (a closed day counts as the next working day, which is day 0)";
  return "counted inclusively (the first working day on or after it is day 1)";
}

/// Returns what was counted, from when, and on whose bank holidays.
std::string question_sentence(const Deadline& deadline) {
  if (deadline.count->due.immediately) return "In time until the end of that day.";
  std::string text = text_of(deadline.within) + " from " + in_words(deadline.from);
  if (!deadline.calendar) return text + ".";
  text += ", " + deadline.calendar_name + " bank holidays";
  if (deadline.calendar_by_default) text += " (" + deadline.calendar_name + " is the default)";
  if (std::holds_alternative<SameWorkingDay>(*deadline.within.time))
    return text + ": that day if it is a working day, else the next.";
  return text + ", " + count_from_words(deadline.count_from) + ".";
}

/// Returns what a reader may not expect about a count without days.
std::string remark(const Deadline& deadline) {
  const Stamp& due = deadline.count->due.when;
  if (std::holds_alternative<Hours>(*deadline.within.time)) {
    std::string text = std::holds_alternative<Date>(deadline.from) ? " A day without a time counts from 00:00." : "";
    if (london_offset(instant_of(deadline.from)) != london_offset(instant_of(due)))
      text += " The clocks change in between; the hours are counted as they pass.";
    return text;
  }
  const auto number = [](const Stamp& stamp) { return std::chrono::year_month_day{day_of(stamp)}.day(); };
  if (std::holds_alternative<Months>(*deadline.within.time) && number(due) != number(deadline.from))
    return " That month is shorter; its last day counts.";
  return {};
}

std::string openness(const Within& within) {
  if (within.or_sooner) return " A sooner day may be agreed.";
  if (within.agreed()) return " This is the most; a sooner day is agreed.";
  return within.open ? " This is the most; it is to be done " + within.open->words + "." : "";
}

std::string provisional_words(const Deadline& deadline) {
  return wrapped("Provisional: GOV.UK has published bank holidays until " +
                     in_words(deadline.calendar->official_until) +
                     ". The later ones are worked out by rule, so this due time may still change.",
                 "", "");
}

}  // namespace

std::string deadline_text(const Deadline& deadline) {
  if (!deadline.count) return no_due_sentence(deadline.within);
  std::string text = "Due " + by_words(deadline.count->due) + ".\n";
  text += wrapped(question_sentence(deadline) + remark(deadline) + openness(deadline.within), "", "");
  if (deadline.count->provisional) text += provisional_words(deadline);
  return deadline.count->days.empty() ? text : text + "\n" + day_lines(*deadline.count, deadline.from, "  ");
}

}  // namespace escalate

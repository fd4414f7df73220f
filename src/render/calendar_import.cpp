#include "render/calendar_import.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/escape.hpp"
#include "base/suggest.hpp"
#include "render/layout.hpp"
#include "render/sentences.hpp"
#include "time/words.hpp"

namespace escalate {
namespace {

constexpr int label_width = 11;

std::string row(const std::string& label, const std::string& text) {
  return wrapped(text, "  " + padded(label, label_width), "  " + padded("", label_width + 2));
}

std::string word_of(DayChange::Kind kind) {
  switch (kind) {
    case DayChange::Kind::added:
      return "added";
    case DayChange::Kind::moved:
      return "moved";
    case DayChange::Kind::removed:
      return "removed";
    case DayChange::Kind::renamed:
      return "renamed";
    case DayChange::Kind::kept:
      return "kept";
  }
  return {};
}

std::string provisional_words(const DayChange& change) {
  return change.was_projected ? " (was provisional: worked out by rule)" : "";
}

std::string day_row(const DayChange& change) {
  std::string text = short_words(change.day) + ": " + shown(change.name);
  if (change.moved_from) text += ", was on " + short_words(*change.moved_from);
  if (!change.renamed_from.empty()) text += ", was called " + shown(change.renamed_from);
  if (change.kind == DayChange::Kind::kept) text += "; the file lacks it, but it has passed";
  return row(word_of(change.kind), text + provisional_words(change));
}

std::string confirmed_row(int year, int days) {
  return row("confirmed", fmt::format("{} provisional {} of {}", days, days == 1 ? "day" : "days", year));
}

std::string until_row(const std::string& label, Date before, Date after) {
  return before == after ? std::string() : row(label, in_words(after) + ", was " + in_words(before));
}

std::string years_of(const std::vector<int>& years) {
  std::vector<std::string> words;
  for (const int year : years) words.push_back(std::to_string(year));
  return and_list(words);
}

std::string left_out(int days, const std::string& where) {
  return row("left out", fmt::format("{} {} {}", days, days == 1 ? "day" : "days", where));
}

std::string notes_on(const CalendarChange& change) {
  std::string text;
  if (!change.partial.empty())
    text += row("in part", "the file does not have all of " + years_of(change.partial) + ": no day of " +
                               (change.partial.size() == 1 ? "it" : "these years") + " is taken away");
  if (change.before_coverage > 0) text += left_out(change.before_coverage, "before this calendar begins");
  if (change.after_coverage > 0) text += left_out(change.after_coverage, "after this calendar ends");
  return text;
}

std::string calendar_block(const ImportedCalendar& one) {
  const CalendarChange& change = one.change;
  std::string text = one.before->id + "\n";
  if (change.older)
    return text + wrapped(fmt::format("The file ends in {}, and this calendar is published until {} already: nothing "
                                      "is new.",
                                      change.last_year, in_words(one.before->official_until)),
                          "  ", "  ");
  text += row("file has", change.first_year == change.last_year
                              ? std::to_string(change.last_year)
                              : fmt::format("{} to {}", change.first_year, change.last_year));
  for (const DayChange& day : change.days) text += day_row(day);
  for (const auto& [year, days] : change.confirmed) text += confirmed_row(year, days);
  text += until_row("official", one.before->official_until, change.after.official_until);
  text += until_row("covers", one.before->covers_until, change.after.covers_until) + notes_on(change);
  return one.altered() ? text : text + "  Nothing is new.\n";
}

std::string due_words(const std::optional<Due>& due) { return due ? short_words(*due) : "no date"; }

std::string move_line(const Move& move, const Policy& policy) {
  const Limit* limit = policy.limit(move.id);
  const Duty* duty = policy.duty(move.id);
  const std::string title = limit ? limit->title : duty ? duty->what : "";
  const std::string where = move.kind == AlertKind::duty && !move.stage.empty() ? ", stage " + move.stage : "";
  return wrapped(fmt::format("{}{} ({}): was due {}, now {}{}", move.id, where, shown(title), due_words(move.before),
                             due_words(move.after), move.provisional ? " (provisional)" : ""),
                 "  ", "    ");
}

std::string case_block(const MovedCase& moved) {
  const Outlook& outlook = *moved.outlook;
  std::string text =
      wrapped(outlook.subject.record->id + " " + outlook.subject.policy->id + ", " +
                  stage_words(*outlook.subject.policy, outlook.is().stage) + (outlook.is().open() ? "" : " (resolved)"),
              "", "  ");
  for (const Move& move : moved.moves) text += move_line(move, *outlook.subject.policy);
  return text;
}

std::string cases_part(const CalendarImport& import) {
  std::string text;
  if (!import.cases.empty()) {
    text += "\nCASES THAT GET ANOTHER DATE\n";
    for (const MovedCase& moved : import.cases) text += "\n" + case_block(moved);
  } else if (import.alters_any()) {
    text += "\nNo case gets another date.\n";
  }
  if (import.unread > 0)
    text += "\n" + wrapped(fmt::format("Nothing can be said of {} {}: see the errors.", import.unread,
                                       import.unread == 1 ? "case file" : "case files"),
                           "", "");
  return text;
}

Json json_of(const DayChange& change) {
  Json json;
  json["change"] = word_of(change.kind);
  json["day"] = iso(change.day);
  json["name"] = change.name;
  json["day-before"] = change.moved_from ? Json(iso(*change.moved_from)) : Json(nullptr);
  json["name-before"] = text_or_null(change.renamed_from);
  json["was-provisional"] = change.was_projected;
  return json;
}

Json json_of(const ImportedCalendar& one) {
  const CalendarChange& change = one.change;
  Json json;
  json["calendar"] = one.before->id;
  json["file"] = one.file;
  json["altered"] = one.altered();
  json["first-year"] = change.first_year;
  json["last-year"] = change.last_year;
  json["partial-years"] = change.partial;
  json["official-until"] = iso(change.after.official_until);
  json["official-until-before"] = iso(one.before->official_until);
  json["covers-until"] = iso(change.after.covers_until);
  json["covers-until-before"] = iso(one.before->covers_until);
  json["days"] = Json::array();
  for (const DayChange& day : change.days) json["days"].push_back(json_of(day));
  json["confirmed"] = Json::array();
  for (const auto& [year, days] : change.confirmed) json["confirmed"].push_back({{"year", year}, {"count", days}});
  return json;
}

Json json_of(const MovedCase& moved) {
  Json json;
  json["case"] = moved.outlook->subject.record->id;
  json["policy"] = moved.outlook->subject.policy->id;
  json["stage"] = moved.outlook->is().stage;
  json["state"] = word_of(moved.outlook->is().standing);
  json["moves"] = Json::array();
  for (const Move& move : moved.moves)
    json["moves"].push_back({{"kind", word_of(move.kind)},
                             {"id", move.id},
                             {"stage", move.stage},
                             {"due-before", due_or_null(move.before)},
                             {"due", due_or_null(move.after)},
                             {"provisional", move.provisional}});
  return json;
}

}  // namespace

bool CalendarImport::alters_any() const {
  return std::any_of(calendars.begin(), calendars.end(), [](const ImportedCalendar& one) { return one.altered(); });
}

std::string import_text(const CalendarImport& import) {
  std::string text;
  for (const ImportedCalendar& one : import.calendars) text += (text.empty() ? "" : "\n") + calendar_block(one);
  return text + cases_part(import);
}

std::string import_json(const CalendarImport& import, bool written, const Envelope& envelope) {
  Json json = begin_json(envelope);
  json["file"] = import.source;
  json["written"] = written;
  json["calendars"] = Json::array();
  for (const ImportedCalendar& one : import.calendars) json["calendars"].push_back(json_of(one));
  json["cases"] = Json::array();
  for (const MovedCase& moved : import.cases) json["cases"].push_back(json_of(moved));
  return text_of(json);
}

}  // namespace escalate

#include "render/history.hpp"

#include <algorithm>

#include "base/escape.hpp"
#include "base/letters.hpp"
#include "base/suggest.hpp"
#include "casefile/event_names.hpp"
#include "engine/owners.hpp"
#include "render/case_parts.hpp"
#include "render/commands.hpp"
#include "render/deeds.hpp"
#include "render/layout.hpp"
#include "render/sentences.hpp"
#include "time/words.hpp"

namespace escalate {
namespace {

const std::string below_time = std::string(15, ' ');

/// Returns a line below the time and the id of an event.
std::string line(const std::string& text) { return wrapped(text, below_time, below_time + "  "); }

/// Returns a text that somebody wrote, after what it is.
std::string said(const std::string& what, const std::string& text) {
  return text.empty() ? std::string() : line(what + ": " + printable(text));
}

/// Returns the texts of an event whole.
struct Texts {
  const Policy& policy;
  std::string operator()(const Opened& opened) const {
    std::string text = said("Because", opened.because) + said("Theme", theme_title(policy, opened.theme)) +
                       said("Concern", opened.concern) + said("Sought", opened.sought);
    for (const auto& [mark, since] : opened.marks)
      text += line("Mark '" + mark + "', " + (since ? "since " + in_words(*since) : "since an unknown time") + ": " +
                   title_of_mark(policy, mark));
    return text;
  }
  std::string operator()(const Advanced& advanced) const { return said("Because", advanced.because); }
  std::string operator()(const Noted& noted) const { return said("Note", noted.text); }
  std::string operator()(const Marked& marked) const { return line(title_of_mark(policy, marked.mark)); }
  std::string operator()(const Done& done) const { return said("Because", done.not_needed) + said("Note", done.note); }
  std::string operator()(const Agreed& agreed) const { return said("Agreed with", role(agreed.with)); }
  std::string operator()(const Extended& extended) const {
    return said("Because", extended.because) + said("Agreed with", role(extended.agreed_with));
  }
  std::string operator()(const Resolved& resolved) const {
    return said("Result", resolved.result) + said("Outcome", resolved.outcome) +
           said("Next steps", resolved.next_steps);
  }
  std::string operator()(const Closed& closed) const { return said("Because", closed.because); }
  std::string operator()(const Reopened& reopened) const { return said("Because", reopened.because); }
  std::string operator()(const Halted& halted) const { return said("Because", halted.because); }
  std::string operator()(const Resumed&) const { return {}; }
  std::string operator()(const Assigned& assigned) const { return said("Role", role(assigned.role)); }
  std::string operator()(const Corrected& corrected) const { return said("Because", corrected.because); }

 private:
  std::string role(const std::string& id) const {
    const Role* known = policy.role(id);
    return known ? known->title : id;
  }
};

/// Returns whether the case had this outcome of a duty, and whose it was.
std::string owed_line(const Outlook& outlook, const Event& event) {
  const auto* done = std::get_if<Done>(&event.body);
  if (!done) return {};
  for (const Occurrence& one : outlook.is().occurrences)
    if (one.duty->id == done->duty && one.stage == done->stage && one.role == done->role && one.of == done->of)
      return line("owed by " + owed_words(outlook, one));
  return {};
}

/// Says which roles of the policy somebody acts in; of a role with the same title only its side.
std::string roles_words(const Outlook& outlook, const Told& told) {
  const Policy& policy = *outlook.subject.policy;
  std::vector<std::string> titles;
  for (const std::string& id : told.roles)
    if (const Role* role = policy.role(id); role && in_small(role->title) != in_small(told.event->by))
      titles.push_back(role->title);
  const std::vector<std::string> sides = sides_of(told.roles, policy);
  std::string words = titles.empty() ? "" : ", as " + shown(and_list(titles));
  if (!sides.empty()) words += " (" + and_list(sides) + (sides.size() > 1 ? " sides)" : " side)");
  return words;
}

/// Says when an event was written down, where that is another time.
std::string recorded_line(const Event& event) {
  const int days = days_until_logged(event);
  if (days > 0) return line("recorded " + age_in_words(days) + " later, on " + in_words(Stamp(event.logged)));
  const auto* at = std::get_if<Instant>(&event.at);
  if (days < 0 || (at && to_the_minute(event.logged) < *at))
    return line("recorded before that, on " + in_words(Stamp(event.logged)) + ": a clock was wrong");
  return at && to_the_minute(event.logged) > *at ? line("recorded at " + clock_words(event.logged)) : std::string();
}

/// Returns a value of an event as people read it: times in words.
std::string value_words(const std::string& value) {
  if (value.empty()) return "nothing";
  const auto stamp = parse_stored(value);
  return stamp ? in_words(*stamp) : "'" + shown(one_line(value)) + "'";
}

std::string correction_lines(const Outlook& outlook, const Told& told) {
  std::string text;
  for (const Correction& one : told.corrections) {
    const std::string by = "by " + short_id(outlook.subject.record->events, one.by->id) + " on " +
                           in_words(day_of(one.by->at)) + " (" + shown(one.by->by) + ")";
    if (one.strikes_out) text += line("struck out " + by);
    std::string values;
    for (const Replaced& value : one.values)
      values += (values.empty() ? ": " : "; ") + value.key + " was " + value_words(value.before) + ", is " +
                value_words(value.after);
    if (!one.strikes_out) text += line("corrected " + by + values);
    text += said("Because", std::get<Corrected>(one.by->body).because);
  }
  return text;
}

/// Says why an event that nobody struck out counts for nothing, or not as it was written.
std::string standing_lines(const Outlook& outlook, const Told& told) {
  const CaseState& state = outlook.is();
  std::string text;
  if (told.weight == Weight::speaks_of_gone)
    text += line("counts for nothing: what it speaks of is not, or no longer, on record");
  if (told.weight == Weight::decided_else) {
    const bool open = std::any_of(state.chain.rivals.begin(), state.chain.rivals.end(),
                                  [&](std::size_t index) { return state.events[index].id == told.event->id; });
    text += line(std::string("counts for nothing here: another copy of the case decided otherwise") +
                 (open ? "; the next move of the case settles it" : ""));
  }
  if (!told.event->sealed) text += line("DAMAGED: it was changed after it was written, its seal does not hold");
  if (told.event->after.size() > 1) {
    std::vector<std::string> parents;
    for (const std::string& id : told.event->after) parents.push_back(short_id(outlook.subject.record->events, id));
    text += line("written after " + and_list(parents) + ", when the copies of the case had been merged");
  }
  return text;
}

std::string event_text(const Outlook& outlook, const Told& told) {
  const Event& event = *told.event;
  const auto* at = std::get_if<Instant>(&event.at);
  const std::string id = short_id(outlook.subject.record->events, event.id);
  const std::string lead = "  " + padded(at ? clock_words(*at) : "", 5) + "  " + padded(id, 4) + "  ";
  const std::string struck_out = told.weight == Weight::struck_out ? "STRUCK OUT: " : "";
  std::string text = wrapped(struck_out + deed_words(outlook, event), lead, below_time + "  ");
  text += line("by " + shown(event.by) + roles_words(outlook, told)) + owed_line(outlook, event);
  text += recorded_line(event) + std::visit(Texts{*outlook.subject.policy}, event.body);
  for (const auto& [id_of_clock, due] : event.was_due)
    text += line(was_due_words(*outlook.subject.policy, event, id_of_clock, due));
  return text + correction_lines(outlook, told) + standing_lines(outlook, told);
}

/// Returns how many events there are and how many of them are not as they were written, or not when.
std::string count_words(const History& history) {
  const auto count = [&](const auto& test) { return std::count_if(history.told.begin(), history.told.end(), test); };
  const auto struck_out = count([](const Told& told) { return told.weight == Weight::struck_out; });
  const auto corrected =
      count([](const Told& told) { return !told.corrections.empty() && told.weight != Weight::struck_out; });
  const auto later = count([](const Told& told) { return days_until_logged(*told.event) > 0; });
  std::string words = std::to_string(history.told.size()) + (history.told.size() == 1 ? " event" : " events");
  if (struck_out > 0) words += ", " + std::to_string(struck_out) + " struck out";
  if (corrected > 0) words += ", " + std::to_string(corrected) + " corrected";
  if (later > 0) words += ", " + std::to_string(later) + " recorded a day or more later";
  return words + ".";
}

Json json_of(const Node& node) {
  if (node.kind == Node::Kind::text) return node.text.substr(0, node.text.find_last_not_of('\n') + 1);
  if (node.kind == Node::Kind::list) {
    Json list = Json::array();
    for (const Node& item : node.items) list.push_back(json_of(item));
    return list;
  }
  if (node.kind == Node::Kind::none) return nullptr;
  Json map = Json::object();
  for (const Entry& entry : node.entries) map[entry.key] = json_of(entry.value);
  return map;
}

Json json_of(const Told& told) {
  Json json = told.written ? json_of(*told.written) : Json::object();
  json["counts"] = told.weight == Weight::counts;
  json["why-not"] = text_or_null(word_of(told.weight));
  json["corrected-by"] = Json::array();
  json["replaced"] = Json::object();
  for (const Correction& one : told.corrections) {
    json["corrected-by"].push_back(one.by->id);
    for (const Replaced& value : one.values) json["replaced"][value.key] = text_or_null(value.after);
  }
  json["recorded-later"] = days_until_logged(*told.event);
  json["late"] = told.late;
  json["by-role"] = told.roles;
  json["sealed"] = told.event->sealed;
  return json;
}

}  // namespace

std::string text_of_history(const Outlook& outlook, const History& history) {
  std::string text = title_part(outlook);
  for (const std::string& note : outlook.notes) text += field("note", shown(note));
  std::optional<Date> day;
  for (const Told& told : history.told) {
    if (day != day_of(told.event->at)) text += "\n" + in_words(day_of(told.event->at)) + "\n";
    day = day_of(told.event->at);
    text += event_text(outlook, told);
  }
  return text + "\n" + count_words(history) + "\n" +
         "To correct one: " + command_line(outlook, "correct", "EVENT --because TEXT") + "\n";
}

std::string json_of_history(const Outlook& outlook, const History& history, const Envelope& envelope) {
  const CaseState& state = outlook.is();
  Json json = begin_json(envelope);
  json["case"] = outlook.subject.record->id;
  json["policy"] = outlook.subject.policy->id;
  json["route"] = text_or_null(state.route);
  json["stage"] = text_or_null(state.stage);
  json["state"] = word_of(state.standing);
  json["events"] = Json::array();
  for (const Told& told : history.told) json["events"].push_back(json_of(told));
  json["notes"] = outlook.notes;
  return text_of(json);
}

}  // namespace escalate

#include "render/case_json.hpp"

#include "engine/owners.hpp"
#include "render/alert_words.hpp"
#include "render/commands.hpp"
#include "render/policy_json.hpp"
#include "render/sentences.hpp"

namespace escalate {
namespace {

std::string word_of(LimitStanding::State state) {
  switch (state) {
    case LimitStanding::State::running:
      return "running";
    case LimitStanding::State::not_started:
      return "not-started";
    case LimitStanding::State::off:
      return "off";
  }
  return {};
}

std::string word_of(Occurrence::End end) {
  switch (end) {
    case Occurrence::End::outstanding:
      return "outstanding";
    case Occurrence::End::done:
      return "done";
    case Occurrence::End::not_needed:
      return "not-needed";
    case Occurrence::End::met:
      return "met";
    case Occurrence::End::dropped:
      return "dropped";
  }
  return {};
}

std::string word_of(CountedDay::Kind kind) {
  switch (kind) {
    case CountedDay::Kind::zero:
      return "zero";
    case CountedDay::Kind::counted:
      return "counted";
    case CountedDay::Kind::skipped:
      return "skipped";
  }
  return {};
}

void add_clock(Json& json, const Clock& clock) {
  json["counted-from"] = stamp_or_null(clock.from);
  json["provisional"] = clock.provisional;
  json["aim"] = clock.aim ? Json(iso(clock.aim->due)) : Json(nullptr);
  json["agreed"] = clock.agreed ? Json(iso(clock.agreed->until)) : Json(nullptr);
  json["extended"] = clock.extended ? Json(iso(clock.extended->until)) : Json(nullptr);
  json["computed"] = clock.computed ? Json(iso(clock.computed->due)) : Json(nullptr);
}

Json json_of(const Agency& agency) { return {{"agency", agency.agency}, {"kind", text_or_null(agency.kind)}}; }

/// Adds what was known at the opening, and the marks as they stand.
void add_opening(Json& json, const CaseState& state) {
  const Opened* opened = state.opened();
  json["child"] = opened ? Json(opened->child) : Json(nullptr);
  json["raising"] = opened ? json_of(opened->raising) : Json(nullptr);
  json["receiving"] = opened ? json_of(opened->receiving) : Json(nullptr);
  json["theme"] = opened ? text_or_null(opened->theme) : Json(nullptr);
  json["marks"] = Json::object();
  for (const auto& [id, mark] : state.marks)
    if (mark.holds || mark.unknown) json["marks"][id] = mark.holds ? Json(iso(*mark.since)) : Json("unknown");
}

Json json_of(const RaiseWindow& window) {
  Json json;
  json["due"] = due_or_null(window.count ? std::optional(window.count->due) : std::nullopt);
  json["from"] = window.counted_from ? Json(text_of(*window.counted_from)) : Json(nullptr);
  json["since"] = stamp_or_null(window.from);
  json["late"] = window.late();
  json["days-late"] = window.days_late;
  return json;
}

}  // namespace

Json json_of(const Count& count) {
  Json days = Json::array();
  for (const CountedDay& day : count.days) {
    Json json;
    json["day"] = iso(day.day);
    json["kind"] = word_of(day.kind);
    json["number"] = day.kind == CountedDay::Kind::skipped ? Json(nullptr) : Json(day.number);
    json["why"] = text_or_null(day.why);
    days.push_back(std::move(json));
  }
  return days;
}

Json json_of(const Outlook& outlook, const LimitStanding& limit) {
  Json json;
  json["id"] = limit.limit->id;
  json["due"] = due_or_null(limit.state == LimitStanding::State::running ? limit.clock.due : std::nullopt);
  json["binding"] = limit.binding;
  json["state"] = word_of(limit.state);
  json["title"] = limit.limit->title;
  json["within"] = text_of(limit.limit->within);
  json["force"] = word_of(limit.limit->force);
  json["from"] = limit.counted_from ? Json(text_of(*limit.counted_from)) : Json(nullptr);
  json["entered"] = iso(limit.entered);
  json["of"] = limit.of;
  add_clock(json, limit.clock);
  json["text"] = counting_words(outlook, limit);
  add_clause(json, limit.limit->clause);
  return json;
}

Json json_of(const Outlook& outlook, const DutyStanding& duty) {
  const Occurrence& one = *duty.occurrence;
  Json json;
  json["id"] = one.duty->id;
  json["due"] = due_or_null(duty.clock.due);
  json["stage"] = one.stage;
  json["state"] = word_of(one.end);
  json["what"] = one.duty->what;
  json["do"] = text_or_null(one.duty->act);
  json["role"] = owed_by(one, *outlook.subject.policy, outlook.is());
  json["to"] = one.duty->to;
  json["owner"] = text_or_null(names_of_roles(owed_by(one, *outlook.subject.policy, outlook.is()),
                                              *outlook.subject.policy, outlook.is(), *outlook.subject.settings));
  json["force"] = word_of(one.duty->force);
  json["when"] = text_of(one.moment);
  json["within"] = one.duty->within ? Json(text_of(*one.duty->within)) : Json(nullptr);
  json["of"] = one.of;
  json["ended"] = stamp_or_null(one.ended_at);
  json["late"] = duty.late;
  add_clock(json, duty.clock);
  add_clause(json, one.duty->clause);
  return json;
}

Json json_of(const Outlook& outlook, const Alert& alert) {
  Json json;
  json["case"] = outlook.subject.record->id;
  json["policy"] = outlook.subject.policy->id;
  json["stage"] = alert.stage;
  json["kind"] = word_of(alert.kind);
  json["id"] = alert.id;
  json["role"] = alert.roles;
  json["due"] = due_or_null(alert.due);
  json["state"] = word_of(alert.state);
  json["side"] = sides_of(alert.roles, *outlook.subject.policy);
  json["owner"] =
      text_or_null(names_of_roles(alert.roles, *outlook.subject.policy, outlook.is(), *outlook.subject.settings));
  json["provisional"] = alert.provisional;
  json["since"] = stamp_or_null(alert.since);
  json["age"] = alert.age;
  json["damaged"] = outlook.damaged;
  json["text"] = alert_words(outlook, alert, Audience::by_mail);
  return json;
}

void add_case(Json& json, const Outlook& outlook) {
  const CaseState& state = outlook.is();
  const LimitStanding* binding = outlook.binding();
  json["case"] = outlook.subject.record->id;
  json["policy"] = outlook.subject.policy->id;
  json["route"] = text_or_null(state.route);
  json["stage"] = text_or_null(state.stage);
  json["since"] = state.stays.empty() ? Json(nullptr) : Json(iso(state.stays.back().entered));
  json["state"] = word_of(state.standing);
  json["owner"] = text_or_null(outlook.owner());
  json["due"] = due_or_null(binding ? binding->clock.due : std::nullopt);
  json["binding"] = binding ? Json(binding->limit->id) : Json(nullptr);
  json["raise-by"] = outlook.raise_window ? json_of(*outlook.raise_window) : Json(nullptr);
  json["limits"] = Json::array();
  for (const LimitStanding& limit : outlook.limits) json["limits"].push_back(json_of(outlook, limit));
  json["duties"] = Json::array();
  for (const DutyStanding& duty : outlook.duties)
    if (duty.occurrence->outstanding()) json["duties"].push_back(json_of(outlook, duty));
  json["alerts"] = Json::array();
  for (const Alert& alert : outlook.alerts) json["alerts"].push_back(json_of(outlook, alert));
  json["next"] = Json::array();
  if (state.open())
    for (const NextStep& step : outlook.next)
      json["next"].push_back({{"stage", step.stage}, {"command", command_of(outlook, step)}});
  if (json["next"].empty() && state.standing != CaseStanding::void_case)
    json["next"].push_back({{"stage", nullptr}, {"command", last_command(outlook)}});
  add_opening(json, state);
  json["provisional"] = binding && binding->clock.provisional;
  json["damaged"] = outlook.damaged;
  json["notes"] = outlook.notes;
}

}  // namespace escalate

#include "render/forecast.hpp"

#include "base/escape.hpp"
#include "engine/owners.hpp"
#include "render/case_json.hpp"
#include "render/case_parts.hpp"
#include "render/commands.hpp"
#include "render/layout.hpp"
#include "render/timetable_stages.hpp"
#include "render/urgent_notice.hpp"
#include "time/words.hpp"

namespace escalate {
namespace {

/// Returns why a case has no forecast; empty when it has one.
std::string why_none(const Outlook& outlook) {
  switch (outlook.is().standing) {
    case CaseStanding::open:
      return outlook.is().stays.empty() ? "no stage is on record" : "";
    case CaseStanding::resolved:
      return "the case is resolved, so no stage's clock runs";
    case CaseStanding::closed:
      return "the case is closed, so no clock runs";
    case CaseStanding::void_case:
      return "the case is void, because it was opened in error";
  }
  return {};
}

std::string how_to_go_on(const Outlook& outlook) {
  const auto command = [&](const std::string& verb) {
    return "  " + command_line(outlook, verb, "--because TEXT") + "\n";
  };
  if (outlook.is().standing == CaseStanding::closed) return "To begin again:\n" + command("reopen");
  if (outlook.is().standing == CaseStanding::resolved)
    return "To go on with it:\n" + (outlook.next.empty() ? command("reopen") : command("advance"));
  return {};
}

std::string duty_lines(const Outlook& outlook, const TimetableStage& stage) {
  std::string text;
  const Subject& subject = outlook.subject;
  for (const TimetableDuty& one : stage.duties) {
    const std::string who = shown(names_of_roles(one.roles, *subject.policy, outlook.is(), *subject.settings));
    text += wrapped("owed: " + shown(one.duty->what) + (who.empty() ? "" : " (" + who + ")") + ", " +
                        by_words(one.due) + (one.provisional ? " (provisional)" : ""),
                    "  - ", "    ");
  }
  return text;
}

/// Returns each stage, with what is `said` of the first.
std::string blocks(const Outlook& outlook, const std::vector<TimetableStage>& stages, const std::string& said) {
  std::string text;
  for (const TimetableStage& stage : stages) {
    const Above above = &stage == &stages.back() ? Above::nothing : Above::next_stage;
    text += stage_block(stage, *outlook.subject.policy, above, &stage == &stages.front() ? said : "");
    text += duty_lines(outlook, stage);
  }
  return text;
}

/// Returns what of the present stage makes the dates after it later, or need a word.
std::string present_lines(const Outlook& outlook, const Forecast& forecast) {
  std::string text;
  const TimetableStage& stage = forecast.stages.front();
  const bool overdue = stage.due && passed(*stage.due, Stamp(to_the_minute(outlook.now)));
  if (overdue && forecast.stages.size() > 1)
    text += wrapped("Stage " + shown(stage.stage) + " is overdue, so the next is reckoned from now.", "", "");
  if (outlook.is().halted) text += wrapped("The case is halted; a halt stops no clock, so these dates stand.", "", "");
  if (forecast.stages.size() == 1) text += wrapped("No stage follows: this is the last of its route.", "", "");
  return text;
}

std::string urgent_parts(const Outlook& outlook, const Forecast& forecast) {
  std::string text;
  for (const auto& stages : forecast.urgent) {
    const NextStep step{NextStep::Why::urgent, stages.front().stage, stages.front().route, {}};
    text += "\n" +
            wrapped("URGENT: if it goes to stage " + shown(step.stage) + " now, as the policy offers", "", "  ") +
            "  " + command_of(outlook, step) + "\n" + blocks(outlook, stages, "");
  }
  return text;
}

std::string forecast_part(const Outlook& outlook, const Forecast& forecast) {
  const std::string none = why_none(outlook);
  if (!none.empty()) return "\n" + wrapped("No forecast: " + none + ".", "", "  ") + how_to_go_on(outlook);
  std::string text = "\n" + wrapped("Forecast from " + in_words(Stamp(to_the_minute(outlook.now))) +
                                        ", if nobody acts: every limit used to the full, each stage entered when the "
                                        "one before it runs out.",
                                    "", "");
  text += present_lines(outlook, forecast) + blocks(outlook, forecast.stages, " (where it stands)") +
          urgent_parts(outlook, forecast);
  auto all = forecast.stages;
  for (const auto& stages : forecast.urgent) all.insert(all.end(), stages.begin(), stages.end());
  return text + provisional_note(all, *outlook.subject.calendar);
}

Json json_of(const TimetableDuty& duty) {
  Json json;
  json["duty"] = duty.duty->id;
  json["stage"] = duty.stage;
  json["role"] = duty.roles;
  json["from"] = iso(duty.from);
  json["due"] = iso(duty.due);
  json["provisional"] = duty.provisional;
  return json;
}

Json json_of(const std::vector<TimetableStage>& stages) {
  Json list = Json::array();
  for (const TimetableStage& stage : stages) {
    Json json = json_of(stage);
    json["duties"] = Json::array();
    for (const TimetableDuty& duty : stage.duties) json["duties"].push_back(json_of(duty));
    list.push_back(std::move(json));
  }
  return list;
}

}  // namespace

std::string text_of_forecast(const Outlook& outlook, const Forecast& forecast) {
  std::string text = title_part(outlook);
  for (const std::string& note : outlook.notes) text += field("note", shown(note));
  const std::string urgent = urgent_block(outlook);
  if (!urgent.empty()) text += "\n" + urgent;
  text += forecast_part(outlook, forecast);
  return text + "\nWhat to do now: " + command_line(outlook, "status") + "\n";
}

std::string json_of_forecast(const Outlook& outlook, const Forecast& forecast, const Envelope& envelope) {
  Json json = begin_json(envelope);
  add_case(json, outlook);
  json["forecast"]["text"] = text_or_null(why_none(outlook));
  json["forecast"]["stages"] = json_of(forecast.stages);
  json["forecast"]["urgent"] = Json::array();
  for (const auto& stages : forecast.urgent)
    json["forecast"]["urgent"].push_back(
        {{"stage", stages.front().stage}, {"route", stages.front().route}, {"stages", json_of(stages)}});
  return text_of(json);
}

}  // namespace escalate

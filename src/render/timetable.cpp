#include "render/timetable.hpp"

namespace escalate {
namespace {

Json json_of(const TimetableLimit& limit) {
  Json json;
  json["limit"] = limit.limit->id;
  json["from"] = stamp_or_null(limit.from);
  json["due"] = due_or_null(limit.due);
  json["binding"] = limit.binding;
  json["provisional"] = limit.provisional;
  return json;
}

Json json_of(const TimetableStage& stage) {
  Json json;
  json["stage"] = stage.stage;
  json["entered"] = iso(stage.entered);
  json["due"] = due_or_null(stage.due);
  json["limits"] = Json::array();
  for (const TimetableLimit& limit : stage.limits) json["limits"].push_back(json_of(limit));
  return json;
}

}  // namespace

Faults problems_of(const Timetable& timetable) {
  Faults problems;
  for (const TimetableStage& stage : timetable.stages)
    for (const TimetableLimit& limit : stage.limits)
      if (limit.fault)
        problems.push_back({Severity::error,
                            limit.limit->clause.place,
                            "stage '" + stage.stage + "', limit '" + limit.limit->id + "': " + limit.fault->text,
                            limit.fault->help,
                            {}});
  return problems;
}

void add_timetable(Json& json, const Timetable& timetable) {
  json["policy"] = timetable.question.policy->id;
  json["route"] = timetable.question.route;
  json["stages"] = Json::array();
  for (const TimetableStage& stage : timetable.stages) json["stages"].push_back(json_of(stage));
}

std::string timetable_json(const Timetable& timetable, const Envelope& envelope) {
  Json json = begin_json(envelope);
  add_timetable(json, timetable);
  return text_of(json);
}

}  // namespace escalate

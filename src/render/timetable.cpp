#include "render/timetable.hpp"

#include "render/timetable_stages.hpp"

namespace escalate {
namespace {

Json end_of(const std::string& stage, const Stamp& ends, const Limit* by) {
  return {{"stage", stage}, {"ends", iso(ends)}, {"by", by ? Json(by->id) : Json(nullptr)}};
}

Json json_of(const Collision& collision) {
  Json json;
  json["limit"] = collision.limit->id;
  json["due"] = iso(collision.due);
  json["first"] = end_of(collision.stage, collision.ends, collision.by);
  json["last"] = end_of(collision.last_stage, collision.last_ends, collision.last_by);
  return json;
}

}  // namespace

void add_timetable(Json& json, const Timetable& timetable) {
  json["policy"] = timetable.question.policy->id;
  json["route"] = timetable.question.route;
  json["stages"] = Json::array();
  for (const TimetableStage& stage : timetable.stages) json["stages"].push_back(json_of(stage));
  json["collisions"] = Json::array();
  for (const Collision& collision : timetable.collisions) json["collisions"].push_back(json_of(collision));
}

std::string timetable_json(const Timetable& timetable, const Envelope& envelope) {
  Json json = begin_json(envelope);
  add_timetable(json, timetable);
  return text_of(json);
}

}  // namespace escalate

#include "render/policy_json.hpp"

#include "render/policy_list.hpp"

namespace escalate {
namespace {

void add_conditions(Json& json, const Conditions& conditions) {
  json["if"] = conditions.if_any;
  json["unless"] = conditions.unless_any;
}

Json texts_of(const std::vector<Moment>& moments) {
  Json list = Json::array();
  for (const Moment& moment : moments) list.push_back(text_of(moment));
  return list;
}

Json texts_of(const Moments& moments) {
  return moments.latest_of ? Json{{"latest-of", texts_of(moments.list)}} : texts_of(moments.list);
}

/// Returns a role, or `{role, if, unless}` where it holds a stage only at times.
Json json_of(const StageOwner& owner) {
  if (owner.conditions.always()) return owner.role;
  Json json;
  json["role"] = owner.role;
  add_conditions(json, owner.conditions);
  return json;
}

Json pairs_of(const std::vector<std::pair<std::string, std::string>>& pairs) {
  Json json = Json::object();
  for (const auto& [key, value] : pairs) json[key] = value;
  return json;
}

template <typename T>
Json duration_or_null(const std::optional<T>& duration) {
  return duration ? Json(text_of(*duration)) : Json(nullptr);
}

Json json_of(const Role& role) {
  Json json;
  json["title"] = role.title;
  json["side"] = word_of(role.side);
  json["by-agency"] = pairs_of(role.by_agency);
  json["if-none"] = text_or_null(role.if_none);
  add_clause(json, role.clause);
  return json;
}

Json json_of(const MarkRule& mark) {
  Json json;
  json["title"] = mark.title;
  json["ask"] = mark.ask_at_open ? Json("at-open") : Json(nullptr);
  add_conditions(json, mark.conditions);
  add_clause(json, mark.clause);
  return json;
}

Json json_of(const UrgentRule& urgent) {
  Json json;
  add_conditions(json, urgent.conditions);
  json["say"] = urgent.say;
  json["enter"] = urgent.enter;
  json["contacts"] = urgent.contacts;
  add_clause(json, urgent.clause);
  return json;
}

Json json_of(const Advice& advice) {
  Json json;
  json["say"] = advice.say;
  json["stages"] = advice.stages;
  json["contacts"] = advice.contacts;
  add_conditions(json, advice.conditions);
  add_clause(json, advice.clause);
  return json;
}

Json json_of(const Elsewhere& elsewhere) {
  Json json;
  json["what"] = elsewhere.what;
  json["go-to"] = elsewhere.go_to;
  json["contacts"] = elsewhere.contacts;
  add_clause(json, elsewhere.clause);
  return json;
}

/// Adds the keys that limits and a stage's own time share; `limit` may be null.
void add_time(Json& json, const Limit* limit) {
  json["within"] = limit ? Json(text_of(limit->within)) : Json(nullptr);
  json["aim"] = limit ? duration_or_null(limit->aim) : Json(nullptr);
  json["from"] = limit ? texts_of(limit->from) : Json::array();
  json["force"] = limit ? Json(word_of(limit->force)) : Json(nullptr);
}

Json json_of(const Stage& stage, const Policy& policy) {
  Json json;
  json["title"] = stage.title;
  json["what"] = text_or_null(stage.what);
  json["owner"] = Json::array();
  for (const StageOwner& owner : stage.owner) json["owner"].push_back(json_of(owner));
  add_time(json, policy.limit("stage-" + stage.id));
  add_conditions(json, stage.conditions);
  add_clause(json, stage.clause);
  return json;
}

Json json_of(const Rung& rung) {
  if (rung.kind == Rung::Kind::one_of) return {{"one-of", rung.stages}};
  if (rung.kind == Rung::Kind::optional) return {{"optional", rung.stages.front()}};
  return rung.stages.front();
}

Json json_of(const Route& route) {
  Json json;
  json["title"] = route.title;
  json["stages"] = Json::array();
  for (const Rung& rung : route.rungs) json["stages"].push_back(json_of(rung));
  add_clause(json, route.clause);
  return json;
}

Json json_of(const Limit& limit) {
  Json json;
  json["title"] = limit.title;
  json["stages"] = limit.whole_case ? Json("all") : Json(limit.stages);
  add_time(json, &limit);
  add_conditions(json, limit.conditions);
  add_clause(json, limit.clause);
  return json;
}

Json json_of(const Duty& duty) {
  Json json;
  json["what"] = duty.what;
  json["do"] = text_or_null(duty.act);
  json["by"] = duty.by_owner ? Json("owner") : Json(duty.each ? std::vector<std::string>() : duty.by);
  json["by-each"] = duty.each ? duty.by : std::vector<std::string>();
  json["to"] = duty.to;
  json["using"] = text_or_null(duty.form);
  json["when"] = texts_of(duty.when);
  json["met-by"] = texts_of(duty.met_by);
  json["within"] = duration_or_null(duty.within);
  json["aim"] = duration_or_null(duty.aim);
  json["force"] = word_of(duty.force);
  json["before"] = duty.before;
  add_conditions(json, duty.conditions);
  add_clause(json, duty.clause);
  return json;
}

Json json_of(const Form& form) {
  Json json;
  json["title"] = form.title;
  json["fields"] = Json::array();
  for (const FormField& field : form.fields) json["fields"].push_back({{"label", field.label}, {"fill", field.fill}});
  json["return-to"] = text_or_null(form.return_to);
  json["leave-out"] = form.leave_out;
  json["note"] = text_or_null(form.note);
  json["template"] = text_or_null(form.template_file);
  add_clause(json, form.clause);
  return json;
}

Json json_of(const Contact& contact) {
  Json json;
  json["title"] = contact.title;
  json["email"] = text_or_null(contact.email);
  json["telephone"] = text_or_null(contact.telephone);
  json["address"] = text_or_null(contact.address);
  json["note"] = text_or_null(contact.note);
  add_clause(json, contact.clause);
  return json;
}

/// Returns the things of a section by id, in the order of the file.
template <typename T>
Json by_id(const std::vector<T>& things) {
  Json json = Json::object();
  for (const T& thing : things) json[thing.id] = json_of(thing);
  return json;
}

template <typename T>
Json list_of(const std::vector<T>& things) {
  Json list = Json::array();
  for (const T& thing : things) list.push_back(json_of(thing));
  return list;
}

Json job_or_null(const Jobs& jobs, const std::string& role) {
  const auto job = jobs.find(role);
  return job == jobs.end() ? Json(nullptr) : Json(job->second);
}

Json json_of(const RaiseBy& window) {
  Json json;
  json["within"] = text_of(window.within);
  json["from"] = texts_of(window.from);
  json["force"] = word_of(window.force);
  add_clause(json, window.clause);
  return json;
}

void add_heading(Json& json, const Policy& policy) {
  json["id"] = policy.id;
  json["title"] = policy.title;
  json["partnership"] = policy.partnership;
  json["edition"] = policy.edition;
  json["edition-of"] = text_or_null(policy.edition_of);
  json["in-force"] = json_of(policy.in_force);
  json["case-prefix"] = policy.case_prefix;
  json["calendar"] = policy.calendar;
  json["count-from"] = word_of(policy.count_from);
  json["office-hours"] = pairs_of(text_of(policy.office_hours));
  json["about"] = policy.about_adults ? "adult" : "child";
  json["raise-by"] = policy.raise_by ? json_of(*policy.raise_by) : Json(nullptr);
  json["policy-digest"] = policy.digest;
  add_clause(json, policy.clause);
}

void add_stages_and_limits(Json& json, const Policy& policy) {
  json["stages"] = Json::object();
  for (const Stage& stage : policy.stages) json["stages"][stage.id] = json_of(stage, policy);
  json["routes"] = by_id(policy.routes);
  json["limits"] = Json::object();
  for (const Limit& limit : policy.limits)
    if (!limit.own) json["limits"][limit.id] = json_of(limit);
}

}  // namespace

void add_clause(Json& json, const Clause& clause) {
  json["source"] = text_or_null(clause.source);
  json["words"] = clause.words;
  json["reading"] = text_or_null(clause.reading);
}

std::string policy_json(const Policy& policy, const Jobs& jobs, const Envelope& envelope) {
  Json json = begin_json(envelope);
  add_heading(json, policy);
  json["themes"] = pairs_of(policy.themes);
  json["roles"] = by_id(policy.roles);
  for (const Role& role : policy.roles) json["roles"][role.id]["job"] = job_or_null(jobs, role.id);
  json["marks"] = by_id(policy.marks);
  json["urgent"] = list_of(policy.urgent);
  json["advice"] = list_of(policy.advice);
  json["elsewhere"] = list_of(policy.elsewhere);
  add_stages_and_limits(json, policy);
  json["duties"] = by_id(policy.duties);
  json["forms"] = by_id(policy.forms);
  json["contacts"] = by_id(policy.contacts);
  return text_of(json);
}

}  // namespace escalate
